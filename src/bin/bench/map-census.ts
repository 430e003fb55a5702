import { writeFileSync } from 'node:fs';
import { KINDS, LEAD_TYPES, STATUSES } from '../../lib/domain/census/initiative.ts';
import { CENSUS_COLUMN_NAMES, type CensusColumn } from '../../lib/server/census-intake/columns.ts';
import { gazetteer, type Commune } from '../../lib/server/geography/gazetteer.ts';

/** Reproducible pseudo-random numbers in [0, 1) (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A draw of communes where large ones come more often, without every initiative being in Paris. */
function communeDraw(next: () => number): () => Commune {
  const all = [...gazetteer().communes.values()].filter(({ population = 0, departement }) => population > 0 && gazetteer().departements.has(departement));
  const ends: number[] = [];
  for (const { population = 0 } of all) ends.push((ends.at(-1) ?? 0) + population ** 0.7);
  return () => {
    const at = next() * (ends.at(-1) ?? 0);
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return all[low] as Commune;
  };
}

const pick = <T>(next: () => number, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Writes a census of `rows` invented initiatives in real communes, every one marked synthetic: each kind, status and lead,
 * years and sizes known for some, some over several communes of their département. The same `seed` writes the same file.
 */
export function writeMapCensus(file: string, rows: number, seed: number): void {
  const next = randomNumbers(seed);
  const draw = communeDraw(next);
  const lines = Array.from({ length: rows }, (_, at): string => {
    const seat = draw();
    const others = next() < 0.125 ? Array.from({ length: 24 }, draw).filter(({ departement }) => departement === seat.departement).slice(0, 3) : [];
    const values: Partial<Record<CensusColumn, string>> = {
      slug: `mesure-${at}`,
      name: `Caisse de mesure de ${seat.name}, no ${at}`,
      kind: next() < 0.6 ? 'caisse' : pick(next, KINDS),
      status: pick(next, STATUSES),
      insee_codes: [...new Set([seat, ...others].map(({ code }) => code))].join('|'),
      department: seat.departement,
      territory: seat.name,
      started_on: next() < 0.8 ? String(2019 + Math.floor(next() * 8)) : '',
      lead_type: pick(next, LEAD_TYPES),
      provenance: 'synthetic'
    };
    if (next() < 0.6) Object.assign(values, { participants: String(5 + Math.floor(next() ** 3 * 600)), participants_unit: 'personnes' });
    return CENSUS_COLUMN_NAMES.map((column) => cell(values[column] ?? '')).join(',');
  });
  writeFileSync(file, `${[CENSUS_COLUMN_NAMES.join(','), ...lines].join('\n')}\n`);
}
