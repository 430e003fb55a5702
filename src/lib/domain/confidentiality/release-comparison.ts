import type { ComputedChange, ComputedComparison, Moves } from '../indicators/compare.ts';
import type { PublishedChange, PublishedComparison, PublishedNumberChange, PublishedPair } from './published-comparison.ts';
import type { PublishedTable } from './published.ts';
import { plain, rounded, SECRET } from './release-part.ts';
import { VALUE_STEP } from './rounding.ts';
import { isSmall } from './unsafe.ts';

/**
 * What may be published of a comparison, given the two tables as they are published: a number hidden in either stays so.
 *
 * Confidential: moves of the same caisses are told only when every count that can be subtracted from them (those who stayed,
 * left and entered, with and without the answer, of each row) is zero or at least three.
 *
 * @param beside the same comparison of fewer caisses, without those of which a reader knows the answers: it keeps the rule too
 */
export function releaseComparison(computed: ComputedComparison, before: PublishedTable, after: PublishedTable, beside: readonly ComputedComparison[] = []): PublishedComparison {
  const { comparability, stayed, entered, left } = computed;
  const confidential = before.level !== 'open' || after.level !== 'open';
  const secretMoves = confidential && [computed, ...beside].some((each) => each.rows.some((row) => !movesAreSafe(row, each)));
  const { number } = computed.differences ? { number: numberChange(computed, computed.differences, before, after, confidential) } : {};
  return {
    table: before.id,
    wave: before.wave,
    comparable: comparability.comparable,
    relation: comparability.relation,
    ...(comparability.note ? { note: comparability.note } : {}),
    answeredBefore: stayed.length + left.length,
    answeredAfter: stayed.length + entered.length,
    stayed: stayed.length,
    entered: entered.length,
    left: left.length,
    rows: computed.rows.map((row) => change(row, before, after, secretMoves)),
    ...(number ? { number } : {})
  };
}

function change(row: ComputedChange, before: PublishedTable, after: PublishedTable, secretMoves: boolean): PublishedChange {
  const { code, label, presence } = row;
  const shown = (table: PublishedTable) => table.groups[0]?.rows.find((each) => each.code === code)?.count;
  const [old, now] = [shown(before), shown(after)];
  const base = { code, label, presence, ...(old ? { before: old } : {}), ...(now ? { after: now } : {}) };
  if (presence !== 'both' || !row.level || !row.moves) return base;
  if (old?.status !== 'ok' || now?.status !== 'ok') return { ...base, level: SECRET };
  // The interval rests on how many answered alike both times: with the levels, it would give hidden moves back.
  const interval = secretMoves ? undefined : row.level.interval;
  return { ...base, level: plain(row.level.estimate), ...(interval ? { levelInterval: interval } : {}), paired: pair(row.moves, secretMoves) };
}

function pair({ n, before, after, gained, lost, test }: Moves, secret: boolean): PublishedPair {
  const number = (value: number) => (secret ? SECRET : plain(value));
  return {
    n: plain(n),
    before: number(before),
    after: number(after),
    gained: number(gained),
    lost: number(lost),
    mcnemar: secret ? SECRET : test.statistic === undefined ? { status: 'z' } : plain(test.exactPValue)
  };
}

/** Every count that a reader could make by subtraction is zero or at least three. */
function movesAreSafe({ moves, before, after }: ComputedChange, { left, entered }: ComputedComparison): boolean {
  if (!moves || before === undefined || after === undefined) return true;
  const both = moves.before - moves.lost;
  const counts = [
    moves.gained,
    moves.lost,
    both,
    moves.n - both - moves.gained - moves.lost,
    before - moves.before,
    left.length - (before - moves.before),
    after - moves.after,
    entered.length - (after - moves.after)
  ];
  return !counts.some(isSmall);
}

function numberChange(computed: ComputedComparison, differences: number[], before: PublishedTable, after: PublishedTable, confidential: boolean): PublishedNumberChange {
  const median = (table: PublishedTable) => table.groups[0]?.summary?.median ?? SECRET;
  const n = differences.length;
  const [up, down] = [differences.filter((each) => each > 0).length, differences.filter((each) => each < 0).length];
  const few = isSmall(n) || isSmall(computed.left.length) || isSmall(computed.entered.length);
  const secret = (confidential && (few || [up, down, n - up - down].some(isSmall))) || isSmall(n);
  const step = VALUE_STEP[after.unit];
  const mean = differences.reduce((sum, each) => sum + each, 0) / (n || 1);
  const number = (value: number) => (secret ? SECRET : plain(value));
  return {
    medianBefore: median(before),
    medianAfter: median(after),
    // A mean of few differences, and the levels, would give back a single value: it is rounded as one.
    paired: { n: plain(n), change: n === 0 ? { status: 'z' } : secret ? SECRET : rounded(mean, step / 10), up: number(up), down: number(down), same: number(n - up - down) }
  };
}
