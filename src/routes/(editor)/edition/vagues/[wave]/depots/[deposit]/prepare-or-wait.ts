import { redirect, type RequestEvent } from '@sveltejs/kit';
import { barePath, href } from '#lib/i18n/href.ts';
import { getDeposit, prepareDeposit, readCells, readingState, type CellWindow, type Preparation } from '#lib/server/wave-intake/index.ts';

/** A reading that lasts longer, in milliseconds, is waited for on a page that says how far it is. */
const PATIENCE = { large: 2500, small: 20_000 };
/** A smaller file is soon read, however busy the server: leaving the page would only hide what was just saved. */
const LARGE = 1_000_000;

type Asked = Pick<RequestEvent<{ wave: string; deposit: string }>, 'params' | 'url' | 'locals'>;

/** What a reading gives; a long, cancelled or failed one leads to the page that tells of it. */
async function orWait<T>({ params: { wave, deposit }, url, locals }: Asked, read: () => Promise<T>): Promise<T> {
  const { size } = await getDeposit(deposit);
  const back = barePath(url.pathname).split('/').at(-1) ?? 'lire';
  const wait = (): never => redirect(303, href(`/edition/vagues/${wave}/depots/${deposit}/lecture?retour=${back}`, { lang: locals.lang }));
  const state = await readingState(deposit);
  if (state?.status === 'cancelled' || state?.status === 'failed') wait();
  const reading = read().then((value) => ({ value }));
  // Left unheard after the redirect, a failure must not end the server.
  reading.catch(() => undefined);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, size < LARGE ? PATIENCE.small : PATIENCE.large, undefined));
  return ((await Promise.race([reading, late])) ?? wait()).value;
}

/** The preparation of a deposit. */
export const prepareOrWait = (event: Asked): Promise<Preparation> => orWait(event, () => prepareDeposit(event.params.deposit));

/** A window of its cells. */
export const cellsOrWait = (event: Asked, window: Parameters<typeof readCells>[1]): Promise<CellWindow | undefined> => orWait(event, () => readCells(event.params.deposit, window));
