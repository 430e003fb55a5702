import type { Initiative } from '../../census/initiative.ts';

/** Initiatives whose objectives anybody can read, each with every list that was published of it. */
export type Named = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * Who is publicly known for its objectives: from the editions before (`before`), and once the edition in hand is published (`now`, which holds `before`: what
 * was published stays known, withdrawn or not).
 */
export type NamedObjectives = { before: Named; now: Named };

export const NOBODY: NamedObjectives = { before: new Map(), now: new Map() };

type Published = Pick<Initiative, 'slug' | 'objectives' | 'formerSlugs'>;

/**
 * Adds what some initiatives publish to what is known. An initiative that took another in is known for what was published of that one, and the other way round:
 * an answer may stand under either name. Not where both answered: then each answer is its own, and what one publishes says nothing of the other's.
 *
 * @param apart see `answeredApart`
 */
export function addNamed(known: Named, initiatives: readonly Published[], apart: ReadonlySet<string> = new Set()): Named {
  const all = new Map(known);
  for (const { slug, objectives, formerSlugs = [] } of initiatives) {
    const slugs = [slug, ...formerSlugs.filter((each) => !apart.has(each))];
    const lists = [...slugs.flatMap((each) => known.get(each) ?? []), ...(objectives ? [objectives] : [])];
    const distinct = [...new Map(lists.map((list) => [keyOf(list), list])).values()];
    if (distinct.length > 0) for (const each of slugs) all.set(each, distinct);
  }
  return all;
}

/** Those merged into another that answered in a wave beside it, or beside a third that it took in: the answers are of two caisses. */
export function answeredApart(initiatives: readonly Published[], waves: readonly { responses: readonly { initiative: string }[] }[]): Set<string> {
  const answered = waves.map(({ responses }) => new Set(responses.map(({ initiative }) => initiative)));
  return new Set(
    initiatives.flatMap(({ slug, formerSlugs = [] }) =>
      formerSlugs.filter((former) => answered.some((those) => those.has(former) && [slug, ...formerSlugs].some((other) => other !== former && those.has(other))))
    )
  );
}

/** The same objectives give the same text, whatever their order. */
export function keyOf(codes: Iterable<string>): string {
  return [...codes].sort().join(' ');
}

/** Initiatives that the edition in hand names for the first time, or with another list: what their names tell can still be kept back. Sorted. */
export function newlyNamed({ before, now }: NamedObjectives): string[] {
  return [...now].filter(([slug, lists]) => lists.length > (before.get(slug)?.length ?? 0)).map(([slug]) => slug).sort();
}
