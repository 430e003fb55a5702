/** Size of the national picture, in its own units; `tests/domain/geography` checks it against the projection. */
export const MAP_WIDTH = 800;
export const MAP_HEIGHT = 900;
