import { withRight } from '#lib/server/accounts/guard.ts';
import { readInitiatives } from '#lib/server/queries/census.ts';
import { readArchived } from '#lib/server/queries/initiative-history.ts';
import { nextTables } from '#lib/server/editions/next-tables.ts';
import { blockingProblems } from '#lib/server/editions/text-problems.ts';
import { listDeposits } from '#lib/server/queries/deposits.ts';
import { currentEdition } from '#lib/server/queries/publication.ts';
import { listStoredTexts } from '#lib/server/queries/editorial-texts.ts';
import { listWaves } from '#lib/server/queries/waves.ts';
import { viewProblems } from './view-problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { lang } = event.locals;
    const [waves, deposits, edition, all, archived, texts] = await Promise.all([listWaves(), listDeposits(), currentEdition(), readInitiatives(), readArchived(), listStoredTexts()]);
    const initiatives = all.filter(({ slug }) => !archived.has(slug));
    return {
      texts: viewProblems(texts.length > 0 ? blockingProblems(texts, await nextTables()) : [], lang),
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
