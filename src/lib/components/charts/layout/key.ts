import { textWidth } from './text.ts';

/** One entry of a figure's key: how a mark looks and what it means. */
export type KeyEntry = { swatch: 'bar' | 'band' | 'secret' | 'nodata' | 'dot' | 'hollow' | 'line' | 'box'; label: string; colour?: string };

export type PlacedKey = { entries: (KeyEntry & { x: number; y: number })[]; height: number };

const SWATCH = 26;
const GAP = 22;
export const KEY_SIZE = 13;
const LINE = 22;

/** Key entries in as many lines as `width` needs. `y` is the middle of the line, from the key's top. */
export function placeKey(entries: KeyEntry[], width: number): PlacedKey {
  let x = 0;
  let line = 0;
  const placed = entries.map((entry) => {
    const needed = SWATCH + textWidth(entry.label, KEY_SIZE);
    if (x > 0 && x + needed > width) {
      x = 0;
      line += 1;
    }
    const at = { ...entry, x, y: line * LINE + LINE / 2 };
    x += needed + GAP;
    return at;
  });
  return { entries: placed, height: entries.length === 0 ? 0 : (line + 1) * LINE };
}
