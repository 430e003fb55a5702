import type { PublishedTable } from '../../confidentiality/published.ts';
import { typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { lookUp } from './lookup.ts';
import { BRACES, parsePlaceholder } from './placeholder.ts';
import { problem, type TextProblem } from './problem.ts';

/** A text with its numbers, and what kept some of them out (left as `x` in the text). */
export type BoundText = { text: string; problems: TextProblem[] };

/**
 * Replaces each `{{objectives.access.n}}` of an editor's text by the published number, written in `lang`.
 * A number that cannot be given is written `x` (unknown) or `c` (confidential) and told in `problems`.
 */
export function bindText(template: string, tables: PublishedTable[], lang: Lang): BoundText {
  const problems: TextProblem[] = [];
  const text = template.replace(BRACES, (source) => {
    const placeholder = parsePlaceholder(source);
    if (!placeholder) {
      problems.push(problem('unreadable', source));
      return 'x';
    }
    const found = lookUp(placeholder, tables, lang);
    if (found === 'unknown' || found === 'hidden') {
      problems.push(problem(found, source));
      return found === 'hidden' ? 'c' : 'x';
    }
    const { expected } = placeholder;
    if (expected !== undefined && bare(expected) !== bare(found.text)) problems.push(problem('stale', source, { expected, value: found.text }));
    return found.text;
  });
  return { text: typeset(text, lang), problems };
}

/** Digits, separator and sign only: `129 500 €` and `129500` are one number. */
function bare(text: string): string {
  return text.replace(/,(?=\d{3}\b)/g, '').replace(',', '.').replace(/[^\d.\-\u2212]/g, '');
}
