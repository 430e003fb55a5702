import { TERRITORY_TYPES } from '#lib/domain/directory/territory-types.ts';
import { KINDS, LEAD_TYPES, STATUSES, type Initiative } from '#lib/domain/census/initiative.ts';

/** Reproducible pseudo-random numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(next: () => number, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

const DEPARTEMENTS: [string, string][] = [
  ['69', '84'], ['01', '84'], ['33', '75'], ['31', '76'], ['29', '53'], ['22', '53'], ['971', '01'], ['974', '04'], ['61', '28'], ['75', '11']
];

const OBJECTIVES = ['access', 'capacity', 'governance', 'producers'];

/** Initiatives with every kind of gap: unknown year, size, EPCI, several places. */
export function generateInitiatives(count: number, seed: number): Initiative[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, index): Initiative => {
    const places = Array.from({ length: 1 + Math.floor(next() * 3) }, (_unused, at) => {
      const [departement, region] = pick(next, DEPARTEMENTS);
      return {
        departement,
        region,
        ...(next() < 0.7 ? { epci: `20000000${Math.floor(next() * 9)}` } : {}),
        longitude: -1 + next() * 7,
        latitude: 43 + next() * 6,
        precision: 'commune' as const,
        role: at === 0 ? ('seat' as const) : ('area' as const)
      };
    });
    return {
      slug: `initiative-${index}`,
      name: `Initiative synthétique ${index}`,
      kind: pick(next, KINDS),
      status: pick(next, STATUSES),
      provenance: next() < 0.3 ? 'documented' : 'synthetic',
      places: next() < 0.05 ? [] : places,
      territory: 'Ailleurs',
      ...(next() < 0.8 ? { startedOn: `${2021 + Math.floor(next() * 6)}-0${1 + Math.floor(next() * 9)}` } : {}),
      leadType: pick(next, LEAD_TYPES),
      ...(next() < 0.6 ? { participants: { count: Math.floor(next() * 500), unit: 'personnes' as const } } : {}),
      ...(next() < 0.5 ? { contribution: 'selon les moyens' } : {}),
      ...(next() < 0.8 ? { territoryTypes: TERRITORY_TYPES.filter(() => next() < 0.2) } : {}),
      ...(next() < 0.4 ? { objectives: OBJECTIVES.filter((_unused, at) => at === index % OBJECTIVES.length || next() < 0.3) } : {}),
      sources: []
    };
  });
}
