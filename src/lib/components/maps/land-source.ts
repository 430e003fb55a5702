/**
 * Where the map's land comes from. Its outlines weigh more than all the rest of a page, so they are written once, in the
 * server's HTML, and are no part of what is sent again to start the page in the browser: on the server a module hands
 * them over here; in the browser there is none, and the drawing that stands in the HTML is kept.
 */
let source: ((territories: string) => string) | undefined;

/** Called once on the server, by the module that draws the land. */
export function provideLand(draw: (territories: string) => string): void {
  source = draw;
}

/** Content of the land's `<svg>`: shapes that link to `territories` + code. Empty in the browser. */
export function landMarkup(territories: string): string {
  return source?.(territories) ?? '';
}
