import { fail, redirect } from '@sveltejs/kit';
import { holds } from '#lib/domain/accounts/rights.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Lang } from '#lib/domain/language.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { publishEdition, type EditionDraft } from '#lib/server/editions/index.ts';
import { draftWithin } from '#lib/server/editions/remembered-draft.ts';
import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import { listEditions } from '#lib/server/queries/publication.ts';
import { readNote } from '../read-note.ts';
import { viewChanges } from '../view-changes.ts';
import { viewGuards } from '../view-guards.ts';
import { viewProblems } from '../view-problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** A draft that takes longer, in milliseconds, is waited for on the page. */
const PATIENCE = 1000;

/** The draft, how far it is, or why there is none in a sentence: a draft that cannot be computed is said, never a broken page. */
async function draft(lang: Lang): Promise<{ draft?: EditionDraft; done?: number; sentence?: string }> {
  try {
    return await draftWithin(PATIENCE);
  } catch (failure) {
    if (failure instanceof DomainError) return failure.code === 'census_empty' ? {} : { sentence: failure.sentence(lang) };
    throw failure;
  }
}

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const { lang } = event.locals;
    const [editions, { draft: next, done, sentence }, objectives] = await Promise.all([listEditions(), draft(lang), readObjectives()]);
    const published = event.url.searchParams.get('publiee');
    return {
      objectives,
      editions: editions.map((edition) => ({
        version: edition.version,
        publishedAt: edition.publishedAt,
        note: edition.note[lang],
        withdrawn: edition.status === 'withdrawn',
        withdrawnAt: edition.withdrawnAt,
        reason: edition.withdrawalReason?.[lang],
        successor: edition.successor
      })),
      next: next && !next.same ? { version: next.version, contentHash: next.contentHash, secret: next.secret, changes: viewChanges(next.changes, lang), census: next.census, texts: viewProblems(next.staleTexts, lang), guards: viewGuards(next, lang) } : undefined,
      computing: done,
      uncomputable: sentence,
      mayPublish: holds(account.role, 'wave.publish'),
      mayWithdraw: holds(account.role, 'edition.withdraw'),
      published: editions.some((edition) => edition.version === published) ? published : undefined
    };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'wave.publish', async (account) => {
      const form = await event.request.formData();
      const { note, values, problems } = readNote(form);
      if (!note) return fail(400, { values, problems });
      try {
        const edition = await publishEdition({ note, actor: account.email, expectedHash: String(form.get('hash') ?? ''), acknowledged: form.getAll('acknowledge').map(String) });
        redirect(303, href(`/edition/editions?publiee=${edition.version}`, { lang: event.locals.lang }));
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { values, sentence: failure.sentence(event.locals.lang) });
      }
    })
};
