/** Pairs of letters of a word, ends included, so that short words compare too. */
function pairs(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
}

/** Dice coefficient of two words, 0 to 1. */
function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  // Numbers are names: 042 and 043 are two initiatives, not a slip of the pen.
  if (/\d/.test(a) || /\d/.test(b)) return 0;
  const left = pairs(a);
  const right = pairs(b);
  const rest = [...right];
  let common = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

/**
 * How alike two names are, by their telling words, 0 to 1: each word of the longer name against its best counterpart,
 * weighted by length. Names whose numbers differ are different names: 0.
 */
export function nameSimilarity(a: string[], b: string[]): number {
  const numbers = (words: string[]): string => words.filter((word) => /\d/.test(word)).sort().join(' ');
  if (numbers(a) !== numbers(b)) return 0;
  const [longer, shorter] = a.join('').length >= b.join('').length ? [a, b] : [b, a];
  const total = longer.reduce((sum, word) => sum + word.length, 0);
  if (total === 0) return 0;
  return longer.reduce((sum, word) => sum + word.length * Math.max(0, ...shorter.map((other) => wordSimilarity(word, other))), 0) / total;
}
