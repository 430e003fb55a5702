import { describe, expect, it } from 'vitest';
import type { MatchOutcome } from '#lib/domain/census/matching.ts';
import { Matches, packMatches } from '#lib/server/wave-intake/packed-matches.ts';
import type { MatchView } from '#lib/server/wave-intake/preparation.ts';

const match = (row: number, outcome: MatchOutcome, name = `Répondant ${row}`, confidence = 0.5): MatchView => ({ row, outcome, decided: false, candidates: [{ slug: `s${row}`, name: `Caisse ${row} – « œuvre » 🌾`, confidence, reasons: ['same_name'] }], identity: { name } });
const pack = (matches: MatchView[]) => packMatches(matches, (at) => matches[at]!);
const FILE = [match(2, 'matched'), match(3, 'uncertain', 'b', 0.95), match(4, 'duplicate'), match(5, 'not_in_frame'), match(6, 'new'), match(7, 'uncertain', 'c', 0.7), match(8, 'matched')];

describe('packed matches', () => {
  it('give back each match, whatever its characters, after crossing threads', () => {
    const all = new Matches(structuredClone(pack(FILE)));
    expect([...all].sort((a, b) => a.row - b.row)).toEqual(FILE);
    for (const one of FILE) expect(all.ofRow(one.row)).toEqual(one);
    expect(all.ofRow(99)).toBeUndefined();
    expect(all.at(FILE.length)).toBeUndefined();
  });

  it('put first those to decide, then duplicates, then the order of the file', () => {
    const all = new Matches(pack(FILE));
    expect(all.positions().map((at) => all.rowAt(at))).toEqual([3, 6, 7, 4, 2, 5, 8]);
    expect(all.positions('matched').map((at) => all.rowAt(at))).toEqual([2, 8]);
  });

  it('count outcomes and the proposals that are sure', () => {
    expect(pack(FILE)).toMatchObject({ counts: { matched: 2, uncertain: 2, duplicate: 1, not_in_frame: 1, new: 1 }, sure: 1 });
  });

  it('hold texts much longer than expected', () => {
    const long = [match(2, 'matched', 'é'.repeat(5000)), match(3, 'matched', '漢'.repeat(9000))];
    expect([...new Matches(pack(long))]).toEqual(long);
  });

  it('of an empty file are none', () => {
    expect([...new Matches(pack([]))]).toEqual([]);
  });
});
