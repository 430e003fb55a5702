import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { draftEdition } from '#lib/server/editions/index.ts';
import { currentEdition } from '#lib/server/queries/publication.ts';
import { getDeposit, previewFigures } from '#lib/server/wave-intake/index.ts';
import { viewChanges } from '../../../../../view-changes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const [deposit, current] = await Promise.all([getDeposit(event.params.deposit), currentEdition()]);
    try {
      const figures = deposit.status === 'received' ? await previewFigures(deposit.id) : (await draftEdition()).changes;
      return { changes: viewChanges(figures, event.locals.lang), current: current?.version };
    } catch (failure) {
      // Before the findings are settled there is no figure to compare: the page says what is missing.
      if (failure instanceof DomainError && failure.code === 'findings_remain') return { waiting: failure.sentence(event.locals.lang), current: current?.version };
      throw failure;
    }
  });
