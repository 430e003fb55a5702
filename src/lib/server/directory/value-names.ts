import type { ValueCount } from '#lib/domain/directory/counts.ts';
import type { Objective } from '#lib/domain/census/objectives.ts';
import { FACET_ORDER, NOT_STATED, type Facet } from '#lib/domain/directory/facets.ts';
import { valueLabel } from '#lib/domain/directory/labels.ts';
import type { Lang } from '#lib/domain/language.ts';
import { departement, epciName, region } from '../geography/gazetteer.ts';

/** The name of a facet's value for a reader; the value itself when nothing better is known. `objectives`: those of the edition. */
export function valueName(facet: Facet, value: string, lang: Lang, objectives: readonly Objective[] = []): string {
  const known = valueLabel(facet, value, lang);
  if (known) return known;
  if (facet === 'region') return region(value)?.name ?? value;
  if (facet === 'objective') return objectives.find(({ code }) => code === value)?.label[lang] ?? value;
  if (facet === 'epci') return epciName(value) ?? value;
  if (facet !== 'departement') return value;
  const found = departement(value);
  return found ? `${found.name} (${value})` : value;
}

const byName = new Intl.Collator('fr', { numeric: true });

/** The values of a facet with their names, in the order in which a reader looks for them; "not stated" last. */
export function namedValues(facet: Facet, counts: ValueCount[], lang: Lang, objectives: readonly Objective[] = []): (ValueCount & { name: string })[] {
  const order = facet === 'objective' ? objectives.map(({ code }) => code) : FACET_ORDER[facet];
  const rank = (value: string): number => (value === NOT_STATED ? Infinity : (order?.indexOf(value) ?? 0));
  return counts
    .map((row) => ({ ...row, name: valueName(facet, row.value, lang, objectives) }))
    .sort((a, b) => {
      const [ra, rb] = [rank(a.value), rank(b.value)];
      if (ra !== rb) return ra < rb ? -1 : 1;
      if (facet === 'start_year') return b.value.localeCompare(a.value);
      return facet === 'departement' ? (a.value < b.value ? -1 : 1) : byName.compare(a.name, b.name);
    });
}
