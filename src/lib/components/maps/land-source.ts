/**
 * Where the map's land comes from. Its outlines weigh more than all the rest of a page, so they are written once, in the
 * server's HTML, and are no part of what is sent again to start the page in the browser: on the server a module hands
 * them over here; in the browser there is none, and the drawing that stands in the HTML is kept.
 */
let source: ((territories: string) => string) | undefined;
let names: ((level: Level, code: string) => string | undefined) | undefined;

type Level = 'region' | 'departement';

/** Called once on the server, by the module that draws the land and knows the names of what it draws. */
export function provideLand(draw: (territories: string) => string, nameOf: (level: Level, code: string) => string | undefined): void {
  source = draw;
  names = nameOf;
}

/** Name of a territory of the land; its code in the browser. */
export function territoryName(level: Level, code: string): string {
  return names?.(level, code) ?? code;
}

/** Content of the land's `<svg>`: shapes that link to `territories` + code. Empty in the browser. */
export function landMarkup(territories: string): string {
  return source?.(territories) ?? '';
}
