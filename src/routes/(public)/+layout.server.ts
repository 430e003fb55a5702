import { failAsPage } from '#lib/server/http/fail-as-page.ts';
import { currentEdition } from '#lib/server/queries/publication.ts';
import type { LayoutServerLoad } from './$types';

/** What every public page knows: its language, its edition, whether its address is pinned to it, and the newest edition. */
export const load: LayoutServerLoad = async ({ locals }) => {
  if (locals.failure) failAsPage(locals.failure, locals.lang);
  const newest = await currentEdition();
  return { lang: locals.lang, edition: locals.edition ?? newest, pinned: locals.pinned ?? false, newest };
};
