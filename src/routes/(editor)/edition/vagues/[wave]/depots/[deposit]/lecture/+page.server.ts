import { redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { cancelReading, clearReading, getDeposit, isPreparing, prepareDeposit, readingState } from '#lib/server/wave-intake/index.ts';
import type { Actions, PageServerLoad } from './$types';

const BACK = ['lire', 'associer', 'reponses', 'rapprocher', 'controler', 'comparer', 'publier', 'decisions', 'cellules', 'nouvelle'];

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { wave, deposit: id } = event.params;
    const deposit = await getDeposit(id);
    if (deposit.wave !== wave) throw new DomainError('deposit_unknown');
    const asked = event.url.searchParams.get('retour') ?? '';
    const back = BACK.includes(asked) ? asked : 'lire';
    const state = await readingState(id);
    const stopped = state?.status === 'cancelled' || state?.status === 'failed';
    if (!stopped && state?.status !== 'running') {
      const known = await isPreparing(id);
      const preparation = prepareDeposit(id);
      preparation.catch(() => undefined);
      if (known) redirect(303, href(`/edition/vagues/${wave}/depots/${id}/${back === 'nouvelle' ? 'rapprocher' : back}`, { lang: event.locals.lang }));
    }
    return { wave: { id: wave }, deposit: { id, filename: deposit.filename, size: deposit.size }, back, status: stopped ? state.status : ('running' as const), step: state?.step, done: state?.done ?? 0 };
  });

export const actions: Actions = {
  cancel: (event) =>
    withRight(event, 'wave.deposit', () => {
      cancelReading(event.params.deposit);
    }),
  resume: (event) => withRight(event, 'wave.deposit', () => clearReading(event.params.deposit))
};
