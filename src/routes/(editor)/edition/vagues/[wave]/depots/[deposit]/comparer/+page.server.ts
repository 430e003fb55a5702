import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { rememberedDraft } from '#lib/server/editions/remembered-draft.ts';
import { currentEdition } from '#lib/server/queries/publication.ts';
import { getDeposit, prepareDeposit, previewFigures } from '#lib/server/wave-intake/index.ts';
import { viewChanges } from '../../../../../view-changes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const [deposit, current, { counts }] = await Promise.all([getDeposit(event.params.deposit), currentEdition(), prepareDeposit(event.params.deposit)]);
    try {
      // Known already: nothing has to be computed to say so.
      if (deposit.status === 'received' && counts.blocking > 0) throw new DomainError('findings_remain', { blocking: counts.blocking, unseen: counts.unseen });
      const figures = deposit.status === 'received' ? await previewFigures(deposit.id) : (await rememberedDraft()).changes;
      return { changes: viewChanges(figures, event.locals.lang), current: current?.version };
    } catch (failure) {
      // There is no figure to compare before the findings are settled, nor when one cannot be computed: the page says why.
      if (failure instanceof DomainError) return { waiting: failure.sentence(event.locals.lang), current: current?.version };
      throw failure;
    }
  });
