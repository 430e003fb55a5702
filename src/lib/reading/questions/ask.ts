import { headingText } from '../shape/heading-text.ts';
import type { Table } from '../tools/tool.ts';
import { readTick } from '../values/booleans.ts';
import { readDate } from '../values/dates.ts';
import { MISSING_CODES } from '../values/missing-words.ts';
import { readNumber } from '../values/numbers.ts';
import type { Ask, Conventions, SourceQuestion } from '../types.ts';
import { findJoinedOptions, isRanking } from './joined.ts';
import { answersOf } from './infer.ts';

/** What only an editor can decide about a question's values. */
export function askAboutQuestion(table: Table, question: SourceQuestion, conventions: Conventions): Ask[] {
  const asks: Ask[] = [];
  const columns = question.type === 'number' || question.type === 'numbers' ? question.items.map(({ column }) => column) : [];
  for (const column of columns) asks.push(...askAboutNumbers(table, column, conventions));
  if (question.type === 'date') asks.push(...askAboutDates(table, question.items[0]!.column, conventions));
  asks.push(...askAboutCodes(table, question));
  if (question.layout === 'joined') asks.push(...askAboutJoined(table, question));
  if (question.summaryColumn !== undefined) asks.push(...askAboutSummary(table, question));
  return asks;
}

function place(table: Table, column: number): { column: number; header: string } {
  return { column, header: headingText(table.headers[column - 1] ?? []) };
}

function askAboutNumbers(table: Table, column: number, conventions: Conventions): Ask[] {
  const where = place(table, column);
  const answers = answersOf(table.profile(column), conventions);
  const numbers = answers.map(([text, count]) => ({ text, count, number: readNumber(text, conventions.decimal) }));
  const read = numbers.flatMap(({ text, count, number }) => (number ? [{ text, count, ...number }] : []));
  const asks: Ask[] = [];
  const ask = (code: string, choices: string[], texts: string[]) => asks.push({ code, where, choices, details: { seen: texts.slice(0, 5).join(' | '), count: texts.length } });
  const unreadable = numbers.filter(({ number }) => number === undefined).map(({ text }) => text);
  if (unreadable.length > 0) ask('unreadable_number', ['correct', 'no_answer', 'text'], unreadable);
  const fractions = read.filter(({ value, percent, text }) => !percent && value > 0 && value < 1 && /[.,]/.test(text));
  const percents = read.filter(({ percent }) => percent);
  const shareHeader = /%|pour ?cent|part\b|parts\b|share|percent|taux/i.test(where.header);
  const allFractions = fractions.length > 0 && read.every(({ value }) => value >= 0 && value <= 1) && shareHeader;
  if (fractions.length > 0 && (percents.length > 0 || allFractions)) ask('percent_or_fraction', ['fraction', 'percent'], [...percents.slice(0, 2), ...fractions].map(({ text }) => text));
  const french = read.some(({ text }) => /,\d{1,2}(?!\d)/.test(text));
  const us = read.filter(({ doubt }) => doubt === 'us_separators');
  const unclear = read.filter(({ doubt }) => doubt === 'thousands_or_decimal');
  if (us.length > 0) ask('us_separators', ['thousands', 'decimal'], us.map(({ text }) => text));
  if (unclear.length > 0 && !(french && us.length === 0 && unclear.every(({ text }) => text.includes(',')))) ask('thousands_or_decimal', ['thousands', 'decimal'], unclear.map(({ text }) => text));
  const approximate = read.filter(({ doubt }) => doubt === 'approximate');
  if (approximate.length > 0) ask('approximate_number', ['accept', 'no_answer'], approximate.map(({ text }) => text));
  const codes = read.filter(({ text, count, value }) => MISSING_CODES.has(text.trim()) && (count > 1 || value < 0) && read.every((other) => other.value >= 0 || MISSING_CODES.has(other.text.trim())));
  if (codes.length > 0) ask('missing_code', ['number', 'no_answer', 'dont_know', 'not_asked'], codes.map(({ text }) => text));
  return asks;
}

/** 99 among the points of a scale or the codes of a list. */
function askAboutCodes(table: Table, question: SourceQuestion): Ask[] {
  const lists = question.type === 'grid' ? (question.rows ?? []).map(({ column, options }) => ({ column, options })) : question.type === 'single' ? [{ column: question.items[0]!.column, options: question.options }] : [];
  return lists.flatMap(({ column, options }) => {
    const seen = options.filter(({ count }) => count > 0).map(({ label }) => label);
    const codes = seen.filter((label) => MISSING_CODES.has(label));
    const points = seen.filter((label) => !MISSING_CODES.has(label));
    if (codes.length === 0 || points.length === 0 || !points.every((label) => /^\d{1,2}$/.test(label))) return [];
    return [{ code: 'missing_code', where: place(table, column), choices: ['number', 'no_answer', 'dont_know', 'not_asked'], details: { seen: codes.join(' | '), count: codes.length } }];
  });
}

function askAboutDates(table: Table, column: number, conventions: Conventions): Ask[] {
  const where = place(table, column);
  const asks: Ask[] = [];
  const read = answersOf(table.profile(column), conventions).map(([text]) => ({ text, date: readDate(text) }));
  const ask = (code: string, choices: string[], found: typeof read) => found.length > 0 && asks.push({ code, where, choices, details: { seen: found.slice(0, 5).map(({ text }) => text).join(' | '), count: found.length } });
  ask('date_order', ['day_first', 'month_first', 'year_first'], read.filter(({ date }) => date?.doubt === 'order' || date?.doubt === 'month_first'));
  ask('date_system', ['1900', '1904'], read.filter(({ date }) => date?.doubt === 'serial'));
  ask('unreadable_date', ['correct', 'no_answer', 'text'], read.filter(({ date }) => date === undefined));
  return asks;
}

function askAboutJoined(table: Table, question: SourceQuestion): Ask[] {
  const column = question.items[0]!.column;
  const { values } = table.profile(column);
  const { others, merged } = findJoinedOptions(values, question.separator ?? ';');
  const asks: Ask[] = [];
  if (isRanking([...values.keys()], question.separator ?? ';')) asks.push({ code: 'ranked_options', where: place(table, column), choices: ['accept'], details: { seen: [...values.keys()][0]! } });
  if (others.length > 0) asks.push({ code: 'option_or_other_text', where: place(table, column), choices: ['other_text', 'option'], details: { seen: others.slice(0, 5).join(' | '), count: others.length } });
  if (merged.length > 0) asks.push({ code: 'option_contains_separator', where: place(table, column), choices: ['one_option', 'several_options'], details: { seen: merged.slice(0, 5).join(' | '), count: merged.length } });
  return asks;
}

/** The summary of a split question against its columns, where both can be compared. */
function askAboutSummary(table: Table, question: SourceQuestion): Ask[] {
  const codes = new Map(question.items.flatMap((item) => [item.code, item.label].flatMap((name) => (name === undefined ? [] : [[name, item.column] as const]))));
  let different = 0;
  let first: number | undefined;
  for (const row of table.responseRows) {
    const tokens = table.cell(row, question.summaryColumn!).split(' ').filter((token) => token !== '');
    if (tokens.some((token) => !codes.has(token))) continue;
    const ticked = question.items.filter(({ column }) => readTick(table.cell(row, column)) === true).length;
    if (new Set(tokens).size === ticked) continue;
    different++;
    first ??= row;
  }
  if (different === 0) return [];
  return [{ code: 'summary_differs', where: { ...place(table, question.summaryColumn!), row: first! }, choices: ['columns', 'summary'], details: { count: different } }];
}
