import type { PublishedComparison, PublishedPair } from './published-comparison.ts';
import type { PublishedFunder } from './published-funders.ts';
import type { PublishedNumber, PublishedTable } from './published.ts';
import { isSmall } from './unsafe.ts';

/** A small count that a subtraction makes from numbers shown side by side. */
export type Beside = { table: string; cell: string; value: number; how: 'shown_beside' };

/**
 * Small counts of a confidential table that numbers beside its rows give: those who moved between two waves, those who receive from two funders at once,
 * those of a family of funders that no type shown accounts for.
 */
export function attackBeside(table: PublishedTable): Beside[] {
  if (table.level !== 'confidential') return [];
  const told = (cell: string, value: number): Beside => ({ table: table.id, cell, value, how: 'shown_beside' });
  return [
    ...(table.comparisons ?? []).flatMap((comparison) => smallMoves(comparison).map(({ code, value }) => told(`${comparison.wave} moves ${code}`, value))),
    ...(table.funders ?? []).flatMap((funder, _, all) => smallTogether(funder, all).map(({ code, value }) => told(`${funder.code} with ${code}`, value))),
    ...(table.funders ?? []).flatMap((funder, _, all) => hiddenMember(funder, all).map((value) => told(`total of ${funder.code} minus its types`, value)))
  ];
}

function known(number: PublishedNumber | undefined): number | undefined {
  return number?.status === 'ok' ? number.value : undefined;
}

/** Of each row whose moves are shown: those who stayed in, out, came, went, and what is left of those who answered once. */
function smallMoves({ rows, left, entered }: PublishedComparison): { code: string; value: number }[] {
  return rows.flatMap(({ code, paired, before, after }) => {
    const moves = paired && told(paired);
    if (!moves) return [];
    const both = moves.before - moves.lost;
    const [was, is] = [known(before), known(after)];
    const counts = [moves.gained, moves.lost, both, moves.n - both - moves.gained - moves.lost];
    if (was !== undefined) counts.push(was - moves.before, left - (was - moves.before));
    if (is !== undefined) counts.push(is - moves.after, entered - (is - moves.after));
    return counts.filter((count) => count >= 0 && isSmall(count)).map((value) => ({ code, value }));
  });
}

function told({ n, before, after, gained, lost }: PublishedPair): Record<'n' | 'before' | 'after' | 'gained' | 'lost', number> | undefined {
  const numbers = [n, before, after, gained, lost].map(known);
  if (numbers.some((number) => number === undefined)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers;
  return { n: a, before: b, after: c, gained: d, lost: e };
}

/** Those who receive from both, or from one of the two only. */
function smallTogether(funder: PublishedFunder, all: PublishedFunder[]): { code: string; value: number }[] {
  return funder.together.flatMap(({ code, count }) => {
    const other = all.find((each) => each.level === funder.level && each.code === code);
    const [both, own, its] = [known(count), known(funder.count), known(other?.count)];
    if (both === undefined || both === 0) return [];
    const counts = [both, ...(own === undefined ? [] : [own - both]), ...(its === undefined ? [] : [its - both])];
    return counts.filter((value, at) => isSmall(value) || (at > 0 && value === 0)).map((value) => ({ code, value }));
  });
}

/** Euros of the only type of a family that is hidden while the family's are shown. */
function hiddenMember(funder: PublishedFunder, all: PublishedFunder[]): number[] {
  const total = known(funder.total);
  if (funder.level !== 'family' || total === undefined) return [];
  const types = all.filter(({ level, family }) => level === 'type' && family === funder.code);
  const hidden = types.filter(({ total: euros }) => euros.status === 'c');
  if (hidden.length !== 1) return [];
  return [total - types.reduce((sum, type) => sum + (known(type.total) ?? 0), 0)];
}
