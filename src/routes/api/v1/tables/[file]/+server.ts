import { error } from '@sveltejs/kit';
import { FAILURES } from '#lib/domain/errors.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { about } from '#lib/server/exports/about.ts';
import { toRows } from '#lib/server/exports/columns.ts';
import { writeCsv } from '#lib/server/exports/csv.ts';
import { fileResponse } from '#lib/server/exports/file-response.ts';
import { writeJson } from '#lib/server/exports/json.ts';
import { tableColumns, tableLines } from '#lib/server/exports/table-rows.ts';
import { takeVariant } from '#lib/server/exports/variant.ts';
import { findTable } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** One published table: `tables/2025.objectives.by.lead_type.csv` or `.json`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const [, id, format] = /^(.+)\.(csv|json)$/.exec(params.file) ?? [];
  const edition = shownEdition(locals);
  const table = id ? await findTable(edition.version, id) : undefined;
  if (!table) error(404, { message: FAILURES.not_found.text[locals.lang], code: 'not_found' });
  if (format === 'json') return fileResponse(writeJson({ ...about(edition), table }), 'json', table.id);
  const columns = tableColumns(locals.lang);
  const csv = writeCsv(
    columns.map((column) => column.name),
    toRows(columns, tableLines(table)),
    takeVariant(url.searchParams).variant
  );
  return fileResponse(csv, 'csv', `${table.id}-${edition.version}`);
};
