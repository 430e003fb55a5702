import { textWidth, wrapText } from './text.ts';

/** One entry of a figure's key: how a mark looks and what it means. */
export type KeyEntry = { swatch: 'bar' | 'band' | 'secret' | 'nodata' | 'dot' | 'hollow' | 'line' | 'box'; label: string; colour?: string };

export type PlacedKey = { entries: (KeyEntry & { x: number; y: number; lines: string[] })[]; height: number };

const SWATCH = 26;
const GAP = 22;
export const KEY_SIZE = 13;
export const KEY_LINE = 17;
const ROW = 22;

/** Key entries in as many rows as `width` needs; a label wider than a row is wrapped. `y` is the middle of its first line. */
export function placeKey(entries: KeyEntry[], width: number): PlacedKey {
  let x = 0;
  let y = 0;
  let tallest = ROW;
  const placed = entries.map((entry) => {
    const lines = wrapText(entry.label, width - SWATCH, KEY_SIZE);
    const needed = SWATCH + Math.max(...lines.map((line) => textWidth(line, KEY_SIZE)));
    if (x > 0 && x + needed > width) {
      x = 0;
      y += tallest;
      tallest = ROW;
    }
    const at = { ...entry, lines, x, y: y + ROW / 2 };
    x += needed + GAP;
    tallest = Math.max(tallest, ROW + (lines.length - 1) * KEY_LINE);
    return at;
  });
  return { entries: placed, height: entries.length === 0 ? 0 : y + tallest };
}
