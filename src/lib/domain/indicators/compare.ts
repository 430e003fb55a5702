import type { Text } from '../language.ts';
import { levelChange, mcnemar, pairs, type LevelChange, type McNemar } from '../statistics/compare-waves.ts';
import { comparability, type Comparability } from './comparable.ts';
import type { ComputedGroup, ComputedRow, ComputedTable } from './computed.ts';

declare const unprotected: unique symbol;

/** How the same caisses moved in a row; counts of caisses. */
export type Moves = { n: number; before: number; after: number; gained: number; lost: number; test: McNemar };

export type ComputedChange = {
  code: string;
  label: Text;
  presence: 'both' | 'added' | 'removed';
  before?: number;
  after?: number;
  level?: LevelChange;
  moves?: Moves;
};

/** Two waves of an indicator, exact and unprotected; `releaseComparison` is its only door out. */
export type ComputedComparison = {
  readonly [unprotected]: true;
  before: ComputedTable;
  after: ComputedTable;
  comparability: Comparability;
  stayed: string[];
  entered: string[];
  left: string[];
  rows: ComputedChange[];
  /** `quantiles`: differences of those who gave the number both times. */
  differences?: number[];
};

/**
 * Compares an indicator between two waves: change of the level, change among the same caisses with McNemar's test,
 * entries and exits. Across a break in series only the sizes are given.
 * @throws Error when the tables are not two waves of one indicator, not crossed.
 */
export function compareTables(before: ComputedTable, after: ComputedTable): ComputedComparison {
  if (before.indicator.id !== after.indicator.id || before.wave === after.wave || before.breakdown || after.breakdown) {
    throw new Error(`${before.id} and ${after.id} are not two waves of one indicator`);
  }
  const [first, second] = [before.groups[0] as ComputedGroup, after.groups[0] as ComputedGroup];
  const known = comparability(before.question, after.question, before.wave);
  const was = new Set(first.answered);
  const is = new Set(second.answered);
  const stayed = first.answered.filter((slug) => is.has(slug));
  return {
    before,
    after,
    comparability: known,
    stayed,
    entered: second.answered.filter((slug) => !was.has(slug)),
    left: first.answered.filter((slug) => !is.has(slug)),
    rows: known.comparable ? changes(before, after, first, second) : [],
    ...(known.comparable && first.values && second.values ? { differences: differences(first.values, second.values) } : {})
  } as ComputedComparison;
}

function differences(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number[] {
  const { before, after } = pairs(first, second);
  return after.map((value, index) => value - (before[index] ?? 0));
}

function changes(before: ComputedTable, after: ComputedTable, first: ComputedGroup, second: ComputedGroup): ComputedChange[] {
  const codes = [...new Set([...second.rows, ...first.rows].map((row) => row.code))];
  return codes.map((code) => {
    const [old, now] = [first, second].map((group) => group.rows.find((row) => row.code === code));
    const { label } = (now ?? old) as ComputedRow;
    if (!old) return { code, label, presence: 'added', after: now?.contributors.length ?? 0 };
    if (!now) return { code, label, presence: 'removed', before: old.contributors.length };
    const share = before.indicator.measure === 'mix';
    const level = levelChange({
      first: valuesOf(first, old, share),
      second: valuesOf(second, now, share),
      ...populations(before, after, first, second)
    });
    return {
      code,
      label,
      presence: 'both',
      before: old.contributors.length,
      after: now.contributors.length,
      ...(level ? { level } : {}),
      moves: movesOf(first, second, old, now)
    };
  });
}

/** 0 or 1 for a count, the share itself for a mix. */
function valuesOf(group: ComputedGroup, row: ComputedRow, share: boolean): Map<string, number> {
  const inRow = new Set(row.contributors);
  return new Map(group.answered.map((slug) => [slug, share ? (row.values?.get(slug) ?? 0) : inRow.has(slug) ? 1 : 0]));
}

function populations(before: ComputedTable, after: ComputedTable, first: ComputedGroup, second: ComputedGroup) {
  // The frame is not the population of a question that only some were asked.
  if (before.filtered || after.filtered || !first.population || !second.population) return {};
  const frame = new Set(second.population);
  return { N: { first: first.population.length, second: second.population.length, common: first.population.filter((slug) => frame.has(slug)).length } };
}

function movesOf(first: ComputedGroup, second: ComputedGroup, old: ComputedRow, now: ComputedRow): Moves {
  const answered = new Set(second.answered);
  const both = first.answered.filter((slug) => answered.has(slug));
  const [had, has] = [new Set(old.contributors), new Set(now.contributors)];
  const count = (test: (slug: string) => boolean): number => both.filter(test).length;
  const gained = count((slug) => has.has(slug) && !had.has(slug));
  const lost = count((slug) => had.has(slug) && !has.has(slug));
  return { n: both.length, before: count((slug) => had.has(slug)), after: count((slug) => has.has(slug)), gained, lost, test: mcnemar({ gained, lost, n: both.length }) };
}
