import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { listIndicators } from '../queries/editions.ts';
import { settings } from '../settings.ts';

/** Every indicator, retired ones included: those shipped in `data/indicators`, with those that editors changed or added in their place. */
export async function readAllIndicators(db: WorkshopReader, folder = join(settings.root, 'data', 'indicators')): Promise<Indicator[]> {
  const all = new Map([...shippedIndicators(folder), ...(await listIndicators(db))].map((indicator) => [indicator.id, indicator]));
  return [...all.values()];
}

/** Indicators that the next edition publishes. */
export async function readIndicators(db: WorkshopReader, folder?: string): Promise<Indicator[]> {
  return (await readAllIndicators(db, folder)).filter((indicator) => !indicator.retired);
}

/** Indicators of `data/indicators`, as they are shipped. */
export function shippedIndicators(folder = join(settings.root, 'data', 'indicators')): Indicator[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Indicator);
}
