import { isBlank } from '../values/blank.ts';
import { fold } from '../values/fold.ts';
import { headingText } from './heading-text.ts';
import type { Description, Table } from '../tools/tool.ts';
import type { Ask } from '../types.ts';

/** What an editor decides about rows: unfinished responses, tests, the same respondent twice. */
export function askAboutRows(table: Table, description: Description): Ask[] {
  const asks: Ask[] = [];
  const of = (meaning: string) => [...description.metadata].find(([, name]) => name === meaning)?.[0];
  const submitted = of('submitted_at');
  if (submitted && table.profile(submitted).filled > 0) {
    for (const row of table.responseRows) if (isBlank(table.cell(row, submitted))) asks.push(partial(row, submitted, table));
  }
  const finished = of('finished');
  if (finished) for (const row of table.responseRows) if (/^(?:no|non|false|faux|0)$/i.test(table.cell(row, finished).trim())) asks.push(partial(row, finished, table));
  const draft = of('draft');
  if (draft) for (const row of table.responseRows) if (/^(?:1|oui|yes|x|true|vrai)$/i.test(table.cell(row, draft).trim())) asks.push(partial(row, draft, table));
  for (const meaning of ['token', 'email']) {
    const column = of(meaning);
    if (column) asks.push(...duplicates(table, column));
  }
  const status = of('status');
  if (status) for (const row of table.responseRows) if (/preview|test|survey preview/i.test(table.cell(row, status))) asks.push({ code: 'test_response', where: { row, column: status, header: header(table, status) }, choices: ['include', 'exclude'] });
  return asks;
}

function partial(row: number, column: number, table: Table): Ask {
  return { code: 'partial_response', where: { row, column, header: header(table, column) }, choices: ['include', 'exclude'] };
}

function duplicates(table: Table, column: number): Ask[] {
  const first = new Map<string, number>();
  const asks: Ask[] = [];
  for (const row of table.responseRows) {
    const text = fold(table.cell(row, column));
    if (text === '' || text === 'anonymous' || text === 'anonyme') continue;
    const other = first.get(text);
    if (other === undefined) first.set(text, row);
    else asks.push({ code: 'duplicate_response', where: { row, column, header: header(table, column) }, choices: ['include', 'exclude'], details: { other_row: other } });
  }
  return asks;
}

function header(table: Table, column: number): string {
  return headingText(table.headers[column - 1] ?? []);
}

/** The same heading twice, when the tool gives it no meaning. */
export function askAboutHeaders(table: Table, description: Description, sure: boolean): Ask[] {
  const asks: Ask[] = [];
  const at = table.headerRows.at(-1);
  if (!sure && at !== undefined) asks.push({ code: 'header_rows', where: { row: at }, choices: ['accept', 'choose_rows'], details: { rows: table.headerRows.join(', ') } });
  const seen = new Map<string, number>();
  for (const group of description.groups) {
    if (group.layout !== 'column') continue;
    const column = group.items[0]!.column;
    const text = header(table, column);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, column);
    else if (text !== '') asks.push({ code: 'duplicate_header', where: { column, header: text }, choices: ['two_questions', 'ignore'], details: { other_column: first } });
  }
  const hidden = (table.grid.hiddenColumns ?? []).filter((column) => column <= table.width && table.profile(column).filled > 0);
  if (hidden.length > 0) asks.push({ code: 'hidden_columns', where: {}, choices: ['accept'], details: { columns: hidden.slice(0, 20).join(', '), count: hidden.length } });
  if (table.responseRows.length === 0) asks.push({ code: 'no_response', where: {}, choices: [] });
  return asks;
}
