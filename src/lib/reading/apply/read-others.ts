import type { Answer } from '../../domain/waves/response.ts';
import type { MissingReason } from '../../domain/missing.ts';
import { isBlank } from '../values/blank.ts';
import { readDate, serialDate } from '../values/dates.ts';
import { missingSign, missingWord } from '../values/missing-words.ts';
import { decidedReason, isNotAsked, memo, missing, type AnswerReader, type Context } from './context.ts';
import { OptionMatcher } from './option-matcher.ts';
import { choiceReader, reportUnknown } from './choice-reader.ts';

/** Reader of a grid: one option of the scale for each row. */
export function readGrid(context: Context): AnswerReader {
  const scale = new OptionMatcher(context.question.scale ?? [], structureLabels(context));
  const read = choiceReader(context, scale);
  const columns = context.bound.parts.flatMap(({ source, option }) =>
    source.items.flatMap((item) => {
      const decided = context.decided(item.code ?? item.label) ?? context.decided(item.label);
      const code = option ?? (decided && decided !== 'ignore' ? decided : undefined) ?? context.matcher.findItem(item)?.code;
      if (code === undefined && decided !== 'ignore') {
        context.collector.add('unknown_option_column', 'blocking', { column: item.column }, item.label, { question: context.question.code, suggestion: context.matcher.suggest(item.label)?.option.label.fr ?? '—', key: item.code ?? item.label });
      }
      return code === undefined ? [] : [{ column: item.column, code }];
    })
  );
  return (row) => {
    const rows: Record<string, string> = {};
    let state: MissingReason = 'no_answer';
    let [count, unreadable] = [0, false];
    for (const { column, code } of columns) {
      const text = context.text(row, column);
      const choice = read(text);
      if (choice.option !== undefined) {
        rows[code] = choice.option;
        count++;
      } else if (choice.unknown) {
        reportUnknown(context, scale, row, column, text);
        unreadable = true;
      } else if (choice.missing && choice.missing !== 'no_answer') state = choice.missing;
    }
    if (count > 0) return { state: 'answered', type: 'grid', rows };
    return missing(unreadable ? 'unreadable' : state);
  };
}

/** Codes of the tool's scale, when a structure file gives them. */
export function structureLabels(context: Context): Map<string, string> {
  const code = context.bound.parts[0]?.source.code;
  const known = context.reading.structure?.questions.find((question) => code !== undefined && (question.toolCode === code || question.code === code));
  return new Map([...(known?.options ?? []), ...(known?.scale ?? [])].map((option) => [option.code, option.label.fr]));
}

/** Reader of a date, ISO 8601. */
export function readDateAnswer(context: Context): AnswerReader {
  const column = context.bound.parts[0]!.source.items[0]!.column;
  const order = context.choice('date_order', column);
  const system = context.choice('date_system', column);
  const read = memo((text): Answer => {
    if (isBlank(text)) return missing('no_answer');
    const reason = decidedReason(context, text) ?? (isNotAsked(context, text) ? 'not_asked' : missingWord(text));
    if (reason) return missing(reason);
    const found = readDate(ordered(text, order));
    if (!found) return missing('unreadable');
    const date = found.doubt === 'serial' && system === '1904' ? serialDate(Number(text), true)?.iso : found.iso;
    return date === undefined ? missing('unreadable') : { state: 'answered', type: 'date', date };
  });
  return (row) => {
    const text = context.text(row, column);
    const answer = read(text);
    if (answer.state === 'unreadable') context.collector.add('unreadable_date', 'blocking', { row, column }, text, { question: context.question.code });
    return answer;
  };
}

/** Rewrites a doubtful date in the order that the editor chose. */
function ordered(text: string, order: string | undefined): string {
  const match = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{2}|\d{4})(.*)$/.exec(text.trim());
  if (!match || order === undefined || order === 'day_first') return text;
  const [, a = '', sign = '/', b = '', c = '', rest = ''] = match;
  if (order === 'month_first') return `${b}${sign}${a}${sign}${c}${rest}`;
  return c.length === 2 ? `20${a.padStart(2, '0')}-${b}-${c}${rest}` : text;
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w-]{2,63}/;
const TELEPHONE = /(?:\+33\s?|\b0)[1-9](?:[\s.-]?\d{2}){4}\b/;

/** Reader of a free text, kept as it stands. Personal data in a text that could be read by others is pointed out. */
export function readText(context: Context): AnswerReader {
  const columns = context.bound.parts.flatMap(({ source }) => source.items.map(({ column }) => column));
  const escaped = context.conventions.decimal === 'dot';
  const watched = context.question.level !== 'identifying';
  return (row) => {
    const texts: string[] = [];
    let reason: MissingReason = 'no_answer';
    for (const column of columns) {
      const text = context.text(row, column);
      const skipped = isBlank(text) ? 'no_answer' : isNotAsked(context, text) ? 'not_asked' : (decidedReason(context, text) ?? missingSign(text));
      if (skipped !== undefined) {
        if (skipped !== 'no_answer') reason = skipped;
        continue;
      }
      // Tools put an apostrophe before a text that a spreadsheet would compute.
      texts.push(escaped && /^'[=+@-]/.test(text) ? text.slice(1) : text);
      if (watched && (EMAIL.test(text) || TELEPHONE.test(text))) context.collector.add('personal_data', 'information', { row, column }, text.slice(0, 200), { question: context.question.code });
    }
    return texts.length > 0 ? { state: 'answered', type: 'text', text: texts.join('\n') } : missing(reason);
  };
}
