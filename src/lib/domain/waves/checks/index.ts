import type { Finding } from '../finding.ts';
import type { CheckInput } from './check.ts';
import { checkAgainstEarlier, checkWithinWave, type Earlier } from './outliers.ts';
import { checkPersonalData } from './personal-data.ts';
import { checkRequired } from './required.ts';
import { checkPartialSums } from './sums.ts';

export type { CheckedResponse, CheckInput, Locate } from './check.ts';
export type { Earlier } from './outliers.ts';

/**
 * Everything that answers may be wrong in once they are read: parts left blank, required questions without an answer,
 * numbers far from the wave before or from the others, people named in free texts. Nothing here blocks.
 *
 * @param earlier the wave before, when it is loaded
 */
export function checkResponses(input: CheckInput, earlier?: Earlier): Finding[] {
  return [...checkPartialSums(input), ...checkRequired(input), ...(earlier ? checkAgainstEarlier(input, earlier) : []), ...checkWithinWave(input), ...checkPersonalData(input)];
}
