import { fold } from '../values/fold.ts';
import { similarity } from '../values/similarity.ts';

const EMPTY_WORDS = new Set(
  'a au aux avec ce ces d dans de des du elle en est et il la l le les leur lui ma mais me mes mon n ne nos notre nous on ou par pas pour qu que quel quelle quelles quels qui s sa se ses si son sur ta te tes toi ton tu un une vos votre vous c j m t y the of is are what which how do does your you in to and or for at by caisse alimentaire caisses'.split(' ')
);

/**
 * How close a heading and a wording are, 0 to 1: the better of their letter pairs in common, and of the share of the shorter one's
 * meaningful words that the longer one has (a heading is often a shortened question).
 */
export function closeness(heading: string, wording: string): number {
  const [a, b] = [words(heading), words(wording)];
  const whole = similarity(heading, wording);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return whole;
  const shared = short.filter((word) => long.some((other) => sameWord(word, other))).length;
  const contained = shared / short.length;
  return Math.max(whole, short.length >= 2 ? contained * 0.9 : contained * 0.65);
}

function words(text: string): string[] {
  return fold(text.slice(0, 600)).split(' ').filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}

/** Same stem: `participants`, `participent`. */
function sameWord(left: string, right: string): boolean {
  if (left === right) return true;
  const length = Math.min(left.length, right.length);
  if (length < 5) return false;
  const stem = Math.max(5, Math.ceil(length * 0.75));
  return left.slice(0, stem) === right.slice(0, stem);
}
