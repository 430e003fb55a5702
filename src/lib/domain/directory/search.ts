import { allowedTypos, editDistance } from '../geography/edit-distance.ts';
import { fold } from '../geography/fold.ts';

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

/** Words too common to ask for; they count only when nothing else is typed. */
const EMPTY = new Set(['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 's', 'sous', 'sur', 'the', 'of', 'in', 'and']);

export type SearchIndex = {
  /** Folded word → document → weight of the best field that has it. */
  words: Map<string, Map<string, number>>;
  /** Document → folded texts of its name and communes, to prefer whole matches. */
  phrases: Map<string, string[]>;
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
  for (const document of documents) {
    phrases.set(document.id, [document.name, ...document.communes, ...document.territory].map(fold));
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
  return { words, phrases };
}

/** Words of the index that a typed word may stand for, with how sure it is (0–1). Numbers are never guessed. */
function variants(typed: string, words: SearchIndex['words'], last: boolean): Map<string, number> {
  const found = new Map<string, number>();
  if (words.has(typed)) found.set(typed, 1);
  // "lyon 8" for "Lyon 8e".
  if (/^\d{1,2}$/.test(typed) && words.has(`${typed}e`)) found.set(`${typed}e`, 0.9);
  if (/^\d/.test(typed)) return found;
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

/**
 * Documents that have every word of `text`, best first, with a score (larger is better).
 * Accents, case, hyphens and saint/st do not matter; beginnings of words are enough; when a word fits nothing, one or two
 * wrong letters are forgiven according to its length. An empty text finds nothing.
 */
export function search(index: SearchIndex, text: string): { id: string; score: number }[] {
  const folded = fold(text);
  const all = folded.split(' ').filter(Boolean);
  const meaningful = all.filter((word) => !EMPTY.has(word));
  const typed = meaningful.length > 0 ? meaningful : all;
  if (typed.length === 0) return [];
  let scores: Map<string, number> | undefined;
  for (const [position, word] of typed.entries()) {
    const here = new Map<string, number>();
    for (const [variant, certainty] of variants(word, index.words, position === typed.length - 1)) {
      for (const [id, weight] of index.words.get(variant) ?? []) here.set(id, Math.max(here.get(id) ?? 0, weight * certainty));
    }
    const before = scores;
    scores = before ? new Map([...here].flatMap(([id, score]) => (before.has(id) ? [[id, score + (before.get(id) ?? 0)]] : []))) : here;
  }
  return [...(scores ?? [])]
    .map(([id, score]) => ({ id, score: score + (index.phrases.get(id)?.some((phrase) => ` ${phrase} `.includes(` ${folded} `)) ? 4 : 0) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
