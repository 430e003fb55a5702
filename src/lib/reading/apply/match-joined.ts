import { MISSING_REASONS } from '../../domain/missing.ts';
import { fold } from '../values/fold.ts';
import { splitJoined } from '../questions/joined.ts';
import type { OptionMatcher } from './option-matcher.ts';

/** A piece that an editor called a missing value: neither an option nor a text. */
const DROPPED = '\u0000';

/** Options found in a cell that holds several, and the pieces that are none of them. */
export type JoinedMatch = { options: string[]; residue: string[] };

/**
 * Matches a cell against the declared options, longest first, so that an option that contains the separator is found whole. Pieces
 * that stand side by side and match nothing are kept together, with what separated them, unless the file itself has them as
 * answers of their own.
 *
 * @param decided decision on a piece: an option code
 * @param seen the answers that the file's own reading found in the column, folded
 */
export function matchJoined(text: string, matcher: OptionMatcher, separator: string | undefined, decided: (text: string) => string | undefined, seen: ReadonlySet<string> = new Set()): JoinedMatch {
  const options: string[] = [];
  const residue: string[] = [];
  const add = (code: string) => code === DROPPED || options.includes(code) || options.push(code);
  const known = (piece: string) => {
    const choice = decided(piece);
    if (choice !== undefined && (MISSING_REASONS as readonly string[]).includes(choice)) return DROPPED;
    return matcher.options.find((option) => option.code === choice)?.code ?? matcher.find(piece)?.code;
  };
  // Nobody ticks twenty thousand characters of options: a text that long is one answer, or a damaged cell.
  if (text.length > 20_000) return { options, residue: [text] };
  if (separator === 'csv') {
    for (const piece of splitJoined(text, separator)) {
      const code = known(piece);
      if (code !== undefined) add(code);
      else residue.push(piece);
    }
    return { options, residue };
  }
  const { pieces, gaps } = separator === ' ' ? words(text) : cut(text);
  let loose = '';
  let at = 0;
  while (at < pieces.length) {
    const found = longest(pieces, gaps, at, known);
    const own = found.code === undefined ? longest(pieces, gaps, at, (piece) => (seen.has(fold(piece)) ? piece : undefined)) : undefined;
    if (found.code !== undefined || own?.code !== undefined) {
      if (fold(loose) !== '') residue.push(trimmed(loose));
      loose = '';
      if (found.code !== undefined) add(found.code);
      else residue.push(own!.code!);
      at = found.code !== undefined ? found.end : own!.end;
    } else if (separator === ' ') residue.push(pieces[at++]!);
    else {
      loose += pieces[at]! + (gaps[at] ?? '');
      at++;
    }
  }
  if (fold(loose) !== '') residue.push(trimmed(loose));
  return { options, residue };
}

/** Words: codes hold no space, labels may. */
function words(text: string): { pieces: string[]; gaps: string[] } {
  const pieces = text.split(/ +/).filter((piece) => piece !== '');
  return { pieces, gaps: pieces.map(() => ' ') };
}

/** Pieces between possible separators, and the separators themselves. */
function cut(text: string): { pieces: string[]; gaps: string[] } {
  const pieces: string[] = [];
  const gaps: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[;,|\n\r•·]+|\s\/\s|\s[-–—]\s/g)) {
    pieces.push(text.slice(from, match.index));
    gaps.push(match[0]);
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  return { pieces, gaps };
}

function longest(pieces: string[], gaps: string[], at: number, known: (piece: string) => string | undefined): { end: number; code: string | undefined } {
  for (let end = Math.min(pieces.length, at + 14); end > at; end--) {
    let piece = pieces[at]!;
    for (let i = at + 1; i < end; i++) piece += gaps[i - 1]! + pieces[i]!;
    if (fold(piece) === '') continue;
    const code = known(piece.trim());
    if (code !== undefined) return { end, code };
  }
  return { end: at + 1, code: undefined };
}

function trimmed(text: string): string {
  return text.replace(/^[\s;,|]+|[\s;,|]+$/g, '');
}
