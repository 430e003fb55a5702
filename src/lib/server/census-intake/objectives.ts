import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectivesOf, type Objective } from '#lib/domain/census/objectives.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { workshop, type WorkshopReader } from '../db/databases.ts';
import { currentCodebooks } from '../indicators/codebooks.ts';
import { settings } from '../settings.ts';

/** Questionnaires of `data/waves`, the newest wave first. */
function shippedCodebooks(folder = join(settings.root, 'data', 'waves')): Codebook[] {
  const waves = readdirSync(folder).sort().reverse();
  return waves.map((wave) => JSON.parse(readFileSync(join(folder, wave, 'codebook.json'), 'utf8')) as Codebook);
}

/**
 * The objectives that an initiative may be said to pursue: the options of the question in the questionnaires of the workshop, newest wave first. Before any
 * wave is there, those of the questionnaires that are shipped, so that a census can be loaded first.
 */
export async function readObjectives(db: WorkshopReader = workshop()): Promise<Objective[]> {
  const known = objectivesOf(await currentCodebooks(db));
  return known.length > 0 ? known : objectivesOf(shippedCodebooks());
}
