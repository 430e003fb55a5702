import type { Standing } from './difference.ts';

/** Units that no published table tells apart: the same groups of the same tables, with the same answer throughout. */
export type Atom = { id: string; units: string[]; /** Where they are counted: `table index|group`. */ places: ReadonlySet<string> };

type Group = Standing['basis']['groups'][number];

/** Where a group of one of the tables is counted. */
export function placeOf(standing: number, group: string | null): string {
  return `${standing}|${group ?? '*'}`;
}

/**
 * Parts into which the tables cut their units, as far as one quantity goes (`count regional`, `total regional`, `sum`), or the whole answer when none is named. A unit
 * whose answer changed from a table to another stands as two: a reader does not know one from the other.
 */
export function atomsOf(standings: readonly Standing[], quantity?: string): Atom[] {
  // A signature grows by the groups that count the unit: one text for each of a hundred thousand, not a set.
  const signatures = new Map<string, string>();
  standings.forEach(({ basis }, at) => {
    const [everybody] = basis.groups;
    const answer = everybody ? answersOf(everybody, quantity) : new Map<string, string>();
    for (const group of basis.groups) {
      const place = ` ${placeOf(at, group.code)}`;
      for (const slug of group.answered) {
        const unit = `${slug}\n${answer.get(slug) ?? ''}`;
        signatures.set(unit, (signatures.get(unit) ?? '') + place);
      }
    }
  });
  const units = new Map<string, string[]>();
  for (const [unit, signature] of signatures) void (units.get(signature)?.push(unit) ?? units.set(signature, [unit]));
  return [...units].map(([signature, each], index) => ({ id: `a${index}`, units: each, places: new Set(signature.trim().split(' ')) }));
}

/** The initiative of a unit of an atom. */
export function slugOf(unit: string): string {
  return unit.slice(0, unit.indexOf('\n'));
}

/** What each of a group answered, as text. */
function answersOf(group: Group, quantity: string | undefined): Map<string, string> {
  const [what, code] = quantity?.split(' ') ?? [];
  const answers = new Map<string, string>();
  const add = (slug: string, part: string): void => void answers.set(slug, `${answers.get(slug) ?? ''} ${part}`);
  for (const row of group.rows) {
    if (code !== undefined && row.code !== code) continue;
    if (what === undefined || what === 'count') for (const slug of row.contributors) add(slug, row.code);
    if (what !== 'count') for (const [slug, value] of row.values ?? []) if (value !== 0) add(slug, `${row.code}=${value}`);
  }
  if (what === undefined || what === 'sum') for (const [slug, value] of group.values ?? []) add(slug, `=${value}`);
  return answers;
}
