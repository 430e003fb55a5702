import { expect, test } from 'vitest';
import { solvableUnions } from '#lib/domain/confidentiality/across/solvable-unions.ts';
import { OutOfWork, Work } from '#lib/domain/confidentiality/work.ts';
import { generator } from './generator.ts';

/** Exact fractions: whether a vector is a combination of others, by elimination over the integers. */
function isSpanned(target: readonly number[], vectors: readonly (readonly number[])[]): boolean {
  const rank = (rows: (readonly number[])[]): number => {
    const all = rows.map((row) => row.map(BigInt));
    let found = 0;
    for (let column = 0; column < target.length; column++) {
      const at = all.findIndex((row, index) => index >= found && row[column] !== 0n);
      if (at < 0) continue;
      [all[found], all[at]] = [all[at]!, all[found]!];
      const top = all[found]!;
      for (let index = found + 1; index < all.length; index++) {
        const factor = all[index]![column]!;
        if (factor !== 0n) all[index] = all[index]!.map((value, k) => value * top[column]! - factor * top[k]!);
      }
      found += 1;
    }
    return found;
  };
  return rank([...vectors]) === rank([...vectors, target]);
}

test('every union that sums span is found, and no other, as exact arithmetic says', () => {
  let unions = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const draw = generator(seed);
    const parts = 3 + Math.floor(draw() * 6);
    const sums = Array.from({ length: 1 + Math.floor(draw() * 6) }, () => Array.from({ length: parts }, (_, at) => at).filter(() => draw() < 0.55)).filter((sum) => sum.length > 0);
    const vectors = sums.map((sum) => Array.from({ length: parts }, (_, at) => Number(sum.includes(at))));
    const expected: number[][] = [];
    for (let mask = 1; mask < 1 << parts; mask++) {
      const union = Array.from({ length: parts }, (_, at) => at).filter((at) => mask & (1 << at));
      if (isSpanned(Array.from({ length: parts }, (_, at) => Number(union.includes(at))), vectors)) expected.push(union);
    }
    expect({ seed, unions: solvableUnions(parts, sums) }).toEqual({ seed, unions: expected });
    unions += expected.length;
  }
  expect(unions).toBeGreaterThan(1000);
});

test('sixty parts are searched as far as their sums go', () => {
  // Three cuts of the same sixty, in the way of breakdowns: everybody, four groups, and six groups that do not nest in them.
  const all = Array.from({ length: 60 }, (_, at) => at);
  const sums = [all, ...[0, 1, 2, 3].map((group) => all.filter((at) => at % 4 === group)), ...[0, 1, 2, 3, 4, 5].map((group) => all.filter((at) => Math.floor(at / 10) === group))];
  let given = false;
  const unions = solvableUnions(60, sums, new Work(1e6), () => (given = true));
  expect(given).toBe(false);
  // All unions of groups of one cut: 15 and 63, the whole counted twice. Nothing mixes them.
  expect(unions).toHaveLength(15 + 63 - 1);
});

test('a search that is given up says so, gives what it found, and does the same each time', () => {
  const draw = generator(7);
  const sums = Array.from({ length: 40 }, () => Array.from({ length: 60 }, (_, at) => at).filter(() => draw() < 0.5));
  sums.push([0, 1, 2], [0, 1]);
  const search = (steps: number): { unions: number[][]; given: number } => {
    let given = 0;
    const unions = solvableUnions(60, sums, new Work(steps), () => (given += 1));
    return { unions, given };
  };
  const first = search(200_000);
  expect(first.given).toBe(1);
  expect(first.unions).toContainEqual([2]);
  expect(search(200_000)).toEqual(first);
  expect(() => new Work(3).spend(4)).toThrow(OutOfWork);
});
