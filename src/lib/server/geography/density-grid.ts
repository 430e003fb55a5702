import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { TERRITORY_TYPES, type TerritoryType } from '#lib/domain/directory/territory-types.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { openFile } from '#lib/reading/containers/open.ts';
import { ReadingRefusal } from '#lib/reading/refusal.ts';
import { settings } from '../settings.ts';
import { findCommune, gazetteer } from './gazetteer.ts';
import { readGridRows } from './density-grid-rows.ts';

/** Level by INSEE code of the communes of today. */
export type DensityGrid = ReadonlyMap<string, TerritoryType>;

const NAMES = ['grille-densite.xlsx', 'grille-densite.ods', 'grille-densite.csv'];

let kept: { key: string; grid: DensityGrid } | undefined;

function refused(file: string, reason: { fr: string; en: string }): DomainError {
  return new DomainError('density_grid_refused', { file, reason: reason.fr, reason_en: reason.en });
}

/**
 * Reads a file of INSEE's density grid, CSV, XLSX or ODS.
 *
 * @throws DomainError `density_grid_refused` with the file and the reason
 */
export async function readDensityGrid(bytes: Uint8Array, file: string): Promise<DensityGrid> {
  try {
    const { grid } = await openFile(bytes, file);
    const read = readGridRows([...grid.rows], { current: (code) => findCommune(code)?.code, count: gazetteer().communes.size });
    if ('reason' in read) throw refused(file, read.reason);
    return read.types;
  } catch (failure) {
    if (failure instanceof ReadingRefusal) throw refused(file, { fr: failure.sentence('fr'), en: failure.sentence('en') });
    throw failure;
  }
}

/**
 * The density grid put in `data/geo/grille-densite.xlsx` (or `.ods`, `.csv`), read again when the file changes; undefined when
 * there is none. Nothing stands in for it: without the file the type of a territory is not stated.
 *
 * @throws DomainError `density_grid_refused`
 */
export async function densityGrid(folder = join(settings.root, 'data', 'geo')): Promise<DensityGrid | undefined> {
  const path = NAMES.map((name) => join(folder, name)).find((each) => existsSync(each));
  if (!path) return undefined;
  const { mtimeMs, size } = statSync(path);
  const key = `${path} ${mtimeMs} ${size}`;
  if (kept?.key !== key) kept = { key, grid: await readDensityGrid(readFileSync(path), basename(path)) };
  return kept.grid;
}

/** The initiatives with the types of the communes where they are, in the grid's order; as they stand without a grid. */
export function withTerritoryTypes(initiatives: Initiative[], grid: DensityGrid | undefined): Initiative[] {
  if (!grid) return initiatives;
  return initiatives.map((initiative) => {
    const found = new Set(initiative.places.flatMap((place) => (place.commune && grid.get(place.commune)) || []));
    return { ...initiative, territoryTypes: TERRITORY_TYPES.filter((type) => found.has(type)) };
  });
}
