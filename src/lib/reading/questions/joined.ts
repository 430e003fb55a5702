import { fold } from '../values/fold.ts';

/** Ways of writing several answers in one cell. */
export const SEPARATORS: Record<string, RegExp> = {
  ';': /;(?![ \u00a0])/,
  '; ': /; ?/,
  ', ': /, /,
  ',': /,(?! )/,
  ' ': / +/,
  '\n': /\r?\n/,
  '|': /\s?\|\s?/,
  ' / ': / \/ /
};

/** The answers of a cell, split where the tool joins them. Quoted answers keep their commas; a final separator adds none. */
export function splitJoined(text: string, separator: string): string[] {
  if (separator === 'csv') return splitQuoted(text);
  const parts = text.split(SEPARATORS[separator] ?? separator);
  // A separator with a space on its left was typed by the respondent; one inside parentheses belongs to the option.
  const joined: string[] = [];
  for (const part of parts) {
    const previous = joined.at(-1);
    const typed = separator === ';' && previous !== undefined && /[ \u00a0]$/.test(previous);
    if (previous !== undefined && (typed || (separator !== ' ' && open(previous)))) joined[joined.length - 1] = `${previous}${separator}${part}`;
    else joined.push(part);
  }
  return joined.map((part) => part.trim()).filter((part) => part !== '');
}

/** Whether a parenthesis is opened and not closed; a lone one in a long text does not count. */
function open(text: string): boolean {
  if (text.length > 300 || !text.includes('(')) return false;
  return text.split('(').length > text.split(')').length;
}

/** Grist: a line of CSV inside the cell, with a space after each comma. */
function splitQuoted(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    while (text[at] === ' ') at++;
    let part = '';
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] === '"' && text[at + 1] === '"') at++;
        else if (text[at] === '"') break;
        part += text[at];
      }
    }
    const comma = text.indexOf(',', at);
    const end = comma < 0 ? text.length : comma;
    parts.push((part || text.slice(at, end)).trim());
    at = end + 1;
  }
  return parts.filter((part) => part !== '');
}

/** Whether a cell is a line of CSV with at least one quoted answer that holds a comma, exactly as Grist writes it. */
export function isQuotedList(text: string): boolean {
  if (text.length > 5_000 || !text.includes('"') || !text.includes(',') || text.includes('\n')) return false;
  const parts = splitQuoted(text);
  return parts.some((part) => part.includes(',')) && parts.map((part) => (/[",]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join(', ') === text;
}

/** A list of options found in joined cells, the texts that are more likely typed by respondents, and the joints that were undone. */
export type JoinedOptions = { counts: Map<string, number>; others: string[]; merged: string[] };

/**
 * Options of a joined column without a declared list. A fragment that always follows another and begins in lower case belongs to it
 * ("Formation, sensibilisation, accompagnement"). A text met once and always last is proposed as typed by the respondent.
 *
 * @param cells texts with their number of responses
 */
export function findJoinedOptions(cells: Iterable<[string, number]>, separator: string): JoinedOptions {
  const lists = [...cells].map(([text, count]) => ({ parts: splitJoined(text, separator), count }));
  const merged = separator === ';' || separator === 'csv' || separator === ' ' ? [] : mergeFragments(lists, separator);
  const counts = new Map<string, number>();
  const notLast = new Set<string>();
  for (const { parts, count } of lists) {
    for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + count);
    parts.slice(0, -1).forEach((part) => notLast.add(part));
  }
  const answered = lists.reduce((sum, { count }) => sum + count, 0);
  const repeated = [...counts.values()].filter((count) => count > 1).length;
  const others = separator === ' ' ? [] : [...counts].filter(([text, count]) => count === 1 && !notLast.has(text) && answered >= 4 && repeated >= 2).map(([text]) => text);
  others.forEach((text) => counts.delete(text));
  return { counts, others, merged };
}

/**
 * Joins again the fragments that were never apart, in place. A fragment in lower case that always follows the same one belongs to it;
 * with `inseparable`, so do two fragments that are only ever met together.
 */
function mergeFragments(lists: { parts: string[]; count: number }[], separator: string, inseparable = false): string[] {
  const merged: string[] = [];
  for (let round = 0; round < 12; round++) {
    const before = new Map<string, Set<string>>();
    const after = new Map<string, Set<string>>();
    const note = (map: Map<string, Set<string>>, part: string, other: string | undefined) => map.set(part, (map.get(part) ?? new Set<string>()).add(other ?? ''));
    for (const { parts } of lists) {
      parts.forEach((part, i) => {
        note(before, part, parts[i - 1]);
        note(after, part, parts[i + 1]);
      });
    }
    const found = [...before].find(([part, previous]) => {
      if (previous.size !== 1 || previous.has('')) return false;
      return /^\p{Ll}/u.test(part) || (inseparable && after.get([...previous][0]!)?.size === 1);
    });
    if (!found) break;
    const [part, previous] = [found[0], [...found[1]][0]!];
    const whole = `${previous}${separator.trim()} ${part}`;
    merged.push(whole);
    for (const list of lists) {
      const at = list.parts.findIndex((each, i) => each === part && list.parts[i - 1] === previous);
      if (at > 0) list.parts.splice(at - 1, 2, whole);
    }
  }
  return merged.filter((whole, i) => !merged.some((longer, j) => j > i && longer.startsWith(whole)));
}

/**
 * Whether the cells of a column look like joined answers: some hold several parts, and the parts repeat from one response to another.
 */
export function looksJoined(cells: [string, number][], separator: string): boolean {
  if (cells.length === 0 || cells.some(([text]) => text.length > 2_000)) return false;
  let several = 0;
  let parts = 0;
  const distinct = new Set<string>();
  for (const [text, count] of cells) {
    const list = splitJoined(text, separator);
    if (separator === ' ' && list.some((part) => !/^[\w.-]+$/.test(part))) return false;
    if (list.length > 1) several += count;
    parts += list.length * count;
    list.forEach((part) => distinct.add(fold(part)));
  }
  // An option may itself hold the separator ("Oui, plutôt"): cells that are whole again are one answer each.
  if (separator === ', ' || separator === '; ' || separator === ' / ') {
    const lists = cells.map(([text, count]) => ({ parts: splitJoined(text, separator), count }));
    mergeFragments(lists, separator, true);
    if (lists.every(({ parts }) => parts.length === 1)) return false;
  }
  const wordy = [...distinct].reduce((sum, part) => sum + part.length, 0) / Math.max(1, distinct.size) > 90;
  return several > 0 && !wordy && distinct.size < parts && distinct.size <= Math.max(4, parts * (parts > 30 ? 0.6 : 0.75));
}

/** Whether every cell names the same options, in several orders: respondents ranked them, and counting says nothing. */
export function isRanking(cells: string[], separator: string): boolean {
  if (cells.length < 2) return false;
  const sets = cells.map((text) => splitJoined(text, separator).map(fold).sort().join('\n'));
  return sets.every((set) => set === sets[0]) && sets[0]!.split('\n').length >= 3;
}
