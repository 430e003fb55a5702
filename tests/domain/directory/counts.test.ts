import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Initiative, Kind, LeadType, Status } from '#lib/domain/census/initiative.ts';
import { countFacets } from '#lib/domain/directory/counts.ts';
import { FACETS, facetValues, type Facet, type FacetValues, type Filters } from '#lib/domain/directory/facets.ts';
import { findCommune } from '#lib/server/geography/gazetteer.ts';
import { generateInitiatives, pick, random } from './generate.ts';

/** The shipped census, as far as the facets need it. */
function shippedCensus(): Initiative[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync('data/census/2025.csv', 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  return data.map((row): Initiative => {
    const communes = (row.insee_codes ?? '').split('|').flatMap((code) => findCommune(code.trim()) ?? []);
    return {
      slug: row.slug ?? '',
      name: row.name ?? '',
      kind: row.kind as Kind,
      status: row.status as Status,
      provenance: row.provenance === 'synthetic' ? 'synthetic' : 'documented',
      places: communes.map((commune) => ({ ...commune, role: 'seat' as const })),
      territory: row.territory ?? '',
      ...(row.started_on ? { startedOn: row.started_on } : {}),
      leadType: (row.lead_type || 'inconnu') as LeadType,
      ...(row.participants ? { participants: { count: Number(row.participants), unit: 'personnes' as const } } : {}),
      ...(row.contribution ? { contribution: row.contribution } : {}),
      sources: []
    };
  });
}

/** Every facet where something is chosen must have one of the chosen values. Plain loops: it runs some hundred million times. */
function countShown(all: FacetValues[], filters: Filters, having?: { facet: Facet; value: string }): number {
  const chosen = FACETS.filter((facet) => filters[facet]?.length).map((facet) => ({ facet, wanted: filters[facet] ?? [] }));
  let count = 0;
  next: for (const values of all) {
    if (having && !values[having.facet].includes(having.value)) continue;
    facets: for (const { facet, wanted } of chosen) {
      for (const value of values[facet]) if (wanted.includes(value)) continue facets;
      continue next;
    }
    count += 1;
  }
  return count;
}

/** What the counts mean, written the slow way: filter the whole list again for every value. */
function recount(all: FacetValues[], filters: Filters, facet: Facet, value: string): { count: number; resulting: number } {
  const widened: Filters = { ...filters, [facet]: [...new Set([...(filters[facet] ?? []), value])] };
  return { count: countShown(all, { ...filters, [facet]: [] }, { facet, value }), resulting: countShown(all, widened) };
}

function randomFilters(next: () => number, values: Record<Facet, string[]>): Filters {
  const filters: Filters = {};
  for (const facet of FACETS) {
    if (next() > 0.3 || values[facet].length === 0) continue;
    filters[facet] = [...new Set(Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(next, values[facet])))];
  }
  return filters;
}

function compare(initiatives: Initiative[], combinations: number, perFacet: number): number {
  const all = initiatives.map(facetValues);
  const values = Object.fromEntries(FACETS.map((facet) => [facet, [...new Set(all.flatMap((row) => row[facet]))]])) as Record<Facet, string[]>;
  const next = random(combinations);
  let compared = 0;
  for (let round = 0; round < combinations; round++) {
    const filters = randomFilters(next, values);
    const counted = countFacets(all, filters);
    for (const facet of FACETS) {
      expect(counted[facet].map((row) => row.value).sort()).toEqual([...values[facet]].sort());
      const rows = counted[facet].length <= perFacet ? counted[facet] : Array.from({ length: perFacet }, () => pick(next, counted[facet]));
      for (const { value, count, resulting } of rows) {
        expect({ facet, value, count, resulting, filters }).toEqual({ facet, value, filters, ...recount(all, filters, facet, value) });
        compared += 1;
      }
    }
  }
  return compared;
}

describe('facet counts equal a brute-force recount', () => {
  it.runIf(existsSync('data/census/2025.csv'))('on the shipped census, 500 random combinations of filters', () => {
    const compared = compare(shippedCensus(), 500, 100);
    process.stdout.write(`Facet counts: ${compared} compared on the shipped census, 500 combinations.\n`);
    expect(compared).toBeGreaterThan(10_000);
  });

  it('on 10,000 generated initiatives, 500 random combinations of filters', () => {
    const compared = compare(generateInitiatives(10_000, 1), 500, 1);
    process.stdout.write(`Facet counts: ${compared} compared on 10,000 generated initiatives, 500 combinations.\n`);
    expect(compared).toBe(500 * FACETS.length);
  });
});
