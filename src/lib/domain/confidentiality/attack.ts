import type { AdditiveTable, Cell, Equation } from './additive.ts';
import { attackBeside } from './attack-beside.ts';
import type { PublishedGroup, PublishedNumber, PublishedTable } from './published.ts';
import { recover } from './recover.ts';

/** A hidden number that can be found again from what is published. */
export type Recovered = { table: string; cell: string; value: number; how: 'subtraction' | 'shown_beside' };

/**
 * Tries to find hidden numbers again in the published tables of an edition, as a reader with a pencil would: rows that add up to
 * the answers, groups that add up to everybody, tables of the same indicator that share their everybody, and for confidential
 * questions the fact that no cell is larger than its group. Returns what it found; an edition may be published when
 * that is nothing.
 */
export function attack(tables: PublishedTable[]): Recovered[] {
  const families = new Map<string, PublishedTable[]>();
  for (const table of tables) {
    // A table that stands still has another everybody than those that moved on; `attackTogether` sees them all.
    const key = `${table.wave}.${table.indicator} ${table.asOf ? (table.asOf.version ?? table.id) : ''}`;
    families.set(key, [...(families.get(key) ?? []), table]);
  }
  return [...families.values()].flatMap((family) => [...MEMBERS.flatMap((member) => bySubtraction(family, member)), ...family.flatMap(shownBeside), ...family.flatMap(attackBeside)]);
}

type Member = (typeof MEMBERS)[number];
const MEMBERS = ['count', 'total', 'part', 'sum'] as const;

/** Cells of one member, across the tables of one indicator; those of everybody are shared. */
function bySubtraction(family: PublishedTable[], member: Member): Recovered[] {
  const cells = new Map<string, Cell>();
  const hidden = new Map<string, string>();
  const equations: Equation[] = [];
  const put = (table: PublishedTable, id: string, number: PublishedNumber | undefined, cap?: number): void => {
    if (number === undefined) return;
    if (number.status === 'ok' || number.status === 'low') {
      cells.set(id, { id, value: number.status === 'ok' ? number.value : 0, primary: false });
      hidden.delete(id);
    } else if (number.status === 'c' && (!cells.has(id) || hidden.has(id))) {
      cells.set(id, { id, value: 0, primary: true, ...(cap === undefined ? {} : { cap }) });
      hidden.set(id, table.id);
    }
  };
  for (const table of family) {
    const key = (group: PublishedGroup, row: string): string => `${group.code === null ? '*' : `${table.breakdown}=${group.code}`}|${row}`;
    for (const group of table.groups) {
      const cap = table.level === 'confidential' && member === 'count' ? sizeOf(group) : undefined;
      for (const [row, number] of numbers(table, group, member)) put(table, key(group, row), number, cap);
      if (member === 'count') {
        put(table, key(group, '='), group.answered, cap);
        if (table.multiple) put(table, key(group, '+'), group.mentions);
      }
    }
    equations.push(...equationsOf(table, member, key));
  }
  const known = equations.filter(({ total, parts }) => [total, ...parts].every((id) => cells.has(id)));
  const found = recover({ cells: [...cells.values()], equations: known } satisfies AdditiveTable, new Set(hidden.keys()));
  return [...found].map(([cell, value]) => ({ table: hidden.get(cell) ?? '', cell: `${member} ${cell}`, value, how: 'subtraction' as const }));
}

function sizeOf(group: PublishedGroup): number | undefined {
  if (group.answered.status === 'ok') return group.answered.value;
  return group.respondents.status === 'ok' ? group.respondents.value : undefined;
}

/** What of a group adds up: counts, euros, mean share × caisses, mean × caisses. */
function numbers(table: PublishedTable, group: PublishedGroup, member: Member): [string, PublishedNumber | undefined][] {
  const times = (number: PublishedNumber | undefined, size: PublishedNumber | undefined): PublishedNumber | undefined => {
    if (size?.status === 'ok' && size.value === 0) return { status: 'ok', value: 0 };
    return number?.status === 'ok' && size?.status === 'ok' ? { status: 'ok', value: number.value * size.value } : number && { status: 'c' };
  };
  switch (member) {
    case 'count':
      return table.measure === 'mix' ? [] : group.rows.map((row) => [row.code, row.count]);
    case 'total':
      return group.rows.map((row) => [row.code, row.total]);
    case 'part':
      return table.measure === 'mix' ? group.rows.map((row) => [row.code, times(row.meanOfShares, group.answered)]) : [];
    case 'sum':
      return group.summary ? [['sum', times(group.summary.mean, group.summary.n)]] : [];
  }
}

function equationsOf(table: PublishedTable, member: Member, key: (group: PublishedGroup, row: string) => string): Equation[] {
  const [everybody, ...others] = table.groups;
  if (!everybody) return [];
  const rows = member === 'sum' ? ['sum'] : everybody.rows.map((row) => row.code);
  const equations: Equation[] = [];
  if (others.length > 0) {
    const lines = member === 'count' ? [...rows, '=', ...(table.multiple ? ['+'] : [])] : rows;
    for (const row of lines) equations.push({ total: key(everybody, row), parts: others.map((group) => key(group, row)) });
  }
  if (member !== 'count') return equations;
  const adds = table.multiple ? '+' : table.measure === 'classes' || table.measure === 'distribution' ? '=' : undefined;
  if (adds) for (const group of table.groups) equations.push({ total: key(group, adds), parts: rows.map((row) => key(group, row)) });
  return equations;
}

/** A hidden number whose neighbour says it: bounds begin at the count, single values are the answers. */
function shownBeside(table: PublishedTable): Recovered[] {
  const leaks: Recovered[] = [];
  for (const group of table.groups) {
    for (const row of group.rows) {
      if (row.count.status === 'c' && row.bounds) leaks.push({ table: table.id, cell: `${group.code}|${row.code}`, value: row.bounds.low, how: 'shown_beside' });
      if (row.count.status === 'c' && (row.intervals?.length ?? 0) > 0) leaks.push({ table: table.id, cell: `${group.code}|${row.code}`, value: Number.NaN, how: 'shown_beside' });
    }
    const single = (group.summary?.dots.length ?? 0) + (group.points?.length ?? 0);
    if (single > 0 && (table.level === 'confidential' || group.code !== null)) leaks.push({ table: table.id, cell: `${group.code}`, value: Number.NaN, how: 'shown_beside' });
  }
  return leaks;
}
