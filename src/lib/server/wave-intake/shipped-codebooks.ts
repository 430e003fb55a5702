import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { settings } from '../settings.ts';
import { findWave } from '../queries/waves.ts';
import { createWave } from './create-wave.ts';

/** The codebooks in `data/waves/<name>/codebook.json`, by wave. */
export function shippedCodebooks(folder = join(settings.root, 'data', 'waves')): Codebook[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name, 'codebook.json'))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Codebook)
    .sort((a, b) => (a.wave < b.wave ? -1 : 1));
}

/** Makes the shipped waves known as drafts. A wave that the workshop knows is left alone: editors may have changed its codebook. */
export async function registerShippedWaves(actor: string, db: WorkshopDatabase = workshop()): Promise<string[]> {
  const created: string[] = [];
  for (const codebook of shippedCodebooks()) {
    if (await findWave(codebook.wave, db)) continue;
    await createWave(codebook, actor, db);
    created.push(codebook.wave);
  }
  return created;
}
