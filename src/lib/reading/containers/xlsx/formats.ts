import { attribute, insides } from '../xml.ts';

/** What the number format of a cell says about its number. */
export type CellKind = 'number' | 'percent' | 'date' | 'time' | 'duration';

const BUILT_IN: Record<number, CellKind> = {
  9: 'percent', 10: 'percent', 14: 'date', 15: 'date', 16: 'date', 17: 'date', 18: 'time', 19: 'time', 20: 'time', 21: 'time', 22: 'date',
  27: 'date', 28: 'date', 29: 'date', 30: 'date', 31: 'date', 36: 'date', 45: 'duration', 46: 'duration', 47: 'duration', 50: 'date', 57: 'date'
};

/** Kind of a number format that every workbook has, by its number. */
export function kindOfId(id: number): CellKind {
  return BUILT_IN[id] ?? 'number';
}

/** Kind of each cell style (`s` attribute), from `styles.xml`. */
export function readFormats(styles: string): CellKind[] {
  const custom = new Map<number, CellKind>();
  for (const match of styles.matchAll(/<(?:\w+:)?numFmt\s([^<>]*)>/g)) {
    custom.set(Number(attribute(match[1]!, 'numFmtId')), kindOfFormat(attribute(match[1]!, 'formatCode') ?? ''));
  }
  const [block = ''] = insides(styles, 'cellXfs');
  const kinds: CellKind[] = [];
  for (const match of block.matchAll(/<(?:\w+:)?xf\s([^<>]*)>/g)) {
    const id = Number(attribute(match[1]!, 'numFmtId') ?? 0);
    kinds.push(custom.get(id) ?? kindOfId(id));
  }
  return kinds;
}

/** `dd/mm/yyyy` → date, `[h]:mm` → duration, `0,0%` → percent. Quoted text, colours and locale marks say nothing. */
export function kindOfFormat(code: string): CellKind {
  const first = code.split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'duration';
  const bare = first.replace(/"[^"]*"|\\.|\[[^[\]]*\]|_.|\*./g, '').toLowerCase().replace(/general|standard/g, '');
  if (bare.includes('%')) return 'percent';
  if (/[ydj]|a{2,}/.test(bare)) return 'date';
  if (/h|s/.test(bare)) return 'time';
  return /^m+$/.test(bare.trim()) ? 'date' : 'number';
}
