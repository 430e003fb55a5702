/**
 * How many decimals of a percentage suit `count` out of `base`: the fewest that neither lie nor boast.
 * No decimal unless the whole percentage would be shared with a neighbouring count or is a tie to round
 * (28/32 is exactly 87.5 %); one decimal at most under 1 000 in the base, since a decimal is then already
 * finer than one caisse.
 * Returns 0 or 1.
 */
export function shareDecimals(count: number, base: number): 0 | 1 {
  if (base <= 0) return 0;
  const tenths = (count * 1000) / base;
  const exactTenth = Number.isInteger(tenths) && tenths % 10 !== 0;
  const crowded = base > 100;
  return exactTenth || crowded ? 1 : 0;
}
