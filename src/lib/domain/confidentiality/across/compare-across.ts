import { compareTables, type ComputedComparison } from '../../indicators/compare.ts';
import type { PublishedComparison } from '../published-comparison.ts';
import { releaseComparison } from '../release-comparison.ts';
import { knownSets } from '../named/known-sets.ts';
import type { Named } from '../named/named.ts';
import { tableWithout } from '../named/without-units.ts';
import { SECRET } from '../release-part.ts';
import { basisOf } from './basis.ts';
import type { Earlier, Settled } from './hold-back.ts';

/**
 * Sets each uncrossed table beside the same indicator in earlier waves, the nearest first, as both are settled: a table that stands still is compared as it
 * stood. A table that is itself held keeps the comparisons it was published with.
 */
export function compareAcross(tables: readonly Settled[], earlier: ReadonlyMap<string, Earlier[]>, opened: (wave: string) => string, named: Named = new Map()): Settled[] {
  return tables.map((table) => {
    const { computed, published, held } = table;
    if (published.breakdown !== null || held) return table;
    const before = tables
      .filter((other) => other.published.breakdown === null && other.published.indicator === published.indicator && opened(other.published.wave) < opened(published.wave))
      // Nobody knows who stood behind it: nothing can be said of the same caisses.
      .filter((other) => !other.held || other.basis)
      .sort((a, b) => opened(b.published.wave).localeCompare(opened(a.published.wave)));
    if (before.length === 0) return table;
    const past = earlier.get(published.id) ?? [];
    const comparisons = before.map((other) => quiet(releaseComparison(compareTables(other.computed, computed), other.published, published, beside(other, table, named)), published.level, past));
    return { ...table, published: { ...published, comparisons } };
  });
}

/** The same comparison of those alone whose objectives are not published under their name. */
function beside(before: Settled, after: Settled, named: Named): ComputedComparison[] {
  const [, ...known] = knownSets([basisOf(before.computed), basisOf(after.computed)], named);
  return known.map((units) => compareTables(tableWithout(before.computed, units), tableWithout(after.computed, units)));
}

/** Moves of the same caisses are told once: another edition that tells them otherwise would tell of those who joined, left or changed between the two. */
function quiet(comparison: PublishedComparison, level: string | undefined, past: readonly Earlier[]): PublishedComparison {
  const confidential = level === 'confidential';
  const told = past.flatMap((one) => one.published.comparisons?.filter((other) => other.wave === comparison.wave && tellsMoves(other)) ?? []);
  if (!confidential || !tellsMoves(comparison) || told.every((other) => moves(other) === moves(comparison))) return comparison;
  return {
    ...comparison,
    rows: comparison.rows.map(({ levelInterval: _, ...row }) => (row.paired ? { ...row, paired: { n: row.paired.n, before: SECRET, after: SECRET, gained: SECRET, lost: SECRET, mcnemar: SECRET } } : row)),
    ...(comparison.number ? { number: { ...comparison.number, paired: { n: comparison.number.paired.n, change: SECRET, up: SECRET, down: SECRET, same: SECRET } } } : {})
  };
}

function tellsMoves({ rows, number }: PublishedComparison): boolean {
  return rows.some((row) => row.paired?.gained.status === 'ok') || number?.paired.up.status === 'ok';
}

function moves({ rows, number }: PublishedComparison): string {
  return JSON.stringify([rows.map(({ code, paired, levelInterval }) => [code, paired, levelInterval]), number?.paired]);
}
