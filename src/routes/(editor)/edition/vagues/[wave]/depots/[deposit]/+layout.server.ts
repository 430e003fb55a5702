import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { holds } from '#lib/domain/accounts/rights.ts';
import { findWave } from '#lib/server/queries/waves.ts';
import { isBeingAmended } from '#lib/server/wave-intake/amend.ts';
import { getDeposit } from '#lib/server/wave-intake/index.ts';
import { prepareOrWait } from './prepare-or-wait.ts';
import { openPoints } from './steps.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
  withRight(event, 'workshop.read', async (account) => {
    const [wave, deposit] = await Promise.all([findWave(event.params.wave), getDeposit(event.params.deposit)]);
    if (!wave || deposit.wave !== wave.id) throw new DomainError('deposit_unknown');
    const preparation = await prepareOrWait(event);
    const { id, filename, size, sha256, at, actor, status, revision, committedAt, committedBy } = deposit;
    return {
      wave: { id: wave.id, title: wave.title[event.locals.lang] },
      deposit: { id, filename, size, sha256, at, actor, status, revision, committedAt, committedBy },
      open: openPoints(preparation),
      readable: preparation.reading !== undefined,
      ready: preparation.ready,
      // A committed deposit can be opened again, one that is being amended can be put back.
      amendable: holds(account.role, 'wave.deposit') && (status === 'committed' || (await isBeingAmended(deposit))),
      editable: status === 'received' && holds(account.role, 'wave.deposit')
    };
  });
