import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { checkText, type TextProblem } from '#lib/domain/indicators/bound-text/index.ts';
import { LANGUAGES, type Lang, type Text } from '#lib/domain/language.ts';

/** A problem of an editor's text: which text, in which language, and what. */
export type PlacedProblem = TextProblem & { key: string; lang: Lang };

/** Everything that is wrong with the texts of an edition, given its tables, in the order of the texts. */
export function textProblems(texts: { key: string; value: Text }[], tables: PublishedTable[]): PlacedProblem[] {
  return texts.flatMap(({ key, value }) => LANGUAGES.flatMap((lang) => checkText(value[lang], tables, lang).map((problem) => ({ ...problem, key, lang }))));
}

/** Those that stop a publication. */
export function blockingProblems(texts: { key: string; value: Text }[], tables: PublishedTable[]): PlacedProblem[] {
  return textProblems(texts, tables).filter(({ blocking }) => blocking);
}
