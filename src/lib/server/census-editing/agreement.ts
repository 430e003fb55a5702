import { fieldText } from '#lib/domain/census/history.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';

/** What is wrong when the objectives of an initiative are published without a word on its agreement. */
export const NO_AGREEMENT = 'census_no_agreement';

/**
 * Objectives are a confidential answer until the initiative agrees to have them published: whoever writes them says where the agreement is. Taking them back
 * needs none.
 *
 * @param before absent for a new initiative
 */
export function agreementFindings(before: Initiative | undefined, after: Initiative, source: string | undefined): Finding[] {
  const text = fieldText(after, 'objectives');
  if (source || text === null || (before && fieldText(before, 'objectives') === text)) return [];
  return [{ code: NO_AGREEMENT, level: 'blocking', where: { file: '' }, details: { column: 'objectives' } }];
}
