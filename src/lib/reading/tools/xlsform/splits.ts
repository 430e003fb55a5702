import { every } from '../../shape/profile.ts';
import { fold } from '../../values/fold.ts';
import type { SourceItem } from '../../types.ts';
import type { Table } from '../tool.ts';

/** A `select_multiple` with a column per option; `first`: where it begins in the sheet. */
export type Split = { name: string; items: SourceItem[]; summary?: number; first: number };

/** French spreadsheets translate the booleans. */
const TICK = /^(?:0|1|true|false|vrai|faux)$/i;
/** What stands between a question and an option: `/`, `::`, `.` or, as platforms let people choose, any signs. */
const SIGNS = /^(?:::|[^\p{L}\p{N}_]{1,3})/u;

/** The questions that have one column per option (`q/option`), beside the list of codes or without it. */
export function findSplits(table: Table, headers: string[], at: Map<string, number>, used: Set<number>, notAsked: string[]): Split[] {
  const ticks = (column: number) => every(table.profile(column), (text) => TICK.test(text.trim()) || notAsked.includes(fold(text)));
  const splits = new Map<string, Split>();
  headers.forEach((header, i) => {
    const column = i + 1;
    if (used.has(column)) return;
    const place = (ticks(column) || table.profile(column).filled === 0) && (besideSummary(table, header, column, at) ?? (table.profile(column).filled > 0 && underQuestion(header, column, at, ticks, table)));
    if (!place) return;
    const { name, leaf } = place;
    const split = splits.get(name) ?? { name, items: [], first: column, ...(at.has(name) ? { summary: at.get(name)! } : {}) };
    split.items.push({ column, code: leaf, label: leaf });
    splits.set(name, split);
  });
  return [...splits.values()].flatMap((split) => {
    const words = split.items.some(({ column }) => every(table.profile(column), (text) => /^(?:true|false|vrai|faux)$/i.test(text.trim()) || notAsked.includes(fold(text))));
    // One 0/1 column under a group is a question; several, or a summary, or True/False, are the options of one.
    if (split.summary === undefined && split.items.length < 2 && !words) return [];
    const ticked = split.items.some(({ column }) => [...table.profile(column).values.keys()].some((text) => TICK.test(text.trim())));
    return split.summary !== undefined || ticked ? [{ ...split, first: Math.min(split.first, split.summary ?? Infinity) }] : [];
  });
}

/** The longest heading that this one continues after a separator; a rare separator must be borne out by the list of codes. */
function besideSummary(table: Table, header: string, column: number, at: Map<string, number>): { name: string; leaf: string } | undefined {
  for (let cut = header.length - 1; cut > 0; cut--) {
    const name = header.slice(0, cut);
    const owner = at.get(name);
    if (owner === undefined || owner === column) continue;
    const signs = SIGNS.exec(header.slice(cut))?.[0];
    if (signs === undefined || cut + signs.length >= header.length) continue;
    const leaf = header.slice(cut + signs.length);
    if (/^(?:\/|::|\.)$/.test(signs) || [...table.profile(owner).values.keys()].some((text) => ` ${text} `.includes(` ${leaf} `))) return { name, leaf };
  }
  return undefined;
}

/** Options without their list of codes: `q/option`. An option may itself hold a slash (`boat/canoe`): its question has other options. */
function underQuestion(header: string, column: number, at: Map<string, number>, ticks: (column: number) => boolean, table: Table): { name: string; leaf: string } | undefined {
  let lone: { name: string; leaf: string } | undefined;
  for (let cut = header.lastIndexOf('/'); cut > 0; cut = header.lastIndexOf('/', cut - 1)) {
    const name = header.slice(0, cut);
    if (name.includes('[')) return lone;
    const place = { name, leaf: header.slice(cut + 1) };
    const siblings = [...at].filter(([other, number]) => number !== column && other.startsWith(`${name}/`) && !other.slice(name.length + 1).includes('/'));
    if (siblings.some(([, number]) => table.profile(number).filled > 0 && !ticks(number))) return lone;
    if (siblings.length > 0) return place;
    lone ??= place;
  }
  return lone;
}
