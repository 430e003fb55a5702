import { fold } from './fold.ts';

/** Beyond, two texts are alike or not already. */
const LONG = 600;

/**
 * How much two texts look alike, 0 to 1: Dice coefficient of their letter pairs, word by word, after `fold`.
 * Word order does not matter; 1 means the same once folded.
 */
export function similarity(left: string, right: string): number {
  const a = pairs(fold(left.slice(0, LONG)));
  const b = pairs(fold(right.slice(0, LONG)));
  if (a.length === 0 || b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const pair of a) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

function pairs(folded: string): string[] {
  const found: string[] = [];
  for (const word of folded.split(' ')) {
    if (word.length === 1) found.push(word);
    for (let i = 0; i + 1 < word.length; i++) found.push(word.slice(i, i + 2));
  }
  return found;
}
