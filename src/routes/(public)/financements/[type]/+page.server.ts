import { error } from '@sveltejs/kit';
import { FAILURES } from '#lib/domain/errors.ts';
import { familyOf } from '#lib/domain/indicators/funder-types.ts';
import { tableId } from '#lib/domain/indicators/publishable.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { findTables } from '#lib/server/queries/publication.ts';
import { figuresOfPage } from '../../figures-of-page.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** One funder type: its line in the table of amounts, and the same line by territory and by size. */
export const load: PageServerLoad = async (event) => {
  const { type } = event.params;
  if (!familyOf(type)) error(404, FAILURES.not_found.text[event.locals.lang]);
  const page = await figuresOfPage(event, undefined, ['funding_amounts']);
  const [figure] = page.figures;
  if (figure && !figure.table.groups.some((group) => group.rows.some((row) => row.code === type))) error(404, FAILURES.not_found.text[event.locals.lang]);
  const crossed = figure ? await findTables(shownEdition(event.locals).version, figure.breakdowns.map((breakdown) => tableId(figure.table.wave, 'funding_amounts', breakdown))) : [];
  // Only the line of this type is sent: the rest of the crossed tables is on its own page.
  return { ...page, type, crossed: crossed.map((table) => ({ ...table, groups: table.groups.map((group) => ({ ...group, rows: group.rows.filter((row) => row.code === type) })) })) };
};
