import { error } from '@sveltejs/kit';
import { parseQuery, writeSelection } from '#lib/domain/directory/parse-query.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Lang } from '#lib/domain/language.ts';
import { editionDirectory } from './edition-directory.ts';
import { placeAround } from './near.ts';
import { select } from './select.ts';

const UNKNOWN: Record<Lang, string> = { fr: 'Paramètres inconnus :', en: 'Unknown parameters:' };

/**
 * The initiatives that an address of the directory shows, all pages together, in its order. A file must hold exactly what
 * was asked: an unknown parameter is an error here, where a page would say it and go on.
 */
export async function initiativesOf(version: string, params: URLSearchParams, lang: Lang): Promise<{ initiatives: Initiative[]; query: string }> {
  const directory = await editionDirectory(version);
  const { query, unknown } = parseQuery(params, directory.vocabulary);
  const around = query.near ? placeAround(query.near) : undefined;
  if (query.near && !around) unknown.push({ name: 'pres', value: query.near });
  if (unknown.length > 0) {
    error(400, { message: `${UNKNOWN[lang]} ${unknown.map(({ name, value }) => `${name}=${value}`).join(', ')}`, code: 'unknown_parameters' });
  }
  const { ranked } = select(directory, query, around?.commune);
  return { initiatives: ranked.map(({ initiative }) => initiative), query: writeSelection(query).toString() };
}
