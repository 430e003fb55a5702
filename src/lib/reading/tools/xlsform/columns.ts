import { looksJoined } from '../../questions/joined.ts';
import { every, isBlank } from '../../shape/profile.ts';
import { fold } from '../../values/fold.ts';
import type { SourceItem } from '../../types.ts';
import type { Draft } from '../draft.ts';
import type { Table } from '../tool.ts';

/** What a platform of the XLSForm family does in its own way. */
export type Habits = {
  /** Columns that the platform adds, by exact name. */
  metadata: Record<string, string>;
  notAsked: string[];
};

const SEPARATORS = ['/', '::', '.'];
const TICK = /^(?:0|1|true|false)$/i;

/**
 * Questions of a file of the XLSForm family. A `select_multiple` is one text column of codes, one column per option (`q/option`), or
 * both: the option columns are then used and the text column is only checked against them.
 */
export function addXlsFormColumns(table: Table, draft: Draft, habits: Habits): void {
  const headers = table.headers.map((texts) => (texts.find((text) => !isBlank(text) && !text.trim().startsWith('#')) ?? '').trim());
  const at = new Map(headers.map((header, i) => [header, i + 1]));
  const used = new Set<number>();
  headers.forEach((header, i) => {
    const meaning = Object.hasOwn(habits.metadata, header) ? habits.metadata[header] : /^_.+_(?:latitude|longitude|altitude|precision)$/.test(header) ? 'location' : undefined;
    if (meaning === undefined) return;
    draft.metadata.set(i + 1, meaning);
    used.add(i + 1);
  });
  const splits = findSplits(table, headers, at, used, habits);
  const known = new Map(splits.map((split) => [split.first, split]));
  const later = new Set(splits.flatMap((split) => [...split.items.map(({ column }) => column), ...(split.summary ? [split.summary] : [])]));
  let repeats = 0;
  headers.forEach((header, i) => {
    const column = i + 1;
    const split = known.get(column);
    if (split) {
      const other = otherColumn(at, split.name, used);
      draft.add({
        id: split.name, code: split.name, label: split.name, layout: 'indicators', type: 'multiple', items: split.items,
        ...(split.summary ? { summaryColumn: split.summary } : {}),
        ...(other ? { otherColumns: [other] } : {})
      });
      if (other) used.add(other);
    }
    if (used.has(column) || later.has(column) || (header === '' && table.profile(column).filled === 0)) return;
    if (/\[\d+\]/.test(header)) repeats++;
    addLone(table, draft, column, header, at, used, later);
  });
  if (repeats > 0) draft.asks.push({ code: 'repeats_flattened', where: {}, choices: ['accept'], details: { count: repeats } });
}

type Split = { name: string; items: SourceItem[]; summary?: number; first: number };

function findSplits(table: Table, headers: string[], at: Map<string, number>, used: Set<number>, habits: Habits): Split[] {
  const splits = new Map<string, Split>();
  headers.forEach((header, i) => {
    const column = i + 1;
    if (used.has(column)) return;
    const place = splitPlace(table, header, column, at, habits);
    if (!place) return;
    const { name, leaf } = place;
    const split = splits.get(name) ?? { name, items: [], first: column, ...(at.has(name) ? { summary: at.get(name)! } : {}) };
    split.items.push({ column, code: leaf, label: leaf });
    splits.set(name, split);
  });
  return [...splits.values()].flatMap((split) => {
    const texts = split.items.some(({ column }) => every(table.profile(column), (text) => /^(?:true|false)$/i.test(text.trim()) || habits.notAsked.includes(fold(text))));
    // One 0/1 column under a group is a question; several, or a summary, or True/False, are the options of one.
    if (split.summary === undefined && split.items.length < 2 && !texts) return [];
    return split.summary !== undefined || split.items.some(({ column }) => [...table.profile(column).values.keys()].some((text) => TICK.test(text.trim()))) ? [{ ...split, first: Math.min(split.first, split.summary ?? Infinity) }] : [];
  });
}

/** Where a heading splits into a question and an option; labels may themselves hold the separator. */
function splitPlace(table: Table, header: string, column: number, at: Map<string, number>, habits: Habits): { name: string; leaf: string } | undefined {
  if (!every(table.profile(column), (text) => TICK.test(text.trim()) || habits.notAsked.includes(fold(text))) && table.profile(column).filled > 0) return undefined;
  for (const separator of SEPARATORS) {
    for (let cut = header.indexOf(separator); cut > 0; cut = header.indexOf(separator, cut + 1)) {
      const name = header.slice(0, cut);
      if (at.has(name) && at.get(name) !== column) return { name, leaf: header.slice(cut + separator.length) };
    }
  }
  const cut = header.lastIndexOf('/');
  const name = header.slice(0, cut);
  if (cut <= 0 || name.includes('[') || table.profile(column).filled === 0) return undefined;
  const siblings = [...at].filter(([other, place]) => other.startsWith(`${name}/`) && !other.slice(name.length + 1).includes('/') && place !== column);
  const alike = siblings.every(([, place]) => table.profile(place).filled === 0 || every(table.profile(place), (text) => TICK.test(text.trim()) || habits.notAsked.includes(fold(text))));
  return alike ? { name, leaf: header.slice(cut + 1) } : undefined;
}

function otherColumn(at: Map<string, number>, name: string, used: Set<number>): number | undefined {
  for (const suffix of ['_other', '_autre', '_autres', '_specify', '_preciser', '_precisez']) {
    const column = at.get(`${name}${suffix}`);
    if (column !== undefined && !used.has(column)) return column;
  }
  return undefined;
}

function addLone(table: Table, draft: Draft, column: number, header: string, at: Map<string, number>, used: Set<number>, later: Set<number>): void {
  const owner = /^(.+?)_(?:other|autres?)$/.exec(header)?.[1];
  // The text of a choice's "other" is attached by that choice, before or after it.
  if (owner !== undefined && at.has(owner) && !used.has(at.get(owner)!) && !later.has(at.get(owner)!)) return;
  const other = otherColumn(at, header, used);
  const cells = [...table.profile(column).values];
  const joined = looksJoined(cells, ' ') && cells.every(([text]) => /^[\p{Ll}\p{N}_ .-]+$/u.test(text));
  draft.column(column, header, {
    code: header,
    ...(joined ? { layout: 'joined', type: 'multiple', separator: ' ' } : {}),
    ...(other !== undefined ? { otherColumns: [other] } : {})
  });
}
