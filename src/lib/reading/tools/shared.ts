import { looksJoined } from '../questions/joined.ts';
import { inferColumnType } from '../questions/infer.ts';
import { every } from '../shape/profile.ts';
import { isBlank } from '../values/blank.ts';
import { readTick } from '../values/booleans.ts';
import { splitBrackets } from '../values/brackets.ts';
import { fold, plain } from '../values/fold.ts';
import { missingWord } from '../values/missing-words.ts';
import type { Conventions } from '../types.ts';
import type { Draft } from './draft.ts';
import type { Table } from './tool.ts';
import { addGroup } from './group-items.ts';

const ANY: Conventions = { decimal: 'dot', notAsked: [], blankIndicators: 'no_answer' };

/** The heading of a column (its last filled header row), on one line. */
export function heading(table: Table, column: number): string {
  const texts = table.headers[column - 1] ?? [];
  return plain([...texts].reverse().find((text) => !isBlank(text)) ?? '');
}

/** All the headings of the table. */
export function headings(table: Table): string[] {
  return table.headers.map((_, i) => heading(table, i + 1));
}

/** How many of the first words of a row a dictionary knows, and which. */
export function knownWords(row: string[], words: Map<string, string>): string[] {
  return row.filter((cell) => words.has(fold(plain(cell)))).map((cell) => plain(cell));
}

/** The first of these separators that the cells of a column are joined with; undefined for numbers, dates and ordinary texts. */
export function joinedWith(table: Table, column: number, separators: string[]): string | undefined {
  const profile = table.profile(column);
  if (profile.filled === 0 || profile.more) return undefined;
  const type = inferColumnType(profile, ANY);
  if (type === 'number' || type === 'date') return undefined;
  const cells = [...profile.values].filter(([text]) => missingWord(text) === undefined);
  return separators.find((separator) => looksJoined(cells, separator));
}

/** A question of one column: several answers joined, or one. */
export function addColumn(table: Table, draft: Draft, column: number, label: string, separators: string[], more: { code?: string; id?: string } = {}): void {
  const separator = joinedWith(table, column, separators);
  if (separator === undefined) draft.column(column, label, more);
  else draft.column(column, label, { ...more, layout: 'joined', type: 'multiple', separator });
}

/**
 * Columns whose headings are `Question [row]`: a grid, several numbers, or several answers per row. Other columns are questions by
 * themselves. Columns already used are skipped.
 */
export function addBracketed(table: Table, draft: Draft, columns: number[], separators: string[], separatorOf: (text: string) => { label: string; item: string } | undefined = splitBrackets): void {
  for (let i = 0; i < columns.length; ) {
    const column = columns[i]!;
    const text = heading(table, column);
    const parts = separatorOf(text);
    let end = i + 1;
    while (parts && parts.label !== '' && end < columns.length && columns[end] === columns[end - 1]! + 1 && fold(separatorOf(heading(table, columns[end]!))?.label ?? '') === fold(parts.label)) end++;
    if (!parts || end - i < 2) {
      if (text !== '' || table.profile(column).filled > 0) addColumn(table, draft, column, text, separators);
      i++;
      continue;
    }
    const group = columns.slice(i, end);
    if (group.some((each) => joinedWith(table, each, separators) !== undefined)) {
      for (const each of group) addColumn(table, draft, each, heading(table, each), separators);
    } else addGroup(table, draft, group.map((each) => separatorOf(heading(table, each))!.item), parts.label, column);
    i = end;
  }
}

/** Whether a column only says ticked or not (0/1, True/False, Oui/Non…), words for "not asked" aside. */
export function isTickColumn(table: Table, column: number, notAsked: string[] = []): boolean {
  return every(table.profile(column), (text) => readTick(text) !== undefined || notAsked.includes(fold(text)));
}
