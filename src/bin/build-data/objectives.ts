import { chooseExactly } from './exact.ts';
import type { Random } from './random.ts';
import type { Synthetic } from './synthetic.ts';

/** How many caisses tick each objective; the first is published, the others belong to the demonstration. */
export function objectiveCounts(access: number): Record<string, number> {
  return { access, capacity: 23, governance: 20, producers: 18, outlets: 11, precarity: 15, advocacy: 8 };
}

/** Who ticks what more readily. */
const LEANINGS: Record<string, (each: Synthetic) => number> = {
  producers: (each) => (each.territory === 'rural' ? 1.4 : 0),
  precarity: (each) => (each.lead === 'collectivite' || each.lead === 'securite_sociale' ? 1.6 : each.territory === 'urban' ? 0.5 : 0),
  governance: (each) => (each.lead === 'association' || each.lead === 'collectif' ? 1 : 0),
  advocacy: (each) => (each.lead === 'collectif' ? 1.5 : each.lead === 'association' ? 0.5 : 0),
  outlets: (each) => (each.territory === 'periurban' ? 0.8 : 0)
};

/** Options ticked by each caisse, by slug, in the order of `counts`; everybody ticks at least one. */
export function drawTicks(random: Random, respondents: Synthetic[], counts: Record<string, number>): Map<string, string[]> {
  const ticks = new Map(respondents.map((each) => [each.slug, [] as string[]]));
  for (const [option, count] of Object.entries(counts)) {
    const bare = (each: Synthetic): number => (ticks.get(each.slug)?.length === 0 && option !== 'access' ? 3 : 0);
    const leaning = (each: Synthetic): number => (LEANINGS[option]?.(each) ?? 0) + bare(each);
    for (const each of chooseExactly(random, respondents, count, leaning)) ticks.get(each.slug)?.push(option);
  }
  return ticks;
}
