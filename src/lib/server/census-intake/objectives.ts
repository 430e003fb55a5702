import { objectivesOf, type Objective } from '#lib/domain/census/objectives.ts';
import { workshop, type WorkshopReader } from '../db/databases.ts';
import { currentCodebooks } from '../indicators/codebooks.ts';
import { shippedCodebooks } from '../wave-intake/shipped-codebooks.ts';

/**
 * The objectives that an initiative may be said to pursue: the options of the question in the questionnaires of the workshop, newest wave first. Before any
 * wave is there, those of the questionnaires that are shipped, so that a census can be loaded first.
 */
export async function readObjectives(db: WorkshopReader = workshop()): Promise<Objective[]> {
  const known = objectivesOf(await currentCodebooks(db));
  return known.length > 0 ? known : objectivesOf(shippedCodebooks().reverse());
}
