/** Initiatives per 100,000 inhabitants, with both numbers it is made of. */
export type Rate = { count: number; population: number; per100k: number | undefined };

/** A rate with its base. Undefined when nobody lives there: there is then no rate to give. */
export function ratePer100k(count: number, population: number): Rate {
  return { count, population, per100k: population > 0 ? (count * 100_000) / population : undefined };
}
