import { complementRule, dominanceRule, FREQUENCY_THRESHOLD, frequencyRule } from './rules.ts';

/** Cells from fewer caisses than this are hidden. */
export const MINIMUM = FREQUENCY_THRESHOLD;

/** One or two: zero has nobody to protect. */
export function isSmall(count: number): boolean {
  return frequencyRule({ count });
}

/**
 * A count of answers to a confidential question that tells of one or two caisses: itself, or what is left of its base.
 * All of a base is unsafe too: it tells the answer of each.
 */
export function isUnsafeTick(count: number, base: number): boolean {
  return !complementRule({ count, base }).publish || (count > 0 && count === base);
}

/** Whether the largest of some non-negative amounts is more than 85 % of their sum. */
export function isDominated(amounts: number[]): boolean {
  return dominanceRule({ contributions: amounts });
}
