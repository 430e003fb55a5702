import { describe, expect, test } from 'vitest';
import { feasibilityIntervals, twoWayTable } from '#lib/domain/confidentiality/feasibility.ts';
import {
  complementRule,
  contributionsByHolder,
  differencingRule,
  dominanceRule,
  estimateBySecond,
  expandContributions,
  frequencyRule,
  inseeEnterpriseRule,
  pPercentRule,
  protectionLevel,
  recoverByDifference
} from '#lib/domain/confidentiality/rules.ts';
import {
  couldBeAtLeast,
  keepsProtection,
  notExact,
  suppressSecondary,
  type Requirement
} from '#lib/domain/confidentiality/secondary-suppression.ts';
import { multipleResponse } from '#lib/domain/statistics/multiple-response.ts';
import { roundToTotal } from '#lib/domain/statistics/largest-remainder.ts';
import { roundToBase } from '#lib/domain/statistics/round-to-base.ts';
import { countsBehind, isPossiblePercentage } from '#lib/domain/statistics/share.ts';
import { expectedE, fundingContributions, type Suppression } from './expected-e.ts';

const expected = expectedE();
const asPairs = (intervals: Map<string, { low: number; high: number }>): Record<string, number[]> =>
  Object.fromEntries([...intervals].map(([cell, { low, high }]) => [cell, [low, high]]));
const sorted = (patterns: string[][]): string[] => patterns.map((pattern) => [...pattern].sort().join(' ')).sort();

/** The first table's true values only serve to choose; readers see the published ones. */
function compareSuppression(table: number[][], primary: string[], requirement: Requirement, reference: Suppression): void {
  const last = `${table.length - 1},${table[0]!.length - 1}`;
  const found = suppressSecondary({ ...twoWayTable(table), primary, requirement, keep: [last] })!;
  expect(found.exhaustive).toBe(true);
  expect(found.secondary).toHaveLength(reference.n_secondary);
  expect(found.patterns).toHaveLength(reference.n_patterns);
  expect(sorted(found.patterns)).toEqual(sorted(reference.patterns_with_min_cells));
  const cheapest = reference.cheapest_of_these_by_value;
  expect([...found.secondary].sort()).toEqual([...cheapest.cells].sort());
  const { cells } = twoWayTable(table);
  expect(found.secondary.reduce((sum, cell) => sum + cells.get(cell)!, 0)).toBe(cheapest.value);
  expect(asPairs(found.intervals)).toEqual(cheapest.intervals);
}

function deduced(table: number[][], hidden: string[]): Record<string, number[]> {
  const { cells, equations } = twoWayTable(table);
  const published = new Map([...cells].filter(([cell]) => !hidden.includes(cell)));
  return asPairs(feasibilityIntervals({ hidden, published, equations }));
}

test('E1: what can be deduced in the third example of the Handbook', () => {
  const { table_published, suppressed, intervals, published_reference } = expected.E1_handbook_example_3;
  const found = deduced(table_published.map((row) => row.map((value) => value ?? 0)), suppressed);
  expect(found).toEqual(intervals);
  expect(found).toMatchObject(published_reference);
});

test('E2: rules of the Handbook and of INSEE', () => {
  const { handbook_example_1: one, handbook_example_2: two, weighted_example, insee_enterprise } = expected.E2_rules;
  const first = [one.x1, one.x2, one.X - one.x1 - one.x2];
  expect(dominanceRule({ contributions: first, n: 1, k: 90 })).toBe(one.dominance_1_90);
  expect(pPercentRule({ contributions: first, p: 10 })).toBe(one.p_percent_10);
  const estimate = estimateBySecond(first)!;
  expect(estimate.estimate).toBe(one.estimate_by_second);
  expect(estimate.relativeError * 100).toBeCloseTo(one.error_pct, 9);
  const second = [two.x1, two.x2, two.X - two.x1 - two.x2];
  expect(pPercentRule({ contributions: second, p: 10 })).toBe(two.p_percent_10);
  expect(dominanceRule({ contributions: second, n: 2, k: 90.909 })).toBe(two['dominance_2_90.909']);
  expect(estimateBySecond(second)!.relativeError * 100).toBeCloseTo(two.overestimation_pct, 6);
  const expanded = expandContributions(weighted_example.contributions.map(([value, weight]) => ({ value, weight })));
  expect(expanded.reduce((a, b) => a + b, 0)).toBe(weighted_example.total);
  expect(expanded.sort((a, b) => b - a).slice(0, 2)).toEqual(weighted_example.expanded_two_largest);
  for (const { contrib, secret } of insee_enterprise.cases) expect(inseeEnterpriseRule({ contributions: contrib })).toBe(secret);
  expect(contributionsByHolder([{ holder: 'a', value: 1 }, { holder: 'a', value: 2 }])).toEqual([3]);
});

describe('E3: a table of counts', () => {
  const at = expected.E3_frequency_territoire_x_porteur;

  test('primary cells, and what hiding only them gives away', () => {
    const primary = at.table.flatMap((row, i) => row.flatMap((count, j) => (frequencyRule({ count }) ? [`${i},${j}`] : [])));
    expect(primary).toEqual(at.primary_cells);
    expect(deduced(at.table, primary)).toEqual(at.intervals_if_only_primary_suppressed);
  });

  test('no primary cell can be found exactly', () => {
    compareSuppression(at.table, at.primary_cells, notExact, at.secondary_so_that_no_primary_is_exactly_recoverable);
    expect.assertions(7);
  });

  test('each primary cell could be 3 or more', () => {
    compareSuppression(at.table, at.primary_cells, couldBeAtLeast(3), at.secondary_so_that_each_primary_could_be_at_least_3);
    expect.assertions(7);
  });
});

describe('E4: a table of amounts', () => {
  const at = expected.E4_magnitude_territoire_x_financeur;
  const contributions = fundingContributions(at.rows, at.cols);
  const level = (cell: string, rule: 'p' | '1k'): number =>
    protectionLevel({
      contributions: contributions.get(cell)!,
      rule: rule === 'p' ? { kind: 'p_percent', p: 10 } : { kind: 'dominance', n: 1, k: 85 }
    });

  test.each(Object.keys(at.cells))('cell %s', (cell) => {
    const values = contributions.get(cell)!;
    const reference = at.cells[cell]!;
    expect({
      n: values.length,
      total: values.reduce((a, b) => a + b, 0),
      freq: frequencyRule({ count: values.length }),
      dominance_1_k: dominanceRule({ contributions: values }),
      p_percent: pPercentRule({ contributions: values }),
      dominance_2_k: dominanceRule({ contributions: values, n: 2 })
    }).toEqual({
      n: reference.n,
      total: reference.total,
      freq: reference.freq,
      dominance_1_k: reference.dominance_1_k,
      p_percent: reference.p_percent,
      dominance_2_k: reference.dominance_2_k
    });
    expect(level(cell, 'p')).toBeCloseTo(reference.upper_protection_level_p, 6);
    expect(level(cell, '1k')).toBeCloseTo(reference.upper_protection_level_1k, 6);
  });

  test('primary cells, and what hiding only them gives away', () => {
    const inner = [...contributions].filter(([cell]) => !cell.startsWith('3') && !cell.endsWith('4'));
    expect(inner.filter(([, values]) => inseeEnterpriseRule({ contributions: values })).map(([cell]) => cell)).toEqual(at.primary_insee_n3_dom85);
    const byP = inner.filter(([, values]) => frequencyRule({ count: values.length }) || pPercentRule({ contributions: values }));
    expect(byP.map(([cell]) => cell)).toEqual(at.primary_n3_p10);
    expect(deduced(at.table, at.primary_insee_n3_dom85)).toEqual(at.intervals_if_only_insee_primary_suppressed);
  });

  test('no exact recovery', () => {
    compareSuppression(at.table, at.primary_insee_n3_dom85, notExact, at.secondary_no_exact_recovery_insee);
    expect.assertions(7);
  });

  test('protection levels', () => {
    const levels = new Map(at.primary_insee_n3_dom85.map((cell) => [cell, Math.max(level(cell, 'p'), level(cell, '1k'))]));
    compareSuppression(at.table, at.primary_insee_n3_dom85, keepsProtection(levels), at.secondary_with_protection_levels_insee);
    expect.assertions(7);
  });

  test('projects by funder, on both bases', () => {
    const funders = at.cols.filter((column) => column !== 'total');
    const perFunder = Object.fromEntries(funders.map((funder, j) => [funder, contributions.get(`3,${j}`)!.length]));
    expect(perFunder).toEqual(at.projets_par_financeur);
    // One answer per caisse, rebuilt so that each funder has its count: the bases are what is compared.
    const answers = Array.from({ length: at.base }, (_, i) => funders.filter((funder) => i < perFunder[funder]!));
    for (const row of multipleResponse({ answers, options: funders }).rows) {
      expect(row.ofRespondents!.value * 100).toBeCloseTo(at.pct_of_11[row.option]!, 9);
      expect(row.ofMentions!.value * 100).toBeCloseTo(at.pct_of_mentions[row.option]!, 9);
    }
  });
});

test('E5: differencing two publications', () => {
  const { values_never_published: values, publication_1: larger, publication_2_same_filter_minus_one: smaller, recovered_value } = expected.E5_differencing;
  expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(larger.mean, 9);
  expect(recoverByDifference({ larger, smaller })).toBeCloseTo(recovered_value, 6);
  const first = values.map((_, i) => `C${i}`);
  expect(differencingRule({ first, second: first.slice(0, smaller.n) })).toBe(true);
  expect(differencingRule({ first, second: first.slice(0, 8) })).toBe(false);
});

test.each(expected.E6_complement.items)('E6: $yes yes, $no no', ({ yes, publish, group_disclosure }) => {
  const { base, k: threshold } = expected.E6_complement;
  expect(complementRule({ count: yes, base, threshold })).toEqual({ publish, groupDisclosure: group_disclosure });
});

test('E7: percentages that a base can give', () => {
  const at = expected.E7_percent_vs_base;
  expect(countsBehind('20 %', 11)).toEqual(at.seed_article_20pct_of_11);
  expect(countsBehind(20, 11, 1)).toEqual(at['20_of_11_one_decimal']);
  expect(countsBehind('18 %', 11)).toEqual(at['18_of_11']);
  expect(countsBehind('27 %', 11)).toEqual(at['27_of_11']);
  expect(countsBehind('88 %', 32)).toEqual(at['88_of_32']);
  expect(countsBehind('87,5 %', 32)).toEqual(at['87.5_of_32_one_decimal']);
  expect(roundToTotal([37, 28, 35], Number(at.funding_mix_37_28_35_sums_to))).toEqual([37, 28, 35]);
  const bases = Array.from({ length: 40 }, (_, i) => i + 1);
  expect(bases.filter((base) => isPossiblePercentage(20, base, 9))).toEqual(at['bases_up_to_40_compatible_with_20pct_exact']);
  expect(bases.filter((base) => isPossiblePercentage('20 %', base))).toEqual(at['bases_up_to_40_compatible_with_20pct_rounded_0dec']);
});

test('E8: rounding', () => {
  const at = expected.E8_rounding;
  const sum = at.counts.reduce((a, b) => a + b, 0);
  expect(at.counts.map((count) => Math.round((100 * count) / sum))).toEqual(at.rounded_half_up_pct);
  expect(at.rounded_half_up_pct.reduce((a, b) => a + b, 0)).toBe(at.sum);
  expect(roundToTotal(at.counts, 100)).toEqual(at.largest_remainder_pct);
  expect(at.conventional_base5.counts.map((count) => roundToBase(count, 5))).toEqual(at.conventional_base5.rounded);
});
