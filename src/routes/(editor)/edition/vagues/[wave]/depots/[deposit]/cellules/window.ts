/** Columns side by side, rows on a page without script, and rows sent at once with it. */
export const COLUMNS = 8;
export const ROWS = 50;
export const MOST_ROWS = 200;

const whole = (text: string | null): number | undefined => (text !== null && /^\d{1,7}$/.test(text) && Number(text) > 0 ? Number(text) : undefined);

/** A cell as a spreadsheet names it: `L7` is row 7, column 12. */
export function readAddress(text: string | null): { row: number; column: number } | undefined {
  const match = /^\s*([A-Za-z]{1,3})\s*(\d{1,7})\s*$/.exec(text ?? '');
  if (!match) return undefined;
  const column = [...match[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}

/** What the address of the page asks for: a cell to look at, the first row and the first column to show. */
export function readWindow({ searchParams }: URL): { row?: number; column?: number; from: number; first: number; unknown: string[] } {
  const named = readAddress(searchParams.get('cellule'));
  const row = named?.row ?? whole(searchParams.get('ligne'));
  const column = named?.column ?? whole(searchParams.get('colonne'));
  const from = whole(searchParams.get('de')) ?? (row === undefined ? 1 : Math.floor((row - 1) / ROWS) * ROWS + 1);
  const first = whole(searchParams.get('bloc')) ?? (column === undefined ? 1 : Math.floor((column - 1) / COLUMNS) * COLUMNS + 1);
  const unknown = [...searchParams.keys()].filter((name) => !name.startsWith('/') && (!['cellule', 'ligne', 'colonne', 'de', 'bloc'].includes(name) || (name === 'cellule' && searchParams.get(name) !== '' && !named)));
  return { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }), from, first, unknown };
}
