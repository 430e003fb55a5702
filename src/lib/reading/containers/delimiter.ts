import { parseDelimited } from './delimited.ts';

const CANDIDATES = [';', ',', '\t', '|', ':'];
/** Drupal also offers these; they only make sense when every cell is quoted. */
const QUOTED_ONLY = ['.', ' '];

/**
 * The delimiter of a text, by splitting its beginning with each candidate (quotes respected) and comparing how steady the number of
 * columns is. Undefined when the text has one column.
 */
export function detectDelimiter(sample: string, whole: boolean): string | undefined {
  const directive = /^\ufeff?sep=(.)\r?\n/i.exec(sample);
  if (directive) return directive[1];
  const allQuoted = /^\ufeff?"(?:[^"]|"")*"([^"\r\n])"/.exec(sample);
  const candidates = allQuoted && QUOTED_ONLY.includes(allQuoted[1]!) ? [...CANDIDATES, ...QUOTED_ONLY] : CANDIDATES;
  let best: { delimiter: string; score: number } | undefined;
  for (const delimiter of candidates) {
    const score = steadiness(sample, delimiter, whole);
    if (score > 0 && (!best || score > best.score * 1.0001)) best = { delimiter, score };
  }
  return best?.delimiter;
}

/** 0 for one column; else the share of rows with the most common width, times a slowly growing reward for columns. */
function steadiness(sample: string, delimiter: string, whole: boolean): number {
  let rows: string[][];
  try {
    rows = parseDelimited(sample, delimiter, 400);
  } catch {
    return 0;
  }
  // The last row of a sample is cut; the last one of a file is not.
  if (!whole && rows.length > 1) rows = rows.slice(0, -1);
  const widths = new Map<number, number>();
  let counted = 0;
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === '')) continue;
    counted++;
    widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  }
  let [modal, times] = [1, 0];
  for (const [width, count] of widths) {
    if (width > 1 && (count > times || (count === times && width > modal))) [modal, times] = [width, count];
  }
  if (modal < 2 || counted === 0) return 0;
  const share = times / counted;
  return share * share * (1 + Math.log2(modal) / 4);
}
