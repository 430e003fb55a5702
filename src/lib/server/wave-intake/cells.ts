import type { Codebook, Question } from '#lib/domain/questionnaire/codebook.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { OptionMatcher } from '#lib/reading/apply/option-matcher.ts';
import type { Decisions, Interpretation, MappedQuestion, Reading } from '#lib/reading/types.ts';

/** A cell as it stands, and what it was read as: a value, or the reason of a missing one. Both empty when nothing reads it. */
export type TypedCell = { text: string; value?: string; missing?: string; original?: string };
export type CellRow = { row: number; status: 'response' | 'header' | string; cells: TypedCell[] };
export type CellColumn = { index: number; header: string; question?: string; option?: string; /** It holds the text of « other ». */ other?: true; role: string };

type Reads = { question: Question; option?: string; other?: true };

/** What each column of a file answers. */
export function columnReads(reading: Reading, mapping: MappedQuestion[], codebook: Codebook): Map<number, Reads> {
  const reads = new Map<number, Reads>();
  const sources = new Map(reading.questions.map((source) => [source.id, source]));
  for (const { source: id, question: code, option } of mapping) {
    const question = codebook.questions.find((each) => each.code === code);
    const source = sources.get(id);
    if (!question || !source) continue;
    const matcher = new OptionMatcher(question.options ?? []);
    for (const item of source.items) {
      const found = option ?? (source.layout === 'column' || source.layout === 'joined' || source.layout === 'positional' ? undefined : matcher.findItem(item)?.code);
      reads.set(item.column, { question, ...(found === undefined ? {} : { option: found }) });
    }
    for (const column of source.otherColumns ?? []) reads.set(column, { question, other: true });
  }
  return reads;
}

function typed(answer: Answer | undefined, { option, other }: Reads): Pick<TypedCell, 'value' | 'missing'> {
  if (!answer) return {};
  if (answer.state !== 'answered') return { missing: answer.state };
  if (other) return answer.type === 'single' || answer.type === 'multiple' ? { ...(answer.other === undefined ? {} : { value: answer.other }) } : {};
  switch (answer.type) {
    case 'single':
      return { value: answer.option };
    case 'multiple':
      return { value: option === undefined ? answer.options.join(' + ') || '0' : answer.options.includes(option) ? '1' : '0' };
    case 'number':
      return { value: String(answer.number) };
    case 'numbers': {
      const number = option === undefined ? undefined : answer.numbers[option];
      return number === undefined ? { missing: 'no_answer' } : { value: String(number) };
    }
    case 'grid': {
      const chosen = option === undefined ? undefined : answer.rows[option];
      return chosen === undefined ? { missing: 'no_answer' } : { value: chosen };
    }
    case 'date':
      return { value: answer.date };
    case 'text':
      return { value: answer.text };
  }
}

/** The columns of a file, with the question each one answers. */
export function cellColumns(reading: Reading, reads: Map<number, Reads>): CellColumn[] {
  const known = new Map(reading.columns.map((column) => [column.index, column]));
  const { width } = reading.grid.rows;
  return Array.from({ length: width }, (_, at) => {
    const column = known.get(at + 1);
    const read = reads.get(at + 1);
    return {
      index: at + 1,
      header: (column?.headers ?? []).filter((text) => text.trim() !== '').join(' – '),
      role: column?.role ?? 'empty',
      ...(read ? { question: read.question.code, ...(read.option === undefined ? {} : { option: read.option }), ...(read.other ? { other: true as const } : {}) } : {})
    };
  });
}

/** Every row of a file, one at a time, with its cells as they stand and as they are read. */
export function* cellRows(reading: Reading, { responses }: Pick<Interpretation, 'responses'>, decisions: Decisions, reads: Map<number, Reads>): Generator<CellRow> {
  // The answers of a response are put together when they are asked for: one row's at a time.
  const byRow = new Map(responses.map((response) => [response.row, response]));
  const readAt = Array.from({ length: reading.grid.rows.width }, (_, at) => reads.get(at + 1));
  const corrected = decisions.corrections ?? {};
  const rowsCorrected = new Set(Object.keys(corrected).map((key) => Number(key.split(':')[0])));
  const ignored = new Map(reading.ignoredRows.map(({ row, reason }) => [row, reason]));
  let row = 0;
  for (const cells of reading.grid.rows) {
    row++;
    const given = byRow.get(row)?.answers;
    const shown = cells.map((text, index): TypedCell => {
      const read = given && readAt[index];
      const cell: TypedCell = read ? { text, ...typed(given[read.question.code], read) } : { text };
      const correction = rowsCorrected.has(row) ? corrected[`${row}:${index + 1}`] : undefined;
      return correction === undefined ? cell : { ...cell, text: correction, original: text };
    });
    yield { row, status: given ? 'response' : (ignored.get(row) ?? 'excluded'), cells: shown };
  }
}
