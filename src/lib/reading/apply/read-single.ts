import type { Answer } from '../../domain/waves/response.ts';
import { choiceReader, reportUnknown } from './choice-reader.ts';
import { missing, otherText, type AnswerReader, type Context } from './context.ts';
import { readTicks } from './read-multiple.ts';

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
