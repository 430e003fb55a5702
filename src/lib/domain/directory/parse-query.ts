import { FACETS, NOT_STATED, type Facet, type Filters } from './facets.ts';
import { DISTANCES, FACET_PARAMETERS, type DirectoryQuery } from './query.ts';
import { looksLikePoint, pointText, readPoint } from './point.ts';
import { MAP_VIEWS, PLACES_SHOWN } from './map-view.ts';
import { readWindow, windowText } from './map-window.ts';
import { SORTS, defaultSort, type Sort } from './sort.ts';

/** A parameter, or one value of it, that the directory does not know. */
export type UnknownParameter = { name: string; value: string };

/** The values that exist, by facet. `x` (not stated) always does. */
export type Vocabulary = Record<Facet, ReadonlySet<string>>;

const SINGLE = ['q', 'pres', 'autour', 'rayon', 'tri', 'vue', 'lieux', 'carte', 'page'];

/**
 * Reads the address of the directory. Several values of a facet are repeated (`region=53&region=84`).
 * What it does not know is returned, to be said to the reader; the rest applies.
 */
export function parseQuery(params: URLSearchParams, vocabulary: Vocabulary): { query: DirectoryQuery; unknown: UnknownParameter[] } {
  const unknown: UnknownParameter[] = [];
  const filters: Filters = {};
  for (const facet of FACETS) {
    const name = FACET_PARAMETERS[facet];
    const chosen: string[] = [];
    for (const value of new Set(params.getAll(name))) {
      // A form sends its empty choices too.
      if (value === '') continue;
      if (value === NOT_STATED || vocabulary[facet].has(value)) chosen.push(value);
      else unknown.push({ name, value });
    }
    if (chosen.length > 0) filters[facet] = chosen;
  }
  const names = new Set<string>([...Object.values(FACET_PARAMETERS), ...SINGLE]);
  for (const [name, value] of params) if (!names.has(name)) unknown.push({ name, value });

  const single = <T>(name: string, read: (text: string) => T | undefined): T | undefined => {
    const text = params.get(name)?.trim();
    if (!text) return undefined;
    const value = read(text);
    if (value === undefined) unknown.push({ name, value: text });
    return value;
  };
  const q = single('q', (text) => text.slice(0, 200));
  // The field of the commune takes coordinates too; their own parameter is what links are written with.
  const place = single('pres', (text) => (looksLikePoint(text) ? readPoint(text) : text.slice(0, 100)));
  const given = single('autour', (text) => (place === undefined ? readPoint(text) : undefined));
  const near = typeof place === 'string' ? place : undefined;
  const point = typeof place === 'object' ? place : given;
  const within = single('rayon', (text) => DISTANCES.find((km) => String(km) === text));
  const sort = single('tri', (text) => SORTS.find((known): known is Sort => known === text));
  const view = single('vue', (text) => MAP_VIEWS.find((known) => known === text));
  const places = single('lieux', (text) => PLACES_SHOWN.find((known) => known === text));
  const window = single('carte', readWindow);
  const page = single('page', (text) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined));
  const query: DirectoryQuery = {
    filters,
    ...(q ? { q } : {}),
    ...(near ? { near } : {}),
    ...(point ? { point } : {}),
    ...((near || point) && within ? { within } : {}),
    ...(sort && sort !== defaultSort({ q, near, point }) ? { sort } : {}),
    ...(view && view !== MAP_VIEWS[0] ? { view } : {}),
    ...(places && places !== PLACES_SHOWN[0] ? { places } : {}),
    ...(window && window.zoom > 1 ? { window } : {}),
    page: page ?? 1
  };
  return { query, unknown };
}

/** The parameters of a query, in a fixed order, defaults left out: one view has one address. */
export function writeQuery(query: DirectoryQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  if (query.near) params.set('pres', query.near);
  if (query.point) params.set('autour', pointText(query.point));
  if ((query.near || query.point) && query.within) params.set('rayon', String(query.within));
  for (const facet of FACETS) for (const value of query.filters[facet] ?? []) params.append(FACET_PARAMETERS[facet], value);
  if (query.sort && query.sort !== defaultSort(query)) params.set('tri', query.sort);
  if (query.view && query.view !== MAP_VIEWS[0]) params.set('vue', query.view);
  if (query.places && query.places !== PLACES_SHOWN[0]) params.set('lieux', query.places);
  if (query.window) params.set('carte', windowText(query.window));
  if (query.page > 1) params.set('page', String(query.page));
  return params;
}

/** The parameters that say which initiatives are kept and in which order, without how they are drawn: what a file needs. */
export function writeSelection(query: DirectoryQuery): URLSearchParams {
  return writeQuery({ ...query, view: undefined, places: undefined, window: undefined, page: 1 });
}

/** The same query with a value of a facet added, or removed when it was chosen; back on the first page. */
export function toggle(query: DirectoryQuery, facet: Facet, value: string): DirectoryQuery {
  const chosen = query.filters[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const filters: Filters = { ...query.filters, [facet]: next };
  if (next.length === 0) delete filters[facet];
  return { ...query, filters, page: 1 };
}
