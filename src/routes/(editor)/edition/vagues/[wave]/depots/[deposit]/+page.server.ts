import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { getDeposit } from '#lib/server/wave-intake/index.ts';
import { prepareOrWait } from './prepare-or-wait.ts';
import { firstOpenStep } from './steps.ts';
import type { PageServerLoad } from './$types';

/** Takes a deposit up again where it stands. */
export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const deposit = await getDeposit(event.params.deposit);
    const step = deposit.status === 'received' ? firstOpenStep(await prepareOrWait(event)) : 'publier';
    redirect(303, href(`/edition/vagues/${deposit.wave}/depots/${deposit.id}/${step}`, { lang: event.locals.lang }));
  });
