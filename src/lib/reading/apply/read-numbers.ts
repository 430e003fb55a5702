import type { MissingReason } from '../../domain/missing.ts';
import type { Answer } from '../../domain/waves/response.ts';
import { isBlank } from '../values/blank.ts';
import { MISSING_CODES, missingWord } from '../values/missing-words.ts';
import { readNumber } from '../values/numbers.ts';
import { decidedReason, isNotAsked, memo, missing, type AnswerReader, type Context } from './context.ts';

type Value = { number?: number; missing?: MissingReason; problem?: string };

/** Reader of one number. */
export function readNumberAnswer(context: Context): AnswerReader {
  const column = context.bound.parts[0]!.source.items[0]!.column;
  const read = numberReader(context, column);
  const shared = new Map<number, Answer>();
  return (row) => {
    const text = context.text(row, column);
    const value = read(text);
    report(context, row, column, text, value);
    if (value.number === undefined) return missing(value.missing ?? 'unreadable');
    const known = shared.get(value.number);
    if (known) return known;
    const made: Answer = { state: 'answered', type: 'number', number: value.number };
    if (shared.size < 20_000) shared.set(value.number, made);
    return made;
  };
}

/** Reader of one number per option; their sum is checked when all are there. */
export function readNumbersAnswer(context: Context): AnswerReader {
  const { question, matcher, bound } = context;
  const columns = bound.parts.flatMap(({ source, option }) =>
    source.items.flatMap((item) => {
      const decided = context.decided(item.code ?? item.label) ?? context.decided(item.label);
      const code = option ?? (decided && decided !== 'ignore' ? decided : undefined) ?? matcher.findItem(item)?.code;
      if (code === undefined && decided !== 'ignore') {
        const suggestion = matcher.suggest(item.label);
        context.collector.add('unknown_option_column', 'blocking', { column: item.column }, item.label, { question: question.code, suggestion: suggestion?.option.label.fr ?? '—', key: item.code ?? item.label });
      }
      return code === undefined ? [] : [{ column: item.column, code, read: numberReader(context, item.column) }];
    })
  );
  return (row) => {
    const numbers: Record<string, number> = {};
    let state: MissingReason = 'no_answer';
    let [count, unreadable] = [0, false];
    for (const { column, code, read } of columns) {
      const text = context.text(row, column);
      const value = read(text);
      report(context, row, column, text, value);
      if (value.number !== undefined) {
        numbers[code] = value.number;
        count++;
      } else if (value.problem !== undefined) unreadable = true;
      else if (value.missing !== undefined && value.missing !== 'no_answer' && state === 'no_answer') state = value.missing;
    }
    if (count === 0) return missing(unreadable ? 'unreadable' : state);
    checkSum(context, row, columns, numbers, count);
    return { state: 'answered', type: 'numbers', numbers };
  };
}

function checkSum(context: Context, row: number, columns: { column: number }[], numbers: Record<string, number>, count: number): void {
  const { sum, options } = context.question;
  if (!sum) return;
  const total = Object.values(numbers).reduce((all, number) => all + number, 0);
  const complete = count === (options?.length ?? count);
  const over = total > sum.total + sum.tolerance + 1e-9;
  if (!over && (!complete || Math.abs(total - sum.total) <= sum.tolerance + 1e-9)) return;
  const shown = Object.entries(numbers).map(([code, number]) => `${code} ${number}`).join(' + ');
  context.collector.add('sum_not_total', 'acknowledge', { row, column: columns[0]!.column }, shown, { question: context.question.code, sum: Number(total.toFixed(6)), total: sum.total, tolerance: sum.tolerance });
}

/** Reads the cells of a numeric column as the codebook and the editor say. */
function numberReader(context: Context, column: number): (text: string) => Value {
  const { question, conventions } = context;
  const fraction = context.choice('percent_or_fraction', column);
  const separators = context.choice('us_separators', column) ?? context.choice('thousands_or_decimal', column);
  const code = context.choice('missing_code', column);
  return memo((text): Value => {
    if (isBlank(text)) return { missing: 'no_answer' };
    const reason = decidedReason(context, text);
    if (reason) return { missing: reason };
    if (isNotAsked(context, text)) return { missing: 'not_asked' };
    const word = missingWord(text);
    if (word) return { missing: word };
    if (code && code !== 'number' && MISSING_CODES.has(text.trim())) return { missing: code as MissingReason };
    const read = readNumber(text, conventions.decimal);
    if (!read) return { problem: 'unreadable_number' };
    let number = read.value;
    if (read.doubt === 'thousands_or_decimal' && separators === 'thousands') number = Number(text.replace(/[^\d-]/g, ''));
    if (question.unit === 'percent' && !read.percent && isFraction(text, number) && (fraction === 'fraction' || (fraction === undefined && context.reading.asks.some((ask) => ask.code === 'percent_or_fraction' && ask.where.column === column)))) {
      number = Number((number * 100).toPrecision(12));
    }
    return { number, ...problemOf(context, number) };
  });
}

function isFraction(text: string, number: number): boolean {
  return number > 0 && number <= 1 && (/[.,]/.test(text) || number === 1);
}

function problemOf(context: Context, number: number): { problem?: string } {
  const { question } = context;
  if (question.unit === 'percent' && number > 100 && (question.max ?? 100) >= 100) return { problem: 'share_over_100' };
  if ((question.min !== undefined && number < question.min) || (question.max !== undefined && number > question.max)) return { problem: 'out_of_range' };
  if (question.integer && !Number.isInteger(number)) return { problem: 'not_integer' };
  return {};
}

function report(context: Context, row: number, column: number, text: string, value: Value): void {
  if (value.problem === undefined) return;
  const { code, min, max } = context.question;
  const level = value.problem === 'not_integer' ? 'acknowledge' : 'blocking';
  context.collector.add(value.problem, level, { row, column }, text, { question: code, min: min ?? '—', max: max ?? '—' });
}
