import { error } from '@sveltejs/kit';
import { writeSelection } from '#lib/domain/directory/parse-query.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Lang } from '#lib/domain/language.ts';
import { ask } from './ask.ts';
import { editionDirectory } from './edition-directory.ts';

const UNKNOWN: Record<Lang, string> = { fr: 'Paramètres inconnus :', en: 'Unknown parameters:' };

/**
 * The initiatives that an address of the directory shows, all pages together, in its order. A file must hold exactly what
 * was asked: an unknown parameter is an error here, where a page would say it and go on.
 */
export async function initiativesOf(version: string, params: URLSearchParams, lang: Lang): Promise<{ initiatives: Initiative[]; query: string }> {
  const directory = await editionDirectory(version);
  const { ranked, query, unknown } = ask(directory, params);
  if (unknown.length > 0) {
    error(400, { message: `${UNKNOWN[lang]} ${unknown.map(({ name, value }) => `${name}=${value}`).join(', ')}`, code: 'unknown_parameters' });
  }
  return { initiatives: ranked.map(({ initiative }) => initiative), query: writeSelection(query).toString() };
}
