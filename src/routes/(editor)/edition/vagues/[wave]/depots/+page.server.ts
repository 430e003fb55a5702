import { fail, redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { findWave } from '#lib/server/queries/waves.ts';
import { settings } from '#lib/server/settings.ts';
import { createDeposit } from '#lib/server/wave-intake/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'wave.deposit', async () => {
    const wave = await findWave(event.params.wave);
    if (!wave) throw new DomainError('wave_unknown', { wave: event.params.wave });
    return { wave: { id: wave.id, title: wave.title[event.locals.lang], loaded: wave.status === 'loaded' }, limit: settings.uploadLimit };
  });

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      const file = (await event.request.formData()).get('file');
      if (!(file instanceof File) || file.name === '') return fail(400, { problem: 'none' as const });
      if (file.size > settings.uploadLimit) return fail(413, { problem: 'large' as const });
      // Packed as it is read: a large file does not stand in memory a second time.
      const { deposit, already } = await createDeposit({ wave: event.params.wave, filename: file.name, bytes: file.stream(), actor: account.email });
      redirect(303, href(`/edition/vagues/${deposit.wave}/depots/${deposit.id}/lire${already ? '?deja' : ''}`, { lang: event.locals.lang }));
    })
};
