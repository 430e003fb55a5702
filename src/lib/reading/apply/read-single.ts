import type { MissingReason } from '../../domain/missing.ts';
import type { Answer } from '../../domain/waves/response.ts';
import { isBlank } from '../shape/profile.ts';
import { missingWord } from '../values/missing-words.ts';
import { decidedReason, isNotAsked, memo, missing, otherText, type AnswerReader, type Context } from './context.ts';
import { readTicks } from './read-multiple.ts';
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

/** Reader of a single choice. */
export function readSingle(context: Context): AnswerReader {
  const { source } = context.bound.parts[0]!;
  if (source.layout === 'indicators' || source.layout === 'labels') return readSingleTicks(context);
  const column = source.items[0]!.column;
  const read = choiceReader(context, context.matcher);
  const shared = new Map<string, Answer>();
  const answer = (option: string, other: string | undefined): Answer => {
    if (other !== undefined) return { state: 'answered', type: 'single', option, other };
    const known = shared.get(option);
    if (known) return known;
    const made: Answer = Object.freeze({ state: 'answered', type: 'single', option } as const);
    shared.set(option, made);
    return made;
  };
  return (row) => {
    const text = context.text(row, column);
    const choice = read(text);
    const beside = otherText(context, row);
    if (choice.unknown) {
      reportUnknown(context, context.matcher, row, column, text);
      return missing('unreadable');
    }
    if (choice.option !== undefined) {
      if (choice.other !== undefined) context.collector.add('read_as_other', 'information', { row, column }, text, { question: context.question.code });
      return answer(choice.option, choice.other ?? beside);
    }
    const { other } = context.matcher;
    if (beside !== undefined && other) return answer(other.code, beside);
    return missing(choice.missing ?? 'no_answer');
  };
}

/** A single choice laid out as one column per option. */
function readSingleTicks(context: Context): AnswerReader {
  const ticks = readTicks(context);
  return (row) => {
    const { options, state, other } = ticks(row);
    if (options.length === 1) return { state: 'answered', type: 'single', option: options[0]!, ...(other !== undefined ? { other } : {}) };
    if (options.length === 0) return missing(state === 'answered' ? 'no_answer' : state);
    context.collector.add('several_answers', 'blocking', { row, column: context.bound.parts[0]!.source.items[0]!.column }, options.join(', '), { question: context.question.code });
    return missing('unreadable');
  };
}
