import { chooseExactly, fitColumnSums, roundTo } from './exact.ts';
import type { Random } from './random.ts';

/** Percentages of the annual budget: self-funding, private, public. */
export type Mix = [self: number, privately: number, publicly: number];

/** Answers as people give them: thirds that add up to 99.9, halves of points. */
const UNEVEN: Mix[] = [[33.3, 33.3, 33.3], [37.5, 25, 37.5]];
const SMALLEST_PART = 4;

/**
 * One mix per caisse that details it, by slug. The mean of each column is the published share to the unit; larger budgets
 * lean on public money, so that the share of all euros differs from the mean of shares.
 */
export function drawMixes(random: Random, budgets: Map<string, number>, count: number, meanShares: Mix): Map<string, Mix> {
  const slugs = chooseExactly(random, [...budgets.keys()], count, () => 0);
  const largest = Math.max(...budgets.values());
  const rows = slugs.map((slug) => plainMix(random, (budgets.get(slug) ?? 0) / largest));
  UNEVEN.forEach((mix, index) => (rows[index * 9 + 4] = [...mix]));
  fitColumnSums(rows, meanShares.map((share) => share * 100 * count), SMALLEST_PART);
  return new Map(slugs.map((slug, index) => [slug, rows[index] as Mix]));
}

/** A mix in steps of five points, as most people round it. */
function plainMix(random: Random, weight: number): Mix {
  const raw = [1.2 - 0.8 * weight, 0.8, 0.8 + 1.2 * weight].map((lean) => lean * (0.35 + random.next()));
  const sum = raw.reduce((a, b) => a + b, 0);
  const self = Math.max(5, roundTo((100 * (raw[0] ?? 0)) / sum, 5));
  const privately = Math.max(5, roundTo((100 * (raw[1] ?? 0)) / sum, 5));
  return [self, privately, 100 - self - privately];
}
