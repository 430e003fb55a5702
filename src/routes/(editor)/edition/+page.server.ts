import { withRight } from '#lib/server/accounts/guard.ts';
import { readInitiatives } from '#lib/server/queries/census.ts';
import { listDeposits } from '#lib/server/queries/deposits.ts';
import { currentEdition } from '#lib/server/queries/publication.ts';
import { listWaves } from '#lib/server/queries/waves.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { lang } = event.locals;
    const [waves, deposits, edition, initiatives] = await Promise.all([listWaves(), listDeposits(), currentEdition(), readInitiatives()]);
    return {
      initiatives: initiatives.length,
      caisses: initiatives.filter((initiative) => initiative.kind === 'caisse').length,
      edition: edition && { version: edition.version, publishedAt: edition.publishedAt },
      waves: waves.map((wave) => ({
        id: wave.id,
        title: wave.title[lang],
        openedOn: wave.openedOn,
        closedOn: wave.closedOn,
        synthetic: wave.provenance === 'synthetic',
        loaded: wave.status === 'loaded',
        responses: wave.responses,
        frame: wave.frame,
        pending: deposits
          .filter((deposit) => deposit.wave === wave.id && deposit.status === 'received')
          .map(({ id, filename, at, actor }) => ({ id, filename, at, actor }))
      }))
    };
  });
