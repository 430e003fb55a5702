import { looksJoined } from '../../questions/joined.ts';
import { isBlank } from '../../values/blank.ts';
import type { Draft } from '../draft.ts';
import type { Table } from '../tool.ts';
import { findSplits } from './splits.ts';

/** What a platform of the XLSForm family does in its own way. */
export type Habits = {
  /** Columns that the platform adds, by exact name. */
  metadata: Record<string, string>;
  notAsked: string[];
};

/** The parts of a point, that platforms write beside it or in place of it. */
const POINT = /(?:^|[/.-])_.+_(?:latitude|longitude|altitude|precision)$|-(?:Latitude|Longitude|Altitude|Accuracy)$/;
/** A point, a line, a surface: coordinates, not a list of codes. */
const COORDINATES = /^-?\d+(?:\.\d+)?(?: -?\d+(?:\.\d+)?){1,3}(?:;\s*-?\d.*)?$/;

/**
 * Questions of a file of the XLSForm family. A `select_multiple` is one text column of codes, one column per option (`q/option`), or
 * both: the option columns are then used and the text column is only checked against them.
 */
export function addXlsFormColumns(table: Table, draft: Draft, habits: Habits): void {
  const headers = table.headers.map((texts) => (texts.find((text) => !isBlank(text) && !text.trim().startsWith('#')) ?? '').trim());
  const at = new Map(headers.map((header, i) => [header, i + 1]));
  const used = new Set<number>();
  headers.forEach((header, i) => {
    const meaning = Object.hasOwn(habits.metadata, header) ? habits.metadata[header] : POINT.test(header) ? 'location' : undefined;
    if (meaning === undefined) return;
    draft.metadata.set(i + 1, meaning);
    used.add(i + 1);
  });
  const splits = findSplits(table, headers, at, used, habits.notAsked);
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
  const place = cells.length > 0 && cells.every(([text]) => COORDINATES.test(text.trim()) && text.trim().includes(' '));
  const joined = !place && looksJoined(cells, ' ') && cells.every(([text]) => /^[\p{Ll}\p{N}_ .-]+$/u.test(text));
  draft.column(column, header, {
    code: header,
    ...(place ? { type: 'text' as const } : {}),
    ...(joined ? { layout: 'joined', type: 'multiple', separator: ' ' } : {}),
    ...(other !== undefined ? { otherColumns: [other] } : {})
  });
}
