/** How old a check is: up to 6 months, up to 12, beyond. */
export type Freshness = { months: number; level: 'recent' | 'ageing' | 'old' };

/**
 * Age of the last check of a row at a given day, in whole months. Counted up to the edition's date and not to today's, so
 * that a pinned page never changes. A check later than `at` counts as 0 months.
 *
 * @param verifiedOn ISO 8601 date, at least the month
 * @param at ISO 8601 date or instant
 */
export function freshness(verifiedOn: string, at: string): Freshness {
  const [year = 0, month = 1, day = 1] = verifiedOn.slice(0, 10).split('-').map(Number);
  const [atYear = 0, atMonth = 1, atDay = 1] = at.slice(0, 10).split('-').map(Number);
  const months = Math.max(0, (atYear - year) * 12 + atMonth - month - (atDay < day ? 1 : 0));
  return { months, level: months <= 6 ? 'recent' : months <= 12 ? 'ageing' : 'old' };
}
