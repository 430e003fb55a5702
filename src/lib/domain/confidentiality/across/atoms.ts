import type { Standing } from './difference.ts';

/** Units that no published table tells apart: the same groups of the same tables, with the same answer throughout. */
export type Atom = { id: string; units: string[]; /** Where they are counted: `table index|group`. */ places: ReadonlySet<string> };

/** Where a group of one of the tables is counted. */
export function placeOf(standing: number, group: string | null): string {
  return `${standing}|${group ?? '*'}`;
}

/**
 * Parts into which the tables cut their units. A unit whose answer changed from a table to another stands as two: a reader does not know
 * one from the other.
 */
export function atomsOf(standings: readonly Standing[]): Atom[] {
  const places = new Map<string, Set<string>>();
  const slugs = new Map<string, string>();
  standings.forEach(({ basis }, at) => {
    const answers = answersOf(basis.groups[0]);
    for (const group of basis.groups) {
      for (const slug of group.answered) {
        const unit = `${slug}\n${answers.get(slug) ?? ''}`;
        slugs.set(unit, slug);
        const known = places.get(unit) ?? new Set();
        places.set(unit, known.add(placeOf(at, group.code)));
      }
    }
  });
  const atoms = new Map<string, { units: string[]; places: Set<string> }>();
  for (const [unit, where] of places) {
    const key = [...where].sort().join(' ');
    const atom = atoms.get(key) ?? { units: [], places: where };
    atom.units.push(unit);
    atoms.set(key, atom);
  }
  return [...atoms.values()].map((atom, index) => ({ id: `a${index}`, ...atom }));
}

/** What each of a group answered, as text. */
function answersOf(group: Standing['basis']['groups'][number] | undefined): Map<string, string> {
  const answers = new Map<string, string>();
  const add = (slug: string, part: string): void => void answers.set(slug, `${answers.get(slug) ?? ''} ${part}`);
  for (const row of group?.rows ?? []) {
    for (const slug of row.contributors) add(slug, row.code);
    for (const [slug, value] of row.values ?? []) if (value !== 0) add(slug, `${row.code}=${value}`);
  }
  for (const [slug, value] of group?.values ?? []) add(slug, `=${value}`);
  return answers;
}
