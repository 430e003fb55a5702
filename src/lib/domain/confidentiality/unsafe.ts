/** Cells from fewer caisses than this are hidden. */
export const MINIMUM = 3;

/** One contributor above this share of a total makes it unsafe (strictly above, as INSEE's manual writes it). */
export const DOMINANCE = 0.85;

/** One or two: zero has nobody to protect. */
export function isSmall(count: number): boolean {
  return count > 0 && count < MINIMUM;
}

/**
 * A count of answers to a confidential question that tells of one or two caisses: itself, or what is left of its base.
 * All of a base is unsafe too: it tells the answer of each.
 */
export function isUnsafeTick(count: number, base: number): boolean {
  return isSmall(count) || (count > 0 && base - count < MINIMUM);
}

/** Whether the largest of some non-negative amounts is more than 85 % of their sum. */
export function isDominated(amounts: number[]): boolean {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return total > 0 && Math.max(...amounts) > DOMINANCE * total;
}
