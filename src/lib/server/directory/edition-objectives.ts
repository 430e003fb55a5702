import { objectivesOf, type Objective } from '#lib/domain/census/objectives.ts';
import { listWaves } from '../queries/publication.ts';

/** The objectives as the questionnaires of an edition name them, the newest wave first. Empty when no wave of it asks. */
export async function editionObjectives(version: string): Promise<Objective[]> {
  const waves = [...(await listWaves(version))].sort((a, b) => b.openedOn.localeCompare(a.openedOn));
  return objectivesOf(waves);
}
