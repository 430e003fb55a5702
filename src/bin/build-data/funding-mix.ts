import { chooseExactly, fitColumnSums, roundTo } from './exact.ts';
import type { Random } from './random.ts';

/** Percentages of the annual budget: self-funding, private, public. */
export type Mix = [self: number, privately: number, publicly: number];

/** Answers as people give them: thirds that add up to 99.9, halves of points. */
const UNEVEN: Mix[] = [[33.3, 33.3, 33.3], [37.5, 25, 37.5]];

/**
 * One mix per caisse that details it, by slug. The mean of each column is the published share to the unit; larger budgets
 * lean on public money, so that the share of all euros differs from the mean of shares.
 */
export function drawMixes(random: Random, budgets: Map<string, number>, count: number, meanShares: Mix): Map<string, Mix> {
  const slugs = chooseExactly(random, [...budgets.keys()], count, () => 0);
  const largest = Math.max(...budgets.values());
  const rows = slugs.map((slug) => plainMix(random, (budgets.get(slug) ?? 0) / largest));
  UNEVEN.forEach((mix, index) => (rows[index * 9 + 4] = [...mix]));
  const targets = meanShares.map((share) => share * 100 * count);
  fitColumnSums(rows, targets, 5, 5);
  fitColumnSums(rows, targets, 1, 3);
  return new Map(slugs.map((slug, index) => [slug, rows[index] as Mix]));
}

/** A mix in steps of five points, as most people round it; sometimes without one of the three. */
export function plainMix(random: Random, weight: number): Mix {
  const raw = [1.6 - 1.3 * weight, 0.8, 0.5 + 1.8 * weight].map((lean) => lean * (0.15 + 1.7 * random.next() ** 2));
  if (random.chance(0.15)) raw[random.integer(0, 1)] = 0;
  const sum = raw.reduce((a, b) => a + b, 0);
  const self = roundTo((100 * (raw[0] ?? 0)) / sum, 5);
  const privately = Math.min(95 - self, roundTo((100 * (raw[1] ?? 0)) / sum, 5));
  return [self, Math.max(0, privately), 100 - self - Math.max(0, privately)];
}
