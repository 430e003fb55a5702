import { describe, expect, test } from 'vitest';
import { adjustedWald } from '#lib/domain/statistics/adjusted-wald.ts';
import { wilsonFpc } from '#lib/domain/statistics/wilson-fpc.ts';
import { compareProportion, type ProportionReference } from './proportion-references.ts';
import { Ledger, numbersOf, reference, TOLERANCE } from './references.ts';

type Published = { estimate: number; se: number; ci: [number, number] };
type ExpectedA = {
  published_checks: {
    'statpsych_ci.prop.fpc_12_100_400': Published;
    'statpsych_ci.prop.fpc_61_75_415': Published;
    'stat.extend_CONF.prop_14_32_1000': [number, number];
    expected_published: Record<string, number[]>;
  };
  cases: Record<string, ProportionReference>;
};

const expected = reference<ExpectedA>('expected_A_proportions_fpc.json');

describe('proportions with a finite population, against R', () => {
  const ledger = new Ledger();

  test.each(Object.keys(expected.cases))('%s', (name) => {
    compareProportion(ledger, `cases/${name}`, expected.cases[name]!);
    expect(ledger.seen.size).toBeGreaterThan(0);
  });

  test.each([
    { count: 12, n: 100, N: 400, own: 'statpsych_ci.prop.fpc_12_100_400', published: 'statpsych_12_100_400' },
    { count: 61, n: 75, N: 415, own: 'statpsych_ci.prop.fpc_61_75_415', published: 'statpsych_61_75_415' }
  ] as const)('statpsych, $count of $n of $N', ({ count, n, N, own, published }) => {
    const actual = adjustedWald({ count, n, N });
    const numbers = [actual?.estimate, actual?.standardError, actual?.interval.low, actual?.interval.high];
    const paths = ['estimate', 'se', 'ci/0', 'ci/1'];
    const { estimate, se, ci } = expected.published_checks[own];
    [estimate, se, ...ci].forEach((value, i) => ledger.compare(`published_checks/${own}/${paths[i]}`, numbers[i], value, TOLERANCE.estimate));
    // The manual prints seven digits.
    expected.published_checks.expected_published[published]!.forEach((value, i) =>
      ledger.compare(`published_checks/expected_published/${published}/${i}`, numbers[i], value, TOLERANCE.estimate)
    );
    expect(actual).toBeDefined();
  });

  test('stat.extend, 14 of 32 of 1000', () => {
    const actual = wilsonFpc({ count: 14, n: 32, N: 1000 });
    for (const [path, pair] of [
      ['published_checks/stat.extend_CONF.prop_14_32_1000', expected.published_checks['stat.extend_CONF.prop_14_32_1000']],
      ['published_checks/expected_published/stat.extend_14_32_1000', expected.published_checks.expected_published['stat.extend_14_32_1000']!]
    ] as const) {
      ledger.compare(`${path}/0`, actual?.low, pair[0]!, TOLERANCE.interval);
      ledger.compare(`${path}/1`, actual?.high, pair[1]!, TOLERANCE.interval);
    }
    expect(actual).toBeDefined();
  });

  test('every reference number was compared', () => {
    const all = numbersOf(expected);
    console.info(`expected_A: ${ledger.seen.size} of ${all.length} reference values compared`);
    expect(all.filter((path) => !ledger.seen.has(path))).toEqual([]);
  });
});
