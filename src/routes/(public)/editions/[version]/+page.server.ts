import { DomainError } from '#lib/domain/errors.ts';
import { failAsPage } from '#lib/server/http/fail-as-page.ts';
import { findEdition, listEditions, listInitiatives, listTables, listWaves } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs a script: none is sent. */
export const csr = false;

/** A withdrawn edition keeps its page: why it was withdrawn, and what replaces it. Only its content is gone. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { version } = params;
  const shown = await findEdition(version);
  if (!shown) failAsPage(new DomainError('edition_unknown', { version }), locals.lang);
  const editions = await listEditions();
  const at = editions.findIndex((edition) => edition.version === version);
  if (shown.status === 'withdrawn') return { shown, content: undefined, previous: editions[at + 1]?.version, next: editions[at - 1]?.version };
  const [initiatives, waves, tables] = await Promise.all([listInitiatives(version), listWaves(version), listTables(version)]);
  return {
    shown,
    content: {
      initiatives: initiatives.length,
      caisses: initiatives.filter((initiative) => initiative.kind === 'caisse').length,
      synthetic: initiatives.filter((initiative) => initiative.provenance === 'synthetic').length,
      waves: waves.map(({ wave, title, frame, responses, provenance }) => ({ wave, title, frame, responses, provenance })),
      tables: tables.length
    },
    previous: editions[at + 1]?.version,
    next: editions[at - 1]?.version
  };
};
