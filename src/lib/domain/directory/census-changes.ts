import { changesBetween, fieldText, type FieldChange } from '../census/history.ts';
import type { Initiative } from '../census/initiative.ts';

/** A field that a reader would see change; texts as in `fieldText`. */
export type SeenChange = Pick<FieldChange, 'field' | 'before' | 'after'>;

/** What an edition changes of one initiative for its readers. `opened`: objectives that no edition online shows yet become public under its name. */
export type CensusChange = { slug: string; name: string } & (
  | { kind: 'added'; objectives: string | null; opened: boolean }
  | { kind: 'gone' }
  | { kind: 'merged'; into: { slug: string; name: string } }
  | { kind: 'changed'; changes: SeenChange[]; opened: boolean }
);

/** The fields of an initiative that differ from one edition to another, and the addresses that now lead to it. */
export function seenChanges(before: Initiative, after: Initiative): { changes: SeenChange[]; absorbed: string[] } {
  const earlier = before.formerSlugs ?? [];
  return {
    changes: changesBetween(before, after).map(({ field, before: was, after: is }) => ({ field, before: was, after: is })),
    absorbed: (after.formerSlugs ?? []).filter((slug) => !earlier.includes(slug))
  };
}

function opens(before: Initiative | undefined, after: Initiative): boolean {
  return (after.objectives ?? []).some((code) => !before?.objectives?.includes(code));
}

const ORDER: CensusChange['kind'][] = ['added', 'merged', 'gone', 'changed'];

/**
 * What readers would see change of the census from one edition to the next: those that come, those that another takes in,
 * those that leave, then the fields that change; by name within each. An initiative whose published fields stay is left out.
 */
export function censusChanges(before: readonly Initiative[], after: readonly Initiative[]): CensusChange[] {
  const known = new Map(before.map((item) => [item.slug, item]));
  const now = new Set(after.map(({ slug }) => slug));
  const keeper = new Map(after.flatMap((item) => (item.formerSlugs ?? []).map((slug) => [slug, item] as const)));
  const here = after.flatMap((item): CensusChange[] => {
    const { slug, name } = item;
    const was = known.get(slug);
    if (!was) return [{ slug, name, kind: 'added', objectives: fieldText(item, 'objectives'), opened: opens(undefined, item) }];
    const { changes } = seenChanges(was, item);
    return changes.length === 0 ? [] : [{ slug, name, kind: 'changed', changes, opened: opens(was, item) }];
  });
  const left = before.flatMap(({ slug, name }): CensusChange[] => {
    if (now.has(slug)) return [];
    const into = keeper.get(slug);
    return [into ? { slug, name, kind: 'merged', into: { slug: into.slug, name: into.name } } : { slug, name, kind: 'gone' }];
  });
  return [...here, ...left].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.localeCompare(b.name, 'fr') || (a.slug < b.slug ? -1 : 1));
}
