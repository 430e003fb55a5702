import { nationalProjection } from '#lib/domain/geography/paths.ts';
import { pointColumns, type PlacedEntry, type PointColumns } from '#lib/domain/geography/point-columns.ts';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { positionsOf } from '../geography/map-points.ts';
import { editionDirectory, type EditionDirectory } from './edition-directory.ts';

const known = new WeakMap<EditionDirectory, PlacedEntry[]>();

/** Initiatives of a directory whose seat is on the national picture, in the directory's order. */
function placedEntries(directory: EditionDirectory): PlacedEntry[] {
  const kept = known.get(directory);
  if (kept) return kept;
  const placed = directory.entries.flatMap(({ initiative, values }): PlacedEntry[] => {
    const [seat, ...areas] = positionsOf(initiative);
    return seat ? [{ initiative, values, seat, areas }] : [];
  });
  known.set(directory, placed);
  return placed;
}

/** What the script needs to draw and filter all the points of an edition. */
export async function pointsOfEdition({ version, publishedAt }: EditionSummary): Promise<PointColumns> {
  const directory = await editionDirectory(version);
  return pointColumns(placedEntries(directory), directory.vocabulary, Number(publishedAt.slice(0, 4)), nationalProjection().insets);
}

/** Positions of `slugs` in the columns of the edition, rising; those that are not placed are left out. */
export async function placesInColumns({ version }: EditionSummary, slugs: ReadonlySet<string>): Promise<number[]> {
  return placedEntries(await editionDirectory(version)).flatMap(({ initiative }, index) => (slugs.has(initiative.slug) ? [index] : []));
}
