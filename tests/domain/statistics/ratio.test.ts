import { expect, test } from 'vitest';
import { simpleRandomSample } from '#lib/domain/statistics/design/design.ts';
import { meanOfShares } from '#lib/domain/statistics/mean-of-shares.ts';
import { shareOfTotals } from '#lib/domain/statistics/ratio.ts';
import { generator, SEEDS } from './random.ts';

function mix(seed: number): { parts: (number | undefined)[][]; wholes: (number | undefined)[] } {
  const random = generator(seed);
  const lines = Array.from({ length: 25 }, () => {
    const size = 10 ** (2 + 3 * random());
    return [random() * size, random() * size, random() * size];
  });
  const answered = lines.map(() => random() > 0.2);
  const parts = [0, 1, 2].map((part) => lines.map((line, i) => (answered[i] ? line[part] : undefined)));
  return { parts, wholes: lines.map((line, i) => (answered[i] ? line[0]! + line[1]! + line[2]! : undefined)) };
}

test.each([shareOfTotals, meanOfShares])('%o: the parts of a whole add up to 1; a part and the rest have the same error', (estimator) => {
  for (const seed of SEEDS) {
    const { parts, wholes } = mix(seed);
    const shares = parts.map((part) => estimator({ parts: part, wholes, N: 60 })!);
    expect(shares.reduce((sum, share) => sum + share.estimate, 0)).toBeCloseTo(1, 12);
    const rest = wholes.map((whole, i) => (whole === undefined ? undefined : whole - parts[0]![i]!));
    expect(estimator({ parts: rest, wholes, N: 60 })!.standardError).toBeCloseTo(shares[0]!.standardError!, 12);
  }
});

test('the unit of money does not matter; with equal wholes both measures agree', () => {
  for (const seed of SEEDS) {
    const { parts, wholes } = mix(seed);
    const cents = (list: (number | undefined)[]): (number | undefined)[] => list.map((value) => value && value * 100);
    expect(shareOfTotals({ parts: cents(parts[0]!), wholes: cents(wholes) })!.estimate).toBeCloseTo(shareOfTotals({ parts: parts[0]!, wholes })!.estimate, 12);
    const even = wholes.map((whole) => whole && 1e5);
    const a = shareOfTotals({ parts: parts[0]!, wholes: even, N: 60 })!;
    const b = meanOfShares({ parts: parts[0]!, wholes: even, N: 60 })!;
    expect(a.estimate).toBeCloseTo(b.estimate, 12);
    expect(a.standardError).toBeCloseTo(b.standardError!, 12);
  }
});

// They agree to order 1/n: 20 rows of very unequal wholes.
test('jackknife: the linearised error of a ratio is near the one that leaving out each unit gives', () => {
  const { parts, wholes } = mix(3);
  const rows = wholes.flatMap((whole, i) => (whole === undefined ? [] : [{ part: parts[0]![i]!, whole }]));
  const ratio = (list: typeof rows): number => list.reduce((sum, row) => sum + row.part, 0) / list.reduce((sum, row) => sum + row.whole, 0);
  const without = rows.map((_, i) => ratio(rows.filter((__, j) => j !== i)));
  const centre = without.reduce((a, b) => a + b, 0) / without.length;
  const jackknife = Math.sqrt((without.reduce((sum, value) => sum + (value - centre) ** 2, 0) * (rows.length - 1)) / rows.length);
  const linearised = shareOfTotals({ parts: rows.map((row) => row.part), wholes: rows.map((row) => row.whole) })!.standardError!;
  expect(Math.abs(linearised / jackknife - 1)).toBeLessThan(0.2);
});

test('missing lines are not zeros; a whole of 0 has no share', () => {
  const rows = { parts: [10, undefined, 30, 0], wholes: [20, 40, undefined, 0] };
  expect(shareOfTotals(rows)).toMatchObject({ estimate: 0.5, n: 2 });
  expect(meanOfShares(rows)).toMatchObject({ estimate: 0.5, n: 1, wholeIsZero: 1 });
  expect(shareOfTotals({ parts: [0, 0], wholes: [0, 0] })).toBeUndefined();
  expect(meanOfShares({ parts: [0], wholes: [0] })).toBeUndefined();
  const design = simpleRandomSample({ n: 4, N: 8 });
  expect(meanOfShares({ ...rows, design })).toMatchObject({ estimate: 0.5, standardError: 0, n: 1 });
  expect(shareOfTotals({ ...rows, design, domain: [false, true, true, false] })).toBeUndefined();
});
