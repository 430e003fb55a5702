import type { Initiative } from '#lib/domain/census/initiative.ts';
import { shortest } from '#lib/domain/directory/distance.ts';
import { workshop, type WorkshopReader } from '../db/databases.ts';
import { answeredWaves } from '../queries/responses.ts';

/** Kilometres from which two initiatives are hardly one and the same. */
const FAR = 30;

/** What speaks against two initiatives being one. `km`: the shortest way between their places, when it is over 30 km; `waves` that both answered. */
export type MergeDoubts = { km?: number; waves: string[] };

/** Reasons to think twice before merging two initiatives; none of them forbids it. */
export async function mergeDoubts(kept: Initiative, absorbed: Initiative, db: WorkshopReader = workshop()): Promise<MergeDoubts> {
  const km = shortest(kept.places, absorbed.places)?.km ?? 0;
  const [first, second] = [await answeredWaves(kept.slug, db), await answeredWaves(absorbed.slug, db)];
  return { ...(km > FAR ? { km } : {}), waves: first.filter((wave) => second.includes(wave)) };
}
