import { redirect, type RequestEvent } from '@sveltejs/kit';
import { barePath, href } from '#lib/i18n/href.ts';
import { prepareDeposit, readingState, type Preparation } from '#lib/server/wave-intake/index.ts';

/** A reading that lasts longer is waited for on a page that says how far it is. */
const PATIENCE = 2500;

/** The preparation of a deposit; a long, cancelled or failed reading leads to the page that tells of it. */
export async function prepareOrWait(event: Pick<RequestEvent<{ wave: string; deposit: string }>, 'params' | 'url' | 'locals'>): Promise<Preparation> {
  const { wave, deposit } = event.params;
  const back = barePath(event.url.pathname).split('/').at(-1) ?? 'lire';
  const wait = (): never => redirect(303, href(`/edition/vagues/${wave}/depots/${deposit}/lecture?retour=${back}`, { lang: event.locals.lang }));
  const state = await readingState(deposit);
  if (state?.status === 'cancelled' || state?.status === 'failed') wait();
  const preparation = prepareDeposit(deposit);
  // Left unheard after the redirect, a failure must not end the server.
  preparation.catch(() => undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined));
  return (await Promise.race([preparation, late])) ?? wait();
}
