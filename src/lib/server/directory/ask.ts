import type { Position } from '#lib/domain/directory/distance.ts';
import { parseQuery, type UnknownParameter } from '#lib/domain/directory/parse-query.ts';
import type { DirectoryQuery } from '#lib/domain/directory/query.ts';
import type { Commune } from '../geography/gazetteer.ts';
import { nearestCommune } from '../geography/nearest-commune.ts';
import type { EditionDirectory } from './edition-directory.ts';
import { placeAround } from './near.ts';
import { select, type Selection } from './select.ts';

/** Where distances are counted from. */
export type Around = {
  position: Position;
  /** The commune asked for, or the one nearest to the point; none far from France. */
  commune: Commune | undefined;
  /** The position comes from coordinates, not from a commune. */
  point: boolean;
  /** Communes that the same words may mean. */
  others: Commune[];
  /** The words are the commune’s own name, not one that resembles it. */
  exact: boolean;
};

export type Answer = Selection & { query: DirectoryQuery; around: Around | undefined; unknown: UnknownParameter[] };

function aroundOf(query: DirectoryQuery): Around | undefined {
  if (query.point) return { position: query.point, commune: nearestCommune(query.point), point: true, others: [], exact: true };
  const found = query.near ? placeAround(query.near) : undefined;
  return found && { position: found.commune, ...found, point: false };
}

/**
 * What the directory answers to an address: page, map, files and embedded map all ask here, so that they agree.
 * `unknown` is what it did not understand, a place that cannot be found included; the rest applies.
 */
export function ask(directory: EditionDirectory, params: URLSearchParams): Answer {
  const { query: asked, unknown } = parseQuery(params, directory.vocabulary);
  const around = aroundOf(asked);
  if (asked.near && !around) unknown.push({ name: 'pres', value: asked.near });
  const query: DirectoryQuery = around ? asked : { ...asked, near: undefined, within: undefined };
  return { ...select(directory, query, around?.position), query, around, unknown };
}
