import { fail, redirect } from '@sveltejs/kit';
import { holds } from '#lib/domain/accounts/rights.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { checkApprover } from '#lib/server/editions/approval.ts';
import { draftEdition, publishEdition, type EditionDraft } from '#lib/server/editions/index.ts';
import { draftWithin } from '#lib/server/editions/remembered-draft.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { commitDeposit, getDeposit, prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { readNote } from '../../../../../read-note.ts';
import { viewGuards } from '../../../../../view-guards.ts';
import type { Actions, PageServerLoad } from './$types';

/** A draft that takes longer, in milliseconds, is waited for on the page. */
const PATIENCE = 1000;

/** The draft, how far it is, or why it cannot be computed. */
async function drafted(lang: Lang): Promise<{ draft?: EditionDraft; done?: number; sentence?: string }> {
  try {
    return await draftWithin(PATIENCE);
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    return { sentence: failure.sentence(lang) };
  }
}

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const { deposit, counts, matches } = await prepareDeposit(event.params.deposit);
    // Once committed, what would be published is the whole draft; before, the deposit stands first.
    const { draft, done, sentence } = deposit.status === 'committed' ? await drafted(event.locals.lang) : {};
    const alone = await checkApprover(workshop(), account.email).then(
      () => true,
      () => false
    );
    return {
      counts,
      responses: matches.counts.matched,
      mayPublish: holds(account.role, 'wave.publish'),
      secondApprover: !alone,
      draft: draft && { version: draft.version, same: draft.same, contentHash: draft.contentHash, changed: draft.changes.changes.length, current: draft.current?.version, guards: viewGuards(draft, event.locals.lang) },
      computing: done,
      uncomputable: sentence
    };
  });

export const actions: Actions = {
  commit: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      try {
        await commitDeposit(event.params.deposit, account.email);
        return { committed: true };
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { sentence: failure.sentence(event.locals.lang) });
      }
    }),

  publish: (event) =>
    withRight(event, 'wave.publish', async (account) => {
      const form = await event.request.formData();
      const { note, values, problems } = readNote(form);
      if (!note) return fail(400, { values, problems });
      try {
        // Asked before the answers are stored: publishing refused afterwards would leave half of what was asked done.
        await checkApprover(workshop(), account.email);
        const deposit = await getDeposit(event.params.deposit);
        let hash = String(form.get('hash') ?? '');
        if (deposit.status === 'received') {
          await commitDeposit(deposit.id, account.email);
          // Nobody has seen this draft yet: what it holds back or protects less is read first.
          const draft = await draftEdition();
          if (draft.held.length + draft.levelChanges.length + draft.disclosures.length + draft.searches.length > 0) return fail(409, { values, sentence: m.publishing_look_first({}, { locale: event.locals.lang }) });
          hash = draft.contentHash;
        }
        const edition = await publishEdition({ note, actor: account.email, acknowledged: form.getAll('acknowledge').map(String), ...(hash ? { expectedHash: hash } : {}) });
        redirect(303, href(`/edition/editions?publiee=${edition.version}`, { lang: event.locals.lang }));
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { values, sentence: failure.sentence(event.locals.lang) });
      }
    })
};
