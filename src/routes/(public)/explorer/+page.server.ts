import { withoutParameters } from '#lib/components/layout/parameters.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { findTables, listTables, listWaves } from '#lib/server/queries/publication.ts';
import { catalogue } from './catalogue.ts';
import { readChoice } from './choice.ts';
import type { PageServerLoad } from './$types';

/** One table among the finite set that the edition publishes, and that set. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { version } = shownEdition(locals);
  const [entries, waves] = await Promise.all([listTables(version), listWaves(version)]);
  const tables = await findTables(version, entries.map(({ id }) => id));
  const asked = waves.map((wave) => wave.wave).filter((wave) => entries.some((entry) => entry.wave === wave));
  const choice = readChoice(url.searchParams, tables, asked);
  return { choice, entries: catalogue(tables), waves: asked, clean: withoutParameters(url, choice.unknown) };
};
