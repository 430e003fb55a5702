import { describe, expect, test } from 'vitest';
import { attack } from '#lib/domain/confidentiality/attack.ts';
import { releaseTable } from '#lib/domain/confidentiality/release.ts';
import { isDominated, isUnsafeTick } from '#lib/domain/confidentiality/unsafe.ts';
import { computeTable } from '#lib/domain/indicators/compute.ts';
import type { Breakdown, Indicator } from '#lib/domain/indicators/definition.ts';
import { deriveTraits } from '#lib/domain/indicators/traits.ts';
import type { PublicationLevel } from '#lib/domain/questionnaire/codebook.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { caisse, codebookOf, indicatorOf, num, nums, one, question, respond, ticks } from '../indicators/world.ts';

type Line = { lead?: 'association' | 'collectivite' | 'mutuelle'; answer: Answer };

/** A released table of one question answered by these caisses. */
function release(lines: Line[], indicator: Indicator, level: PublicationLevel, codes: string[], breakdown: Breakdown | null = null) {
  const type = indicator.measure === 'amounts_by_item' || indicator.measure === 'mix' ? 'numbers' : indicator.measure === 'quantiles' ? 'number' : lines[0]?.answer.state === 'answered' && lines[0].answer.type === 'single' ? 'single' : 'multiple';
  const codebook = codebookOf([question(indicator.question, type, { codes, level })]);
  const frame = lines.map((line, index) => caisse(`c${index}`, line.lead ?? 'association'));
  const responses = lines.map((line, index) => respond(`c${index}`, { [indicator.question]: line.answer }));
  return releaseTable(computeTable({ indicator, breakdown, codebook, responses, frame, traits: deriveTraits({ frame, responses, codebook }) }));
}

const counts = (table: ReturnType<typeof release>, group = 0): (number | string)[] => table.groups[group]!.rows.map(({ count }) => (count.status === 'ok' ? count.value : count.status));
const several = (times: number, answer: Answer, lead?: Line['lead']): Line[] => Array.from({ length: times }, () => ({ answer, ...(lead ? { lead } : {}) }));
const tick = indicatorOf('q', 'distribution', { breakdowns: ['lead_type'] });
const amounts = indicatorOf('q', 'amounts_by_item', { unit: 'eur_since_creation' });

describe('what is never published', () => {
  test.each(['internal', 'identifying'] as const)('%s questions', (level) => {
    expect(() => release(several(5, one('a')), tick, level, ['a'])).toThrow(/never published/);
  });
  test('a laxer level than the table’s own is not obeyed', () => {
    const codebook = codebookOf([question('q', 'single', { codes: ['a'], level: 'internal' })]);
    const frame = [caisse('c0')];
    const computed = computeTable({ indicator: tick, breakdown: null, codebook, responses: [], frame, traits: deriveTraits({ frame, responses: [], codebook }) });
    expect(() => releaseTable(computed, 'open')).toThrow();
  });
});

describe('rules', () => {
  test('one or two, all but one or two, and all, are unsafe', () => {
    expect([0, 1, 2, 3, 29, 30, 31, 32].map((count) => isUnsafeTick(count, 32))).toEqual([false, true, true, false, false, true, true, true]);
  });
  test('dominance: strictly above 85 % (the cases of INSEE’s manual)', () => {
    expect(isDominated([50, 30, 20])).toBe(false);
    expect(isDominated([86, 7, 7])).toBe(true);
    expect(isDominated([85, 10, 5])).toBe(false);
    expect(isDominated([])).toBe(false);
  });
});

describe('a confidential question', () => {
  test('one option: a hidden cell takes another with it', () => {
    const table = release([...several(20, one('a')), ...several(7, one('b')), ...several(2, one('c'))], tick, 'confidential', ['a', 'b', 'c']);
    expect(counts(table)).toEqual([20, 'c', 'c']);
    expect(attack([table])).toEqual([]);
  });
  test('several options: 30 of 32 reveals 2, and ticks do not add up to anything shown', () => {
    const lines = [...several(20, ticks('most', 'some')), ...several(10, ticks('most')), ...several(2, ticks())];
    const table = release(lines, tick, 'confidential', ['most', 'some']);
    expect(counts(table)).toEqual(['c', 20]);
    expect(table.groups[0]?.mentions).toEqual({ status: 'c' });
    expect(attack([table])).toEqual([]);
  });
  test('hidden in one group, hidden in a second', () => {
    const lines = [...several(10, ticks('x'), 'association'), ...several(8, ticks(), 'association'), ...several(5, ticks('x'), 'collectivite'), ...several(5, ticks(), 'collectivite'), ...several(2, ticks('x'), 'mutuelle'), ...several(4, ticks(), 'mutuelle')];
    const table = release(lines, tick, 'confidential', ['x'], 'lead_type');
    expect([0, 1, 2, 3].map((group) => counts(table, group)[0])).toEqual([17, 10, 'c', 'c']);
    expect(attack([table])).toEqual([]);
  });
  test('no bounds, no interval beside a hidden count', () => {
    const [all] = release([...several(5, ticks()), ...several(2, ticks('x'))], tick, 'confidential', ['x']).groups;
    expect(Object.keys(all?.rows[0] ?? {})).toEqual(['code', 'label', 'count']);
  });
  test('a total that one caisse dominates is hidden, its count is not', () => {
    const table = release([90_000, 5000, 5000, 0, 0, 0, 0].map((fund) => ({ answer: nums({ fund }) })), amounts, 'confidential', ['fund']);
    expect(table.groups[0]?.rows[0]).toMatchObject({ count: { value: 3 }, total: { status: 'c' }, median: { status: 'c' }, largestShare: { status: 'c' } });
  });
  test('amounts of three are summed, their median is not given', () => {
    const table = release([30_000, 25_000, 45_000, 0, 0, 0].map((fund) => ({ answer: nums({ fund }) })), amounts, 'confidential', ['fund']);
    expect(table.groups[0]?.rows[0]).toMatchObject({ count: { value: 3 }, total: { value: 100_000 }, median: { status: 'c' }, largestShare: { status: 'c' } });
  });
  test('from five on, both are given, rounded', () => {
    const table = release([30_000, 25_100, 45_000, 12_345, 9000, 0, 0, 0].map((fund) => ({ answer: nums({ fund }) })), amounts, 'confidential', ['fund']);
    expect(table.groups[0]?.rows[0]).toMatchObject({ total: { value: 121_445 }, median: { value: 25_000 }, largestShare: { value: 0.4 } });
  });
  test('a count near its base is hidden, and its total, which would tell that three at least give', () => {
    const table = release([30_000, 25_100, 45_000, 12_345, 9000, 0].map((fund) => ({ answer: nums({ fund }) })), amounts, 'confidential', ['fund']);
    expect(table.groups[0]?.rows[0]).toEqual({ code: 'fund', label: { fr: 'fund', en: 'fund' }, count: { status: 'c' }, total: { status: 'c' }, median: { status: 'c' }, largestShare: { status: 'c' } });
  });
  test('no dots, no points, no extremes', () => {
    const table = release(several(12, num(7)), indicatorOf('q', 'quantiles'), 'confidential', []);
    expect(table.groups[0]?.summary).toMatchObject({ dots: [], min: { status: 'c' }, max: { status: 'c' }, n: { value: 12 } });
    const mixed = release(several(12, nums({ a: 50, b: 50 })), indicatorOf('q', 'mix'), 'confidential', ['a', 'b']);
    expect(mixed.groups[0]?.points).toBeUndefined();
  });
});

describe('an open question', () => {
  test('one caisse is told when nothing is crossed', () => {
    expect(counts(release([...several(5, one('a')), ...several(1, one('b'))], tick, 'open', ['a', 'b']))).toEqual([5, 1]);
  });
  test('crossed, a group of fewer than three answers is hidden, and not alone', () => {
    const lines = [...several(9, ticks('x'), 'association'), ...several(4, ticks('x'), 'collectivite'), ...several(1, ticks('x'), 'mutuelle')];
    const table = release([...lines, ...several(2, ticks(), 'collectivite')], tick, 'open', ['x'], 'lead_type');
    expect([0, 1, 2, 3].map((group) => counts(table, group)[0])).toEqual([14, 9, 'c', 'c']);
    expect(attack([table])).toEqual([]);
  });
});

describe('the attack finds what a careless table tells', () => {
  test('a single hidden cell of a sum', () => {
    const table = release([...several(20, one('a')), ...several(7, one('b')), ...several(2, one('c'))], tick, 'confidential', ['a', 'b', 'c']);
    table.groups[0]!.rows[1]!.count = { status: 'ok', value: 7 };
    expect(attack([table])).toEqual([{ table: '2025.q', cell: 'count *|c', value: 2, how: 'subtraction' }]);
  });
  test('a cell shown in another table of the indicator', () => {
    const lines = [...several(20, one('a'), 'association'), ...several(7, one('b'), 'collectivite'), ...several(2, one('c'), 'association')];
    const plain = release(lines, tick, 'confidential', ['a', 'b', 'c']);
    const crossed = release(lines, tick, 'confidential', ['a', 'b', 'c'], 'lead_type');
    expect(attack([plain, crossed])).toEqual([]);
    crossed.groups[0]!.rows[1]!.count = { status: 'ok', value: 7 };
    expect(attack([plain, crossed]).map((found) => found.cell)).toContain('count *|c');
  });
  test('bounds left beside a hidden count', () => {
    const table = release([...several(5, ticks()), ...several(2, ticks('x'))], tick, 'confidential', ['x']);
    table.groups[0]!.rows[0]!.bounds = { low: 2, high: 30 };
    expect(attack([table])).toMatchObject([{ value: 2, how: 'shown_beside' }]);
  });
});
