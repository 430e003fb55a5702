import { allowedTypos, editDistance } from '../geography/edit-distance.ts';
import { fold } from '../geography/fold.ts';
import { EMPTY, SOFT, joinLetters, ordinal } from './search-words.ts';

/** What an initiative can be found by; the first fields weigh more. */
export type SearchDocument = {
  id: string;
  /** Its name. */
  name: string;
  /** Communes and districts where it is, former names of these communes included. */
  communes: string[];
  /** Its territory in words, EPCI. */
  territory: string[];
  /** Names and codes of its départements and régions. */
  departements: string[];
  /** Who leads it, what kind it is. */
  others: string[];
};

const WEIGHTS = { name: 8, communes: 6, territory: 4, departements: 3, others: 2 } as const;

export type SearchIndex = {
  /** Folded word → document → weight of the best field that has it. */
  words: Map<string, Map<string, number>>;
  /** Document → folded texts of its name and communes, to prefer whole matches. */
  phrases: Map<string, string[]>;
  /** Document → folded names of all that it is in, to prefer what has just the name that is typed. */
  names: Map<string, Set<string>>;
};

/** Words of a text, and neighbours written together when one is short: "Vital'im" is also "vitalim". */
function wordsOf(text: string): string[] {
  const words = fold(text).split(' ').filter(Boolean);
  const glued = words.flatMap((word, at) => {
    const next = words[at + 1];
    return next && Math.min(word.length, next.length) <= 3 && !EMPTY.has(word) && !EMPTY.has(next) ? [word + next] : [];
  });
  return [...words, ...glued];
}

/** An index of the documents, to be kept as long as they do not change. */
export function buildIndex(documents: readonly SearchDocument[]): SearchIndex {
  const words: SearchIndex['words'] = new Map();
  const phrases: SearchIndex['phrases'] = new Map();
  const names: SearchIndex['names'] = new Map();
  for (const document of documents) {
    const known = [document.name, ...document.communes, ...document.territory].map(fold);
    phrases.set(document.id, known);
    names.set(document.id, new Set([...known, ...document.departements.map(fold)]));
    for (const field of Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]) {
      for (const text of [document[field]].flat()) {
        for (const word of wordsOf(text)) {
          const holders = words.get(word) ?? new Map<string, number>();
          holders.set(document.id, Math.max(holders.get(document.id) ?? 0, WEIGHTS[field]));
          words.set(word, holders);
        }
      }
    }
  }
  return { words, phrases, names };
}

/** Words of the index that a typed word may stand for, with how sure it is (0–1). Numbers are never guessed. */
function variants(typed: string, words: SearchIndex['words'], last: boolean): Map<string, number> {
  const found = new Map<string, number>();
  if (words.has(typed)) found.set(typed, 1);
  // "lyon 8", "lyon 08" and "lyon VIII" for "Lyon 8e".
  const number = ordinal(typed);
  if (number !== undefined && words.has(`${number}e`)) found.set(`${number}e`, 0.9);
  if (/^\d/.test(typed)) return found;
  for (const singular of [/^(.{3,})[sx]$/.exec(typed)?.[1], typed.replace(/aux$/, 'al')]) if (singular && singular !== typed && words.has(singular)) found.set(singular, 0.9);
  // The last word may still be being typed.
  const shortest = last ? 2 : 3;
  if (typed.length >= shortest) for (const word of words.keys()) if (word !== typed && word.startsWith(typed)) found.set(word, 0.7);
  if (found.size > 0) return found;
  const limit = allowedTypos(typed.length);
  for (const word of limit ? words.keys() : []) {
    if (/^\d/.test(word)) continue;
    const distance = Math.min(editDistance(typed, word, limit), word.length > typed.length ? editDistance(typed, word.slice(0, typed.length), limit) + 0.5 : Infinity);
    if (distance <= limit + 0.5) found.set(word, 0.5 / (1 + distance));
  }
  return found;
}

export type Found = { id: string; score: number };

/** Documents that have every word of a folded text, best first. */
function withAll(index: SearchIndex, folded: string): Found[] {
  const all = folded.split(' ').filter(Boolean);
  const meaningful = all.filter((word) => !EMPTY.has(word));
  const typed = meaningful.length > 0 ? meaningful : all;
  let scores: Map<string, number> | undefined;
  for (const [position, word] of typed.entries()) {
    const here = new Map<string, number>();
    for (const [variant, certainty] of variants(word, index.words, position === typed.length - 1)) {
      for (const [id, weight] of index.words.get(variant) ?? []) here.set(id, Math.max(here.get(id) ?? 0, weight * certainty));
    }
    if (here.size === 0) return [];
    const before = scores;
    scores = before ? new Map([...here].flatMap(([id, score]) => (before.has(id) ? [[id, score + (before.get(id) ?? 0)]] : []))) : here;
  }
  const bonus = (id: string): number =>
    (index.phrases.get(id)?.some((phrase) => ` ${phrase} `.includes(` ${folded} `)) ? 4 : 0) + (index.names.get(id)?.has(folded) ? 6 : 0);
  return [...(scores ?? [])].map(([id, score]) => ({ id, score: score + bonus(id) })).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/**
 * Documents that have every word of `text`, best first, with a score (larger is better).
 * Accents, case, hyphens, plurals and saint/st do not matter; beginnings of words are enough; when a word fits nothing, one
 * or two wrong letters are forgiven according to its length. When nothing has all the words, the words of the field that a
 * name does without (`SOFT`) are not insisted on and are given back as typed in `without`; then the text is read as one word.
 * An empty text finds nothing.
 */
export function search(index: SearchIndex, text: string): { found: Found[]; without: string[] } {
  const folded = joinLetters(fold(text));
  const found = withAll(index, folded);
  if (found.length > 0) return { found, without: [] };
  const words = folded.split(' ');
  const firm = words.filter((word) => !SOFT.has(word));
  if (firm.length < words.length && firm.some((word) => !EMPTY.has(word))) {
    const others = withAll(index, firm.join(' '));
    const typed = (word: string): string => text.split(/[^\p{L}\p{M}\d]+/u).find((part) => fold(part) === word) ?? word;
    if (others.length > 0) return { found: others, without: words.filter((word) => SOFT.has(word)).map(typed) };
  }
  // "soli cagnole", "9-3"; but the eleventh arrondissement is not any Paris.
  const one = words.length > 1 && (/^[a-z ]+$/.test(folded) || /^[\d ]+$/.test(folded));
  return { found: one ? withAll(index, words.join('')) : [], without: [] };
}
