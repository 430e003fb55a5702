import { describe, expect, it } from 'vitest';
import { sinceRows } from '../../src/lib/components/figures/adapt/since.ts';
import type { PublishedComparison } from '../../src/lib/domain/confidentiality/published-comparison.ts';
import { mixTable, objectivesTable, ok } from './fixtures/tables.ts';

const plain = (text: string | undefined) => text?.replace(/[\u00A0\u202F]/g, ' ');
const none = { status: 'z' as const };
const secret = { status: 'c' as const };
const comparison = (rows: PublishedComparison['rows']): PublishedComparison => ({
  table: 'x', wave: '2025', comparable: true, relation: 'same', answeredBefore: 32, answeredAfter: 40, stayed: 25, entered: 15, left: 7, rows
});
const label = { fr: 'Accès', en: 'Access' };
const change = { code: 'access', label, presence: 'both' as const, before: ok(28), after: ok(33), level: ok(-0.05) };

describe('the table that compares two waves', () => {
  it('gives the share beside the count, and the moves of the same caisses', () => {
    const paired = { n: ok(25), before: ok(22), after: ok(21), gained: ok(1), lost: ok(2), mcnemar: ok(1) };
    const [row] = sinceRows(objectivesTable, comparison([{ ...change, paired }]), 'fr');
    expect(plain(row?.before)).toBe('28 (87,5 %)');
    expect(plain(row?.after)).toBe('33 (82,5 %)');
    expect(row).toMatchObject({ points: '−5', pairBefore: '22', pairAfter: '21', moves: '+1 −2' });
  });
  it('writes one symbol for moves that are not told', () => {
    const moves = (gained: typeof none | typeof secret, lost: typeof gained) =>
      sinceRows(objectivesTable, comparison([{ ...change, paired: { n: none, before: none, after: none, gained, lost, mcnemar: none } }]), 'fr')[0]?.moves;
    expect([moves(none, none), moves(secret, secret), moves(none, secret)]).toEqual(['z', 'c', 'c']);
    expect(sinceRows(objectivesTable, comparison([change]), 'fr')[0]?.moves).toBe('z');
  });
  it('gives the mean shares of a mix, not how many caisses have it', () => {
    const [first] = mixTable.groups[0]?.rows ?? [];
    const mean = first?.meanOfShares?.status === 'ok' ? first.meanOfShares.value : 0;
    const [row] = sinceRows(mixTable, comparison([{ ...change, code: first?.code ?? '', before: ok(26), after: ok(23), level: ok(0.25) }]), 'en');
    expect(row?.after).toBe(`${Math.round(mean * 100)}%`);
    expect(row?.before).toBe(`${Math.round((mean - 0.25) * 100)}%`);
  });
});
