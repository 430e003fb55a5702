import type { MissingReason } from '../../domain/missing.ts';
import type { Answer } from '../../domain/waves/response.ts';
import { isBlank } from '../values/blank.ts';
import { readTick } from '../values/booleans.ts';
import { fold } from '../values/fold.ts';
import { missingWord } from '../values/missing-words.ts';
import { decidedReason, isNotAsked, memo, missing, otherText, type AnswerReader, type Context } from './context.ts';
import { matchJoined } from './match-joined.ts';
import { reportUnknown } from './choice-reader.ts';

/** Options ticked in a response, and its state when none is. */
export type Ticks = { options: string[]; state: 'answered' | MissingReason; other?: string };

type Column = { column: number; label: string; option: string | undefined };

/** Reader of a multiple choice, whatever its layout. */
export function readMultiple(context: Context): AnswerReader {
  const { layout } = context.bound.parts[0]!.source;
  const read = layout === 'column' && context.bound.parts[0]!.option === undefined ? readJoined(context) : layout === 'joined' ? readJoined(context) : layout === 'positional' || layout === 'rows' ? readPositional(context) : readTicks(context);
  const shared = new Map<string, Answer>();
  return (row) => {
    const { options, state, other } = read(row);
    if (options.length === 0 && other === undefined && state !== 'answered') return missing(state);
    const complete = other !== undefined && context.matcher.other && !options.includes(context.matcher.other.code) ? [...options, context.matcher.other.code] : options;
    if (other !== undefined) return { state: 'answered', type: 'multiple', options: complete, other };
    const key = complete.join('\u0000');
    const known = shared.get(key);
    if (known) return known;
    const made: Answer = { state: 'answered', type: 'multiple', options: complete };
    shared.set(key, made);
    return made;
  };
}

/** One column per option: ticked, not ticked, blank, not asked. */
export function readTicks(context: Context): (row: number) => Ticks {
  const columns = boundColumns(context);
  const { otherOption, otherColumns } = others(context);
  const summary = context.bound.parts[0]!.source.summaryColumn;
  const { marks } = context.bound.parts[0]!.source;
  const tick = memo((text): { value: boolean | 'not_asked' | 'unknown' } => {
    if (isNotAsked(context, text)) return { value: 'not_asked' };
    return { value: readTick(text, marks) ?? (missingWord(text) ? false : 'unknown') };
  });
  return (row) => {
    const options: string[] = [];
    let [no, skipped, unknown] = [false, false, false];
    let word: MissingReason | undefined;
    for (const { column, label, option } of columns) {
      const text = context.text(row, column);
      if (isBlank(text)) continue;
      const { value } = tick(text);
      if (value === 'not_asked') skipped = true;
      else if (value === true || (value === 'unknown' && fold(text) === fold(label))) {
        if (option !== undefined && !options.includes(option)) options.push(option);
      } else if (value === false) {
        no = true;
        if (readTick(text, marks) === undefined) word = missingWord(text);
      } else if (option !== undefined && option === otherOption && otherColumns.length === 0) options.push(option);
      else {
        unknown = true;
        context.collector.add('unreadable_tick', 'blocking', { row, column }, text, { question: context.question.code });
      }
    }
    const other = otherText(context, row) ?? textInOption(context, row, columns, otherOption);
    if (options.length > 0 || other !== undefined) return { options, state: 'answered', ...(other !== undefined ? { other } : {}) };
    if (unknown) return { options, state: 'unreadable' };
    if (no && word !== undefined) return { options, state: word };
    const unanswered = summary !== undefined && context.conventions.blankIndicators === 'no_answer' && isBlank(context.text(row, summary));
    if (no) return { options, state: unanswered ? 'no_answer' : 'answered' };
    return { options, state: skipped ? 'not_asked' : context.conventions.blankIndicators };
  };
}

/** Columns with the option that each stands for; a column without one is reported once. */
function boundColumns(context: Context): Column[] {
  const { parts } = context.bound;
  return parts.flatMap(({ source, option }) =>
    source.items.map((item): Column => {
      const decided = context.decided(item.code ?? item.label) ?? context.decided(item.label);
      const found = option ?? (decided && decided !== 'ignore' ? decided : undefined) ?? context.matcher.findItem(item)?.code;
      if (found === undefined && decided !== 'ignore') {
        const suggestion = context.matcher.suggest(item.label);
        context.collector.add('unknown_option_column', 'blocking', { column: item.column }, item.label, { question: context.question.code, suggestion: suggestion?.option.label.fr ?? '—', key: item.code ?? item.label });
      }
      return { column: item.column, label: item.label, option: found };
    })
  );
}

function others(context: Context): { otherOption: string | undefined; otherColumns: number[] } {
  return { otherOption: context.matcher.other?.code, otherColumns: context.bound.parts.flatMap(({ source }) => source.otherColumns ?? []) };
}

/** The column of the option "other" may hold the text itself. */
function textInOption(context: Context, row: number, columns: Column[], otherOption: string | undefined): string | undefined {
  for (const { column, label, option } of columns) {
    if (option === undefined || option !== otherOption) continue;
    const text = context.text(row, column);
    if (!isBlank(text) && readTick(text) === undefined && missingWord(text) === undefined && fold(text) !== fold(label) && !isNotAsked(context, text)) return text.trim();
  }
  return undefined;
}

/** Several answers in one cell, matched against the declared options, longest first; the rest is the respondent's text. */
function readJoined(context: Context): (row: number) => Ticks {
  const { source } = context.bound.parts[0]!;
  const column = source.items[0]!.column;
  const seen = new Set(source.options.map(({ label }) => fold(label)));
  const read = memo((text): Ticks & { residue: string[] } => {
    const reason = isBlank(text) ? 'no_answer' : (decidedReason(context, text) ?? (isNotAsked(context, text) ? 'not_asked' : undefined));
    if (reason) return { options: [], state: reason, residue: [] };
    const { options, residue } = matchJoined(text, context.matcher, source.separator, context.decided, seen);
    const word = options.length === 0 && residue.length === 1 ? missingWord(residue[0]!) : undefined;
    return word ? { options, state: word, residue: [] } : { options, state: 'answered', residue };
  });
  return (row) => {
    const text = context.text(row, column);
    const { options, state, residue } = read(text);
    const beside = otherText(context, row);
    if (residue.length === 0) return { options, state, ...(beside !== undefined ? { other: beside } : {}) };
    const typed = residue.filter((part) => context.matcher.other !== undefined && (context.decided(part) === 'other' || !context.matcher.suggest(part)));
    for (const part of residue) if (!typed.includes(part)) reportUnknown(context, context.matcher, row, column, part);
    if (typed.length === 0) return { options, state: options.length > 0 ? 'answered' : 'unreadable', ...(beside !== undefined ? { other: beside } : {}) };
    for (const part of typed) context.collector.add('read_as_other', 'information', { row, column }, part, { question: context.question.code });
    return { options, state: 'answered', other: [...typed, ...(beside !== undefined ? [beside] : [])].join(' ; ') };
  };
}

/** The first column holds the first answer, whatever it is. */
function readPositional(context: Context): (row: number) => Ticks {
  const columns = context.bound.parts.flatMap(({ source }) => source.items.map(({ column }) => column));
  return (row) => {
    const options: string[] = [];
    const typed: string[] = [];
    let [filled, skipped] = [false, false];
    for (const column of columns) {
      const text = context.text(row, column);
      if (isBlank(text)) continue;
      if (isNotAsked(context, text)) {
        skipped = true;
        continue;
      }
      const decided = context.decided(text);
      const option = context.matcher.options.find(({ code }) => code === decided) ?? context.matcher.find(text);
      if (option) {
        filled = true;
        if (!options.includes(option.code)) options.push(option.code);
      } else if (missingWord(text)) continue;
      else if (context.matcher.other && (decided === 'other' || !context.matcher.suggest(text))) typed.push(text.trim());
      else reportUnknown(context, context.matcher, row, column, text);
    }
    const beside = otherText(context, row);
    const other = [...typed, ...(beside !== undefined ? [beside] : [])].join(' ; ');
    if (filled || other !== '') return { options, state: 'answered', ...(other !== '' ? { other } : {}) };
    return { options, state: skipped ? 'not_asked' : 'no_answer' };
  };
}
