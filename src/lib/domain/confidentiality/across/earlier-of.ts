import type { Earlier, Fresh } from './hold-back.ts';

/** Every edition's tables by their id, oldest first. */
export type EarlierTables = ReadonlyMap<string, Earlier[]>;

/**
 * What a table of the next edition is set against: every edition of it, and of any other table that said the same of the same question, under another indicator. A
 * question that came back under another code is known by its wording; what stood behind it cannot be compared then, and counts as unknown.
 */
export function earlierOf({ computed, published }: Fresh, earlier: EarlierTables): { own: Earlier[]; others: Earlier[] } {
  const own = earlier.get(published.id) ?? [];
  const others = [...earlier.values()].flat().flatMap((one): Earlier[] => {
    const table = one.published;
    if (table.id === published.id || table.wave !== published.wave || table.breakdown !== published.breakdown || table.measure !== published.measure) return [];
    if (one.basis?.question === computed.question.code) return table.measure === 'classes' ? [] : [one];
    return one.basis && table.question.fr === published.question.fr && one.published.level === 'confidential' ? [{ version: one.version, withdrawn: one.withdrawn, published: table }] : [];
  });
  return { own, others };
}

/** Tables that add up the same quantities: one question and one measure of a wave; each cut of a number by itself. */
export function familyOfTable({ computed, published }: Fresh): string {
  return [published.wave, computed.question.code, published.measure, ...(published.measure === 'classes' ? [published.indicator] : [])].join(' ');
}

/** Earlier tables of a family, those of breakdowns and indicators that are published no more included: they have been read. */
export function pastOfFamily(family: readonly Fresh[], earlier: EarlierTables): Earlier[] {
  const [first] = family;
  if (!first) return [];
  const { wave, measure } = first.published;
  const indicators = new Set(family.map(({ published }) => published.indicator));
  return [...earlier.values()].flat().filter(({ published, basis }) => {
    if (published.wave !== wave || published.measure !== measure) return false;
    return indicators.has(published.indicator) || (measure !== 'classes' && basis?.question === first.computed.question.code);
  });
}
