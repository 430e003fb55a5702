import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Random } from './random.ts';

/** A commune of the official geographic code, as far as the generator needs it. */
export type RealCommune = { code: string; name: string; departement: string; region: string; population: number };

/** What a caisse says of its territory, and the size of commune that goes with it in the invented data. */
export const TERRITORY_TYPES = ['urban', 'periurban', 'rural'] as const;
export type TerritoryType = (typeof TERRITORY_TYPES)[number];

const POPULATIONS: Record<TerritoryType, [low: number, high: number]> = {
  urban: [25_000, 400_000],
  periurban: [6_000, 20_000],
  rural: [700, 4_500]
};

type EtalabCommune = { code: string; nom: string; type: string; departement?: string; region?: string; population?: number };

/** Every commune of today in one of the eighteen régions, in the order of the code (other collectivities have no région). */
export function readCommunes(): RealCommune[] {
  const path = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
  const rows = JSON.parse(readFileSync(path, 'utf8')) as EtalabCommune[];
  return rows.flatMap((row) =>
    row.type === 'commune-actuelle' && row.departement && row.region && row.region.length === 2
      ? [{ code: row.code, name: row.nom, departement: row.departement, region: row.region, population: row.population ?? 0 }]
      : []
  );
}

/** Draws communes of a région, of the size that goes with the territory, never the same one twice. */
export function communeDrawer(communes: RealCommune[], random: Random, taken: Set<string>) {
  return (region: string, territory: TerritoryType): RealCommune => {
    const [low, high] = POPULATIONS[territory];
    const free = communes.filter((commune) => commune.region === region && !taken.has(commune.code));
    const fitting = free.filter((commune) => commune.population >= low && commune.population <= high);
    const drawn = random.pick(fitting.length > 0 ? fitting : free);
    taken.add(drawn.code);
    return drawn;
  };
}

type EtalabGrouping = { nom: string; membres: { code: string }[] };

/** The intermunicipal grouping of a commune: its name and the codes of its members. */
export function readGroupings(): Map<string, { name: string; members: string[] }> {
  const path = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/epci.json');
  const byCommune = new Map<string, { name: string; members: string[] }>();
  for (const grouping of JSON.parse(readFileSync(path, 'utf8')) as EtalabGrouping[]) {
    const members = grouping.membres.map((member) => member.code);
    for (const code of members) byCommune.set(code, { name: grouping.nom, members });
  }
  return byCommune;
}
