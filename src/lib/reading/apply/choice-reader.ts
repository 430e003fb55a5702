import type { MissingReason } from '../../domain/missing.ts';
import { isBlank } from '../values/blank.ts';
import { missingWord } from '../values/missing-words.ts';
import { decidedReason, isNotAsked, memo, type Context } from './context.ts';
import type { OptionMatcher } from './option-matcher.ts';

/** What one text says: an option, a reason, a text of the respondent, or nothing known. */
export type ChoiceReading = { option?: string; missing?: MissingReason; other?: string; unknown?: true; note?: 'word' };

/** One option in one cell (a single choice, or a row of a grid). */
export function choiceReader(context: Context, matcher: OptionMatcher): (text: string) => ChoiceReading {
  return memo((text): ChoiceReading => {
    if (isBlank(text)) return { missing: 'no_answer' };
    const decided = context.decided(text);
    const reason = decidedReason(context, text);
    if (reason) return { missing: reason };
    if (decided === 'other' && matcher.other) return { option: matcher.other.code, other: text.trim() };
    if (decided !== undefined && matcher.options.some((option) => option.code === decided)) return { option: decided };
    if (isNotAsked(context, text)) return { missing: 'not_asked' };
    const option = matcher.find(text);
    if (option) return { option: option.code };
    const word = missingWord(text);
    if (word) return { missing: word };
    // "Autre : le texte" is how some forms write it.
    const typed = /^(?:autres?|other)\b[^:]{0,30}:\s*(.+)$/i.exec(text.trim());
    if (typed && matcher.other) return { option: matcher.other.code, other: typed[1]! };
    if (matcher.other && !matcher.suggest(text)) return { option: matcher.other.code, other: text.trim() };
    return { unknown: true };
  });
}

/** Reports a text that is no option, with the closest one. */
export function reportUnknown(context: Context, matcher: OptionMatcher, row: number, column: number, text: string): void {
  const suggestion = matcher.suggest(text);
  context.collector.add('unknown_option', 'blocking', { row, column }, text, {
    question: context.question.code,
    suggestion: suggestion?.option.label.fr ?? '—',
    ...(suggestion ? { suggestion_code: suggestion.option.code } : {})
  });
}
