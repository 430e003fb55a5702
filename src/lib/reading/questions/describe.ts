import { readTick } from '../values/booleans.ts';
import { readDate } from '../values/dates.ts';
import type { MissingReason } from '../../domain/missing.ts';
import { fold } from '../values/fold.ts';
import { missingWord } from '../values/missing-words.ts';
import { isBlank } from '../values/blank.ts';
import type { Group, Table } from '../tools/tool.ts';
import { isNotAskedWord } from '../values/not-asked.ts';
import type { Conventions, SourceQuestion, SourceRow } from '../types.ts';
import { inferColumnType } from './infer.ts';
import { matchJoined } from '../apply/match-joined.ts';
import { OptionMatcher } from '../apply/option-matcher.ts';
import type { Option } from '../../domain/questionnaire/codebook.ts';
import { isOtherWord } from '../values/other-words.ts';
import { summaryResidue } from './summary-residue.ts';
import { announcesIdentifier } from '../values/identifiers.ts';
import { findJoinedOptions } from './joined.ts';
import { summariseNumbers } from './numbers.ts';
import { tallyColumn } from './tally.ts';

type Base = Omit<SourceQuestion, 'type' | 'options' | 'answered' | 'notAsked' | 'blank' | 'otherTexts'> & { otherTexts: string[] };

/**
 * A group of columns with what they hold: type, options with counts, answered, not asked, other texts.
 *
 * @param declared options that a structure gives to the question: joined answers are matched against them, longest first
 */
export function describeQuestion(table: Table, group: Group, conventions: Conventions, declared: Option[] = []): SourceQuestion {
  const columns = [...group.items.map(({ column }) => column), ...(group.otherColumns ?? []), ...(group.commentColumns ?? []), ...(group.summaryColumn ? [group.summaryColumn] : [])];
  const base: Base = {
    id: group.id,
    ...(group.code !== undefined ? { code: group.code } : {}),
    label: group.label,
    columns,
    layout: group.layout,
    items: group.items,
    otherTexts: textsOf(table, group.otherColumns ?? [], conventions),
    ...(group.separator !== undefined ? { separator: group.separator } : {}),
    ...(group.otherColumns ? { otherColumns: group.otherColumns } : {}),
    ...(group.commentColumns ? { commentColumns: group.commentColumns } : {}),
    ...(group.summaryColumn ? { summaryColumn: group.summaryColumn } : {}),
    ...(group.marks ? { marks: group.marks } : {}),
    ...(group.otherInSummary ? { otherInSummary: true } : {})
  };
  if (group.layout === 'column') return describeColumn(table, group, base, conventions);
  if (group.layout === 'joined') return describeJoined(table, group, base, conventions, declared);
  if (group.layout === 'rows') return describeRows(table, group, base, conventions);
  if (group.layout === 'positional') return describePositional(table, group, base, conventions);
  return describeTicks(table, group, base, conventions);
}

function describeColumn(table: Table, group: Group, base: Base, conventions: Conventions): SourceQuestion {
  const column = group.items[0]!.column;
  const found = group.type ?? inferColumnType(table.profile(column), conventions);
  const type = group.type === undefined && found === 'number' && announcesIdentifier(group.label) ? 'text' : found;
  const tally = tallyColumn(table, column, conventions, type === 'single');
  const options = type === 'single' ? [...tally.answers].map(([label, count]) => ({ label, count })) : [];
  // Some tools leave the list blank when the respondent typed another answer beside it.
  const beside = type === 'single' && group.otherColumns ? table.responseRows.filter((row) => isBlank(table.cell(row, column)) && group.otherColumns!.some((other) => !isBlank(table.cell(row, other)) && !isNotAskedWord(conventions, table.cell(row, other)))).length : 0;
  const common = { ...base, type, options, answered: tally.answered + beside, notAsked: tally.notAsked, blank: tally.blank - beside, missing: tally.missing };
  if (type === 'number') {
    const numbers = summariseNumbers(table, column, conventions);
    return numbers ? { ...common, numbers } : common;
  }
  if (type === 'date') {
    const dates = [...tally.answers].flatMap(([text, count]) => Array<string>(Math.min(count, 1)).fill(readDate(text)?.iso ?? '').filter((iso) => iso !== '')).sort();
    return dates.length > 0 ? { ...common, dates: { n: tally.answered, first: dates[0]!, last: dates.at(-1)! } } : common;
  }
  return common;
}

function describeJoined(table: Table, group: Group, base: Base, conventions: Conventions, declared: Option[]): SourceQuestion {
  const tally = tallyColumn(table, group.items[0]!.column, conventions, true);
  const { options, others } = declared.length > 0 ? declaredOptions(tally.answers, declared, group.separator) : foundOptions(tally.answers, group.separator);
  return { ...base, type: 'multiple', options, otherTexts: [...base.otherTexts, ...others], answered: tally.answered, notAsked: tally.notAsked, blank: tally.blank, missing: tally.missing };
}

function foundOptions(answers: Map<string, number>, separator = ';'): Pick<SourceQuestion, 'options'> & { others: string[] } {
  const { counts, others } = findJoinedOptions(answers, separator);
  return { options: [...counts].map(([label, count]) => ({ label, count })), others };
}

function declaredOptions(answers: Map<string, number>, declared: Option[], separator: string | undefined): Pick<SourceQuestion, 'options'> & { others: string[] } {
  const matcher = new OptionMatcher(declared);
  const counts = new Map(declared.map(({ code }) => [code, 0]));
  const others: string[] = [];
  for (const [text, count] of answers) {
    const { options, residue } = matchJoined(text, matcher, separator, () => undefined);
    for (const code of options) counts.set(code, (counts.get(code) ?? 0) + count);
    for (const piece of residue) others.push(...Array<string>(Math.min(count, 50)).fill(piece));
  }
  return { options: declared.map(({ code, label }) => ({ code, label: label.fr, count: counts.get(code) ?? 0 })), others };
}

function describeRows(table: Table, group: Group, base: Base, conventions: Conventions): SourceQuestion {
  const type = group.type ?? 'grid';
  const rows: SourceRow[] = [];
  const scale = new Map<string, number>();
  for (const item of group.items) {
    const tally = tallyColumn(table, item.column, conventions, type === 'grid');
    if (type === 'grid') for (const [label, count] of tally.answers) scale.set(label, (scale.get(label) ?? 0) + count);
    const numbers = type === 'numbers' ? summariseNumbers(table, item.column, conventions) : undefined;
    rows.push({ ...item, options: type === 'grid' ? [...tally.answers].map(([label, count]) => ({ label, count })) : [], answered: tally.answered, blank: tally.blank, ...(numbers ? { numbers } : {}) });
  }
  const states = stateOf(table, group, conventions, (text) => (isBlank(text) || reasonIn(text, type === 'grid') ? undefined : true), type === 'grid');
  return { ...base, type, options: [...scale].map(([label, count]) => ({ label, count })), rows, ...states };
}

function describePositional(table: Table, group: Group, base: Base, conventions: Conventions): SourceQuestion {
  const counts = new Map<string, number>();
  for (const { column } of group.items) {
    for (const [label, count] of tallyColumn(table, column, conventions, true).answers) counts.set(label, (counts.get(label) ?? 0) + count);
  }
  const states = stateOf(table, group, conventions, (text) => (isBlank(text) ? undefined : true));
  return { ...base, type: 'multiple', options: [...counts].map(([label, count]) => ({ label, count })), ...states };
}

/** One column per option: ticks, or the option's own label. */
function describeTicks(table: Table, group: Group, base: Base, conventions: Conventions): SourceQuestion {
  const read = (text: string, label: string): boolean | undefined => (isBlank(text) ? undefined : group.layout === 'labels' ? true : (readTick(text, group.marks) ?? (fold(text) === fold(label) ? true : undefined)));
  const options = group.items.map((item) => {
    let count = 0;
    for (const [text, times] of table.profile(item.column).values) if (!isNotAskedWord(conventions, text) && read(text, item.label)) count += times;
    return { ...(item.code !== undefined ? { code: item.code } : {}), label: item.label, count };
  });
  const states = stateOf(table, group, conventions, (text, label) => read(text, label));
  const typed = group.otherInSummary ? table.responseRows.flatMap((row) => typedInSummary(table, group, row) ?? []) : [];
  return { ...base, type: 'multiple', options, otherTexts: [...base.otherTexts, ...typed], ...states };
}

/** The text that a respondent typed, when only the summary holds it and the option "other" is ticked. */
function typedInSummary(table: Table, group: Group, row: number): string | undefined {
  const other = group.items.find((item) => isOtherWord(item.label));
  if (!other || readTick(table.cell(row, other.column)) !== true) return undefined;
  return summaryResidue(table.cell(row, group.summaryColumn!), group.items.map(({ label }) => label));
}

/** Responses answered, blank, not asked, and answered with nothing ticked, over all the columns of a group. */
function stateOf(table: Table, group: Group, conventions: Conventions, read: (text: string, label: string) => boolean | undefined, keepDontKnow = true): Pick<SourceQuestion, 'answered' | 'blank' | 'notAsked' | 'none' | 'missing'> {
  const found = { answered: 0, blank: 0, notAsked: 0, none: 0 };
  const missing: NonNullable<SourceQuestion['missing']> = {};
  const others = group.otherColumns ?? [];
  for (const row of table.responseRows) {
    let [some, no, skipped] = [false, false, false];
    let reason: MissingReason | undefined;
    for (const { column, label } of group.items) {
      const text = table.cell(row, column);
      if (text === '') continue;
      if (isNotAskedWord(conventions, text)) skipped = true;
      else {
        const value = read(text, label);
        if (value === true) some = true;
        else if (value === false) no = true;
        else reason ??= isBlank(text) ? undefined : reasonIn(text, keepDontKnow);
      }
    }
    for (const column of others) if (!isBlank(table.cell(row, column)) && !isNotAskedWord(conventions, table.cell(row, column))) some = true;
    const unanswered = no && !some && group.summaryColumn !== undefined && isBlank(table.cell(row, group.summaryColumn));
    if (some) found.answered++;
    else if (no && !(unanswered && conventions.blankIndicators === 'no_answer')) {
      found.answered++;
      found.none++;
    } else if (reason !== undefined) missing[reason] = (missing[reason] ?? 0) + 1;
    else if (skipped || conventions.blankIndicators === 'not_asked') found.notAsked++;
    else found.blank++;
  }
  return Object.keys(missing).length > 0 ? { ...found, missing } : found;
}

/** The reason that a word stands for; in a scale, "ne sait pas" is an answer. */
function reasonIn(text: string, keepDontKnow: boolean): MissingReason | undefined {
  const reason = missingWord(text);
  return reason === 'dont_know' && keepDontKnow ? undefined : reason;
}

function textsOf(table: Table, columns: number[], conventions: Conventions): string[] {
  return columns.flatMap((column) => [...table.profile(column).values].flatMap(([text, count]) => (isNotAskedWord(conventions, text) || isBlank(text) ? [] : Array<string>(Math.min(count, 50)).fill(text.trim()))));
}
