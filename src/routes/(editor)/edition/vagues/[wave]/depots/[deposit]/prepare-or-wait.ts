import { redirect, type RequestEvent } from '@sveltejs/kit';
import { barePath, href } from '#lib/i18n/href.ts';
import { getDeposit, prepareDeposit, readingState, type Preparation } from '#lib/server/wave-intake/index.ts';

/** A reading that lasts longer, in milliseconds, is waited for on a page that says how far it is. */
const PATIENCE = { large: 2500, small: 20_000 };
/** A smaller file is soon read, however busy the server: leaving the page would only hide what was just saved. */
const LARGE = 1_000_000;

/** The preparation of a deposit; a long, cancelled or failed reading leads to the page that tells of it. */
export async function prepareOrWait(event: Pick<RequestEvent<{ wave: string; deposit: string }>, 'params' | 'url' | 'locals'>): Promise<Preparation> {
  const { wave, deposit } = event.params;
  const { size } = await getDeposit(deposit);
  const back = barePath(event.url.pathname).split('/').at(-1) ?? 'lire';
  const wait = (): never => redirect(303, href(`/edition/vagues/${wave}/depots/${deposit}/lecture?retour=${back}`, { lang: event.locals.lang }));
  const state = await readingState(deposit);
  if (state?.status === 'cancelled' || state?.status === 'failed') wait();
  const preparation = prepareDeposit(deposit);
  // Left unheard after the redirect, a failure must not end the server.
  preparation.catch(() => undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, size < LARGE ? PATIENCE.small : PATIENCE.large, undefined));
  return (await Promise.race([preparation, late])) ?? wait();
}
