import { barePath } from '#lib/i18n/href.ts';
import { failAsPage } from '#lib/server/http/fail-as-page.ts';
import { pathIn } from '#lib/server/http/replacement.ts';
import { currentEdition } from '#lib/server/queries/publication.ts';
import type { LayoutServerLoad } from './$types';

/** What every public page knows: its language, its edition, whether its address is pinned to it, and the newest edition. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  if (locals.failure) failAsPage(locals.failure, locals.lang, await readOn(locals, url));
  const newest = await currentEdition();
  return { lang: locals.lang, edition: locals.edition ?? newest, pinned: locals.pinned ?? false, newest };
};

/** Where the reader of a withdrawn edition may go on. */
async function readOn({ failure, replacement }: App.Locals, url: URL): Promise<Pick<App.Error, 'withdrawn'>> {
  if (failure?.code !== 'edition_withdrawn') return {};
  const version = String(failure.details.version);
  const instead = replacement && { version: replacement.version, ...(await pathIn(replacement.version, barePath(url.pathname))) };
  return { withdrawn: { version, ...(instead ? { replacement: instead } : {}) } };
}
