import { DomainError } from '#lib/domain/errors.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { orphans } from '#lib/domain/questionnaire/orphans.ts';
import type { Response } from '#lib/domain/waves/response.ts';

/**
 * Stops where answers have lost their place in the questionnaire, and says which.
 *
 * @throws DomainError `codebook_orphans`
 */
export function refuseOrphans({ codebook, responses }: { codebook: Codebook; responses: Response[] }): void {
  const lost = orphans(codebook, responses);
  if (lost.length === 0) return;
  const places = lost.slice(0, 5).map(({ question, option, answers, row }) => `${question}${option === undefined ? '' : ` › ${option}`} (${answers}, ${row})`);
  throw new DomainError('codebook_orphans', { wave: codebook.wave, places: places.join(' ; ') + (lost.length > places.length ? ' …' : '') });
}
