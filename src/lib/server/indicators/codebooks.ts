import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { findCodebook, listWaves } from '../queries/waves.ts';

/** The codebook in use of every wave, newest first. */
export async function currentCodebooks(db: WorkshopReader): Promise<Codebook[]> {
  const waves = await listWaves(db);
  const found = await Promise.all(waves.map(({ id }) => findCodebook(id, db)));
  return found.flatMap((codebook) => codebook?.content ?? []);
}
