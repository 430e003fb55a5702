import { BREAKDOWN_LABELS } from '#lib/domain/indicators/breakdowns.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { INITIATIVE_COLUMNS } from '#lib/server/exports/initiative-columns.ts';
import { tableColumns } from '#lib/server/exports/table-rows.ts';
import { findTables, listInitiatives, listTables } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs a script: none is sent. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
  const { lang } = locals;
  const { version } = shownEdition(locals);
  const entries = await listTables(version);
  const tables = await findTables(
    version,
    entries.map((entry) => entry.id)
  );
  const initiatives = await listInitiatives(version);
  return {
    initiatives: initiatives.length,
    synthetic: initiatives.filter((initiative) => initiative.provenance === 'synthetic').length,
    tables: tables.map(({ id, wave, breakdown, title, provenance }) => ({
      id,
      wave,
      breakdown: breakdown && BREAKDOWN_LABELS[breakdown][lang],
      title: title[lang],
      synthetic: provenance === 'synthetic'
    })),
    dictionaries: {
      initiatives: INITIATIVE_COLUMNS.map(({ name, type, description }) => ({ name, type, description: description[lang] })),
      tables: tableColumns(lang).map(({ name, type, description }) => ({ name, type, description: description[lang] }))
    }
  };
};
