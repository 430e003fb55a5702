import { bindText } from '#lib/domain/indicators/bound-text/index.ts';
import { paragraphsOf } from '#lib/domain/indicators/bound-text/paragraphs.ts';
import type { IntroPage } from '#lib/domain/indicators/bound-text/intro-pages.ts';
import type { Lang } from '#lib/domain/language.ts';
import { findTables, findText, listTables } from '../queries/publication.ts';

/** Paragraphs that editors wrote for a page of an edition, with the numbers of that edition; none when they wrote nothing. */
export async function introText(version: string, page: IntroPage, lang: Lang): Promise<string[]> {
  const text = await findText(version, `intro.${page}`);
  if (!text) return [];
  const tables = await findTables(version, (await listTables(version)).map(({ id }) => id));
  return paragraphsOf(bindText(text[lang], tables, lang).text);
}
