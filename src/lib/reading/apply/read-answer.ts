import type { Answer } from '../../domain/waves/response.ts';
import { missing, type AnswerReader, type Context } from './context.ts';
import { readMultiple } from './read-multiple.ts';
import { readNumberAnswer, readNumbersAnswer } from './read-numbers.ts';
import { readDateAnswer, readGrid, readText } from './read-others.ts';
import { readSingle } from './read-single.ts';

/** The reader of a codebook question's answers, by its type. */
export function answerReader(context: Context): AnswerReader {
  const { question, bound } = context;
  const columns = bound.parts.reduce((sum, { source }) => sum + source.items.length, 0);
  // Columns that cannot hold this kind of answer: reported once, and no answer is invented.
  if (columns > 1 && (question.type === 'number' || question.type === 'date' || (question.type === 'single' && bound.parts[0]!.source.layout === 'rows'))) return mismatch(context);
  if (question.type === 'single') return readSingle(context);
  if (question.type === 'multiple') return readMultiple(context);
  if (question.type === 'number') return readNumberAnswer(context);
  if (question.type === 'numbers') return readNumbersAnswer(context);
  if (question.type === 'grid') return readGrid(context);
  return question.type === 'date' ? readDateAnswer(context) : readText(context);
}

function mismatch(context: Context): () => Answer {
  const { source } = context.bound.parts[0]!;
  context.collector.add('layout_mismatch', 'blocking', { column: source.items[0]!.column }, source.label, { question: context.question.code, columns: source.items.length });
  return () => missing('unreadable');
}
