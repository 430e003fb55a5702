import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { listIndicators } from '../queries/editions.ts';
import { settings } from '../settings.ts';

/** Indicators shipped in `data/indicators`, with those that editors changed or added in their place. */
export async function readIndicators(db: WorkshopReader, folder = join(settings.root, 'data', 'indicators')): Promise<Indicator[]> {
  const shipped = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Indicator);
  const all = new Map([...shipped, ...(await listIndicators(db))].map((indicator) => [indicator.id, indicator]));
  return [...all.values()];
}
