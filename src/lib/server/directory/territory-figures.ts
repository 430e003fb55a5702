import type { PublishedGroup, PublishedNumber, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Lang } from '#lib/domain/language.ts';

/** How many answered so, out of how many who answered, out of how many who were asked. */
type Told = { population: PublishedNumber; answered: PublishedNumber; counts: PublishedNumber[] };

/** One table of a wave: a région beside the nation, row by row. */
export type TerritoryFigure = {
  id: string;
  wave: string;
  title: string;
  page: string | undefined;
  multiple: boolean;
  synthetic: boolean;
  rows: { code: string; label: string }[];
  here: Told;
  nation: Told;
};

/**
 * What the tables by région tell of one région, in their order. A table in which every count of the région is hidden, or in
 * which nobody of the région answered, tells nothing and is left out.
 *
 * @param region INSEE code of the région
 */
export function territoryFigures(tables: readonly PublishedTable[], region: string, lang: Lang): TerritoryFigure[] {
  return tables.flatMap((table): TerritoryFigure[] => {
    const nation = table.groups.find((group) => group.code === null);
    const here = table.groups.find((group) => group.code === region);
    if (table.breakdown !== 'region' || !nation || !here || here.rows.every(({ count }) => count.status !== 'ok')) return [];
    return [
      {
        id: table.id,
        wave: table.wave,
        title: table.title[lang],
        page: table.page,
        multiple: table.multiple,
        synthetic: table.provenance === 'synthetic',
        rows: nation.rows.map(({ code, label }) => ({ code, label: label[lang] })),
        here: told(here, nation),
        nation: told(nation, nation)
      }
    ];
  });
}

/** The counts of a group, in the order of the nation's rows; a row that the group does not have is not available. */
function told(group: PublishedGroup, nation: PublishedGroup): Told {
  const counts = new Map(group.rows.map(({ code, count }) => [code, count]));
  return { population: group.population, answered: group.answered, counts: nation.rows.map(({ code }) => counts.get(code) ?? { status: 'x' }) };
}
