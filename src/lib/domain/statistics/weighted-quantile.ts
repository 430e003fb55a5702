import { fcumsum, fsum } from 'd3-array';
import { requireLength } from './checks.ts';
import { DomainError } from '../errors.ts';
import { interpolate } from './interpolate.ts';
import { isPresent, type Maybe } from './present.ts';

/**
 * How a weighted quantile is read, named as in R's `svyquantile(qrule = )`: `math` (= `hf1`) is the smallest value whose
 * cumulated weight reaches p, `school` (= `hf2`) takes the middle of two when p is reached exactly, `hf3` to `hf9` are
 * Hyndman and Fan's definitions with weights, `shahvaish` that of Shah and Vaish.
 */
export type QuantileRule = 'math' | 'school' | 'shahvaish' | `hf${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

/**
 * Weighted quantile of probability `p`, in the values' unit. Missing values and weights of 0 are left out.
 *
 * With tied values of unequal weights, the rules `hf4` to `hf9` depend a little on the order of the ties, as in R.
 * `shahvaish` depends on the scale of the weights, as in R: give weights that add up to the population. Where p is under the
 * share of the smallest value, `hf3` is that value; `survey` 4.1-1 answers the next one.
 * R: `svyquantile(~x, design, p, qrule = rule, ci = FALSE, na.rm = TRUE)`. Undefined without any value.
 * @example
 * weightedQuantile({ values: [10, 20, 30], weights: [1, 1, 2], p: 0.5 }) // → 20
 * weightedQuantile({ values: [10, 20, 30], weights: [1, 1, 2], p: 0.5, rule: 'school' }) // → 25
 * weightedQuantile({ values: [], weights: [], p: 0.5 }) // → undefined
 */
export function weightedQuantile({
  values,
  weights,
  p,
  rule = 'math'
}: {
  values: readonly Maybe<number>[];
  weights: readonly number[];
  p: number;
  rule?: QuantileRule;
}): number | undefined {
  requireLength(values.length, { weights });
  if (!(p >= 0 && p <= 1)) throw new DomainError('impossible_value', { what: 'p', value: p });
  const pairs = values
    .map((value, unit) => ({ value, weight: weights[unit]! }))
    .filter((pair): pair is Pair => isPresent(pair.value) && pair.weight > 0)
    .sort((a, b) => a.value - b.value);
  if (pairs.length === 0) return undefined;
  if (pairs.length === 1) return pairs[0]!.value;
  return RULES[rule](rule === 'hf3' ? merged(pairs) : pairs, p);
}

type Pair = { value: number; weight: number };
type Rule = (sorted: readonly Pair[], p: number) => number;

// Exactly rounded sums: "the cumulated weight is exactly p" must not hang on the order of additions.
const cumulated = (sorted: readonly Pair[]): number[] => [...fcumsum(sorted, (pair) => pair.weight)];
const sumOf = (sorted: readonly Pair[]): number => fsum(sorted, (pair) => pair.weight);

/** Position of the last value whose cumulated share is at most p (−1 when none), and whether p is reached exactly. */
function step(sorted: readonly Pair[], p: number): { position: number; exact: boolean; sums: number[]; sum: number } {
  const sums = cumulated(sorted);
  const sum = sumOf(sorted);
  const position = sums.findLastIndex((value) => value <= p * sum);
  return { position, exact: position >= 0 && p - sums[position]! / sum === 0, sums, sum };
}

const at = (sorted: readonly Pair[], index: number): number => sorted[Math.min(index, sorted.length - 1)]!.value;

const smallest: Rule = (sorted, p) => {
  const { position, exact } = step(sorted, p);
  return exact ? at(sorted, position) : at(sorted, position + 1);
};

const middle: Rule = (sorted, p) => {
  const { position, exact } = step(sorted, p);
  return exact ? (at(sorted, position) + at(sorted, position + 1)) / 2 : at(sorted, position + 1);
};

const nearestEven: Rule = (sorted, p) => {
  const { position, exact } = step(sorted, p);
  return exact && position % 2 === 1 ? at(sorted, position) : at(sorted, position + 1);
};

const onTheSteps: Rule = (sorted, p) => interpolated(sorted, p, (sums, sum) => sums.map((value) => value / sum));

/** Types whose plotting position is (a·weight before + (1 − a)·weight up to the value) / (sum + b·last weight). */
const between =
  (a: number, b: number): Rule =>
  (sorted, p) =>
    interpolated(sorted, p, (sums, sum) => {
      const last = sorted.at(-1)!.weight;
      return sums.map((value, i) => (a * (sums[i - 1] ?? 0) + (1 - a) * value) / (sum + b * last));
    });

/** R subtracts half of the weight itself from a sum of weights over their mean: positions may then cross, and it sorts them. */
const shahVaish: Rule = (sorted, p) => {
  const n = sorted.length;
  const meanWeight = sumOf(sorted) / n;
  const sums = [...fcumsum(sorted, (pair) => pair.weight / meanWeight)];
  const placed = sorted
    .map((pair, i) => ({ value: pair.value, position: (sums[i]! + 0.5 - pair.weight / 2) / (n + 1) }))
    .sort((a, b) => a.position - b.position);
  return (placed.findLast(({ position }) => position <= p) ?? placed[0]!).value;
};

const RULES: Record<QuantileRule, Rule> = {
  math: smallest,
  hf1: smallest,
  school: middle,
  hf2: middle,
  hf3: nearestEven,
  hf4: onTheSteps,
  hf5: between(1 / 2, 0),
  hf6: between(0, 1),
  hf7: (sorted, p) => interpolated(sorted, p, (sums) => sums.map((_, i) => (sums[i - 1] ?? 0) / sums.at(-2)!)),
  hf8: between(1 / 3, 1 / 3),
  hf9: between(3 / 8, 1 / 4),
  shahvaish: shahVaish
};

/** Linear interpolation of the values over their plotting positions, constant beyond the first and the last. */
function interpolated(sorted: readonly Pair[], p: number, positionsOf: (sums: number[], sum: number) => number[]): number {
  const positions = positionsOf(cumulated(sorted), sumOf(sorted));
  if (p <= positions[0]!) return sorted[0]!.value;
  return interpolate(positions, sorted.map(({ value }) => value), p) ?? sorted.at(-1)!.value;
}

/** Tied values as one, with the sum of their weights. */
function merged(sorted: readonly Pair[]): Pair[] {
  const groups = new Map<number, number[]>();
  for (const { value, weight } of sorted) groups.set(value, [...(groups.get(value) ?? []), weight]);
  return [...groups].map(([value, list]) => ({ value, weight: fsum(list) }));
}
