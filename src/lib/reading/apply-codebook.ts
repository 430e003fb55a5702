import type { Codebook } from '../domain/questionnaire/codebook.ts';
import type { Answer } from '../domain/waves/response.ts';
import { AnswerTable, TabledResponse } from './apply/answer-table.ts';
import { account } from './apply/account.ts';
import { reportAsks } from './apply/asks-to-findings.ts';
import { bindQuestions } from './apply/bind.ts';
import { Collector } from './apply/collector.ts';
import type { Bound, Context } from './apply/context.ts';
import { identityReader, submissionReader } from './apply/identity.ts';
import { mapQuestions } from './apply/map-questions.ts';
import { OptionMatcher } from './apply/option-matcher.ts';
import { answerReader } from './apply/read-answer.ts';
import { readOnce } from './apply/repeated.ts';
import { structureLabels } from './apply/read-others.ts';
import { applyFilters } from './apply/skip-logic.ts';
import { checkWave } from './apply/wrong-wave.ts';
import type { ApplyOptions, Decisions, IgnoredRow, Interpretation, Reading } from './types.ts';

/**
 * Understands a reading through a codebook: which column answers which question and why, each response's answers, everything that is
 * wrong at once, and an accounting that closes. The same reading, codebook and decisions give the same interpretation.
 */
export function applyCodebook(reading: Reading, codebook: Codebook, decisions: Decisions, options: ApplyOptions = {}): Interpretation {
  const collector = new Collector(reading.file, reading.grid.sheet, headerOf(reading));
  const text = textReader(reading, decisions);
  const mapping = mapQuestions(reading, codebook, decisions);
  const bound = bindQuestions(reading, codebook, mapping, decisions, collector);
  const { responseRows, ignoredRows } = keepRows(reading, decisions);
  const submittedAt = submissionReader(reading, text);
  const identity = identityReader(reading, codebook, text);
  const readers = bound.map((each) => ({ code: each.question.code, read: readOnce(answerReader(contextOf(each, reading, decisions, collector, text)), each, reading, decisions, collector) }));
  const columns = new Map(bound.map(({ question, parts }) => [question.code, parts[0]?.source.columns[0]]));
  const table = new AnswerTable(readers.map(({ code }) => code));
  const submitted: (string | undefined)[] = [];
  const answers: Record<string, Answer> = {};
  const responses = responseRows.map((row, number) => {
    for (const { code, read } of readers) answers[code] = read(row);
    applyFilters(codebook, answers, row, (code) => columns.get(code), collector);
    const at = submittedAt(row);
    submitted.push(at);
    table.put(number, answers);
    return new TabledResponse(table, number, row, identity(row, answers), at);
  });
  table.close(responses.length);
  reportAsks(reading, decisions, columnKinds(bound), collector);
  if (reading.kind === 'structure') collector.add('structure_file', 'blocking', {}, reading.tool.name);
  checkWave(reading, codebook, mapping, submitted, decisions, options.otherCodebooks ?? [], collector);
  return { mapping, responses, answerOf: (number, question) => table.get(number, question), findings: collector.all(), accounting: account(reading, mapping, responseRows, ignoredRows) };
}

function headerOf(reading: Reading): (column: number) => string {
  const headers = new Map(reading.columns.map((column) => [column.index, column.headers.filter((each) => each.trim() !== '').join(' – ').slice(0, 500)]));
  return (column) => headers.get(column) ?? '';
}

function textReader(reading: Reading, decisions: Decisions): (row: number, column: number) => string {
  const { rows } = reading.grid;
  const { corrections } = decisions;
  if (!corrections || Object.keys(corrections).length === 0) return (row, column) => rows.cell(row, column);
  return (row, column) => corrections[`${row}:${column}`] ?? rows.cell(row, column);
}

/** Rows that decisions keep out, with their reason. */
function keepRows(reading: Reading, decisions: Decisions): { responseRows: number[]; ignoredRows: IgnoredRow[] } {
  const reasons = new Map<number, IgnoredRow['reason']>();
  for (const [row, choice] of Object.entries(decisions.rows ?? {})) {
    if (choice !== 'exclude') continue;
    const ask = reading.asks.find((each) => each.where.row === Number(row) && each.code.endsWith('_response'))?.code;
    reasons.set(Number(row), ask === 'partial_response' ? 'partial' : ask === 'test_response' ? 'test' : ask === 'duplicate_response' ? 'duplicate' : 'excluded');
  }
  for (const [row, match] of Object.entries(decisions.matches ?? {})) if (match === 'duplicate' || match === 'not_in_frame') reasons.set(Number(row), match);
  if (reasons.size === 0) return { responseRows: reading.responseRows, ignoredRows: reading.ignoredRows };
  const out = reading.responseRows.flatMap((row): IgnoredRow[] => (reasons.has(row) ? [{ row, reason: reasons.get(row)! }] : []));
  return {
    responseRows: reading.responseRows.filter((row) => !reasons.has(row)),
    ignoredRows: [...reading.ignoredRows, ...out].sort((a, b) => a.row - b.row)
  };
}

function contextOf(bound: Bound, reading: Reading, decisions: Decisions, collector: Collector, text: Context['text']): Context {
  const { question } = bound;
  const decided = decisions.options?.[question.code] ?? {};
  const context: Context = {
    reading,
    bound,
    question,
    matcher: new OptionMatcher(question.options ?? []),
    conventions: reading.conventions,
    decisions,
    collector,
    text,
    decided: (seen) => (Object.hasOwn(decided, seen) ? decided[seen] : Object.hasOwn(decided, seen.trim()) ? decided[seen.trim()] : undefined),
    choice: (ask, column) => decisions.asks?.[`${ask}@${column}`]
  };
  return { ...context, matcher: new OptionMatcher(question.options ?? [], structureLabels(context)) };
}

function columnKinds(bound: Bound[]): Map<number, 'number' | 'date' | 'other'> {
  const kinds = new Map<number, 'number' | 'date' | 'other'>();
  for (const { question, parts } of bound) {
    const kind = question.type === 'number' || question.type === 'numbers' ? 'number' : question.type === 'date' ? 'date' : 'other';
    for (const { source } of parts) for (const { column } of source.items) kinds.set(column, kind);
  }
  return kinds;
}
