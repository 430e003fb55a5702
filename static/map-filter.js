// Which points of `points.json` an address of the directory keeps. The values are those the server filters by; the rule is
// the directory's: any of the values chosen in a facet, all facets together.

const NOT_STATED = 'x';

/** Values chosen in each facet, as positions in its column; what the column does not have is no choice, as on the server. */
function choices(columns, params) {
  const chosen = [];
  for (const [name, { values, of }] of Object.entries(columns.facets)) {
    const wanted = new Uint8Array(values.length + 1);
    let any = false;
    for (const value of params.getAll(name)) {
      const at = values.indexOf(value);
      if (at < 0 && value !== NOT_STATED) continue;
      any = true;
      if (at >= 0) wanted[at] = 1;
    }
    if (any) chosen.push({ of, wanted });
  }
  return chosen;
}

/**
 * @param columns of `points.json`
 * @param {URLSearchParams} params
 * @returns {Uint8Array | undefined} 1 for each point that is kept; undefined when only the server can tell
 */
export function keptBy(columns, params) {
  for (const [name, value] of params) {
    if (value.trim() !== '' && !Object.hasOwn(columns.facets, name) && !columns.drawing.includes(name)) return undefined;
  }
  const kept = new Uint8Array(columns.slugs.length).fill(1);
  for (const { of, wanted } of choices(columns, params)) {
    for (let point = 0; point < kept.length; point++) {
      if (kept[point] === 0) continue;
      const values = of[point];
      if (typeof values === 'number' ? wanted[values] === 0 : !values.some((value) => wanted[value] === 1)) kept[point] = 0;
    }
  }
  return kept;
}

/** The same from the positions that the server answers. */
export function keptAt(columns, positions) {
  const kept = new Uint8Array(columns.slugs.length);
  for (const at of positions) kept[at] = 1;
  return kept;
}
