import { chooseExactly } from './exact.ts';
import type { Random } from './random.ts';
import { SMALLEST_CAISSES } from './synthetic-plan.ts';
import type { Synthetic } from './synthetic.ts';

/** Participants of each caisse that answers, by slug: the published classes hold exactly; towns have the larger ones. */
export function drawSizes(
  random: Random,
  respondents: Synthetic[],
  published: { from20To50: number; over300: number }
): Map<string, number> {
  const middle = respondents.length - published.from20To50 - published.over300 - SMALLEST_CAISSES;
  const sizes = [
    ...drawn(random, SMALLEST_CAISSES, 8, 19),
    ...drawn(random, published.from20To50, 20, 50),
    ...drawn(random, middle, 54, 240),
    ...drawn(random, published.over300, 310, 560)
  ].sort((a, b) => a - b);
  const lean = { urban: 1.6, periurban: 0.6, rural: 0 };
  const ordered = [...respondents].map((each) => ({ each, score: lean[each.territory] + random.bell() }));
  ordered.sort((a, b) => a.score - b.score || a.each.number - b.each.number);
  return new Map(ordered.map(({ each }, rank) => [each.slug, sizes[rank] ?? 0]));
}

function drawn(random: Random, count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, () => random.integer(low, high));
}

/**
 * Annual budgets in euros, by slug, for those who tell it: larger where there are more participants, skewed, and with
 * exactly the published median in the middle (an odd number of answers makes it one caisse's budget).
 */
export function drawBudgets(random: Random, respondents: Synthetic[], sizes: Map<string, number>, count: number, median: number): Map<string, number> {
  const telling = chooseExactly(random, respondents, count, () => 0);
  const raw = telling.map((each) => {
    const size = sizes.get(each.slug) ?? 0;
    return { slug: each.slug, value: size ** 0.65 * 2 ** (0.75 * random.bell()) };
  });
  const ordered = [...raw].sort((a, b) => a.value - b.value);
  const centre = ordered[(count - 1) / 2]?.value ?? median;
  const budgets = ordered.map(({ slug, value }, rank): [string, number] => {
    if (rank === (count - 1) / 2) return [slug, median];
    const exact = random.chance(0.25);
    return [slug, Math.round((value * median) / centre / (exact ? 1 : 500)) * (exact ? 1 : 500)];
  });
  return new Map(budgets);
}
