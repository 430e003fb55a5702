import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Objective } from '#lib/domain/census/objectives.ts';
import { FACETS, facetValues, type Facet, type FacetValues } from '#lib/domain/directory/facets.ts';
import type { Vocabulary } from '#lib/domain/directory/parse-query.ts';
import { buildIndex, type SearchIndex } from '#lib/domain/directory/search.ts';
import { EditionCache } from '../queries/edition-cache.ts';
import { listInitiatives } from '../queries/publication.ts';
import { gazetteer } from '../geography/gazetteer.ts';
import { searchDocument } from './documents.ts';
import { editionObjectives } from './edition-objectives.ts';

/** The census of an edition, made ready to be filtered and searched. */
export type EditionDirectory = {
  entries: { initiative: Initiative; values: FacetValues }[];
  index: SearchIndex;
  vocabulary: Vocabulary;
  /** The edition was made with the density grid: types of territories may be known. */
  hasTerritoryTypes: boolean;
  /** Objectives as the edition's questionnaires name them, and whether one initiative at least agreed to have its own published. */
  objectives: Objective[];
  hasObjectives: boolean;
};

/** Every département, région and objective may be asked for, with or without initiatives; other facets by what is there. */
function vocabularyOf(entries: EditionDirectory['entries'], objectives: readonly Objective[]): Vocabulary {
  const seen = (facet: Facet) => entries.flatMap((entry) => entry.values[facet]);
  const all = Object.fromEntries(FACETS.map((facet) => [facet, new Set(seen(facet))])) as Record<Facet, Set<string>>;
  for (const code of gazetteer().departements.keys()) all.departement.add(code);
  for (const code of gazetteer().regions.keys()) all.region.add(code);
  for (const { code } of objectives) all.objective.add(code);
  return all;
}

const cache = new EditionCache(async (version: string): Promise<EditionDirectory> => {
  const initiatives = await listInitiatives(version);
  const entries = initiatives.map((initiative) => ({ initiative, values: facetValues(initiative) }));
  const objectives = await editionObjectives(version);
  return {
    entries,
    index: buildIndex(initiatives.map(searchDocument)),
    vocabulary: vocabularyOf(entries, objectives),
    hasTerritoryTypes: initiatives.some((initiative) => initiative.territoryTypes !== undefined),
    objectives,
    hasObjectives: initiatives.some((initiative) => initiative.objectives !== undefined)
  };
});

/** The directory of an edition; built once and kept with the editions asked for last. */
export function editionDirectory(version: string): Promise<EditionDirectory> {
  return cache.get(version);
}
