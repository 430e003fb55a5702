import { isBlank } from '../values/blank.ts';

/** The heading of a column for people: its rows, each text once, without identifiers in JSON. */
export function headingText(texts: readonly string[]): string {
  const shown = texts.map((text) => text.trim()).filter((text) => !isBlank(text) && !text.startsWith('{"ImportId"'));
  return [...new Set(shown)].join(' – ');
}
