import { beforeAll, describe, expect, test } from 'vitest';
import { hideUnsafeRests } from '#lib/domain/confidentiality/hide-unsafe-rests.ts';
import { publishTables, type WaveData } from '#lib/domain/confidentiality/publish-tables.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { isDominated, isSmall } from '#lib/domain/confidentiality/unsafe.ts';
import { deriveTraits } from '#lib/domain/indicators/traits.ts';
import { indicators, wave } from '../indicators/shipped.ts';

const unsafe = (values: number[]): boolean => isSmall(values.length) || isDominated(values);

describe('hideUnsafeRests', () => {
  const values: Record<string, number[]> = { '*': [5, 10, 10, 5], urban: [10, 10, 5], rural: [5], outskirts: [] };
  const sums = { groups: Object.keys(values), rows: ['own'], values: (group: string) => values[group] ?? [], unsafe };

  test('the shown group that leaves one caisse over is hidden too', () => {
    expect(hideUnsafeRests(sums, new Set(['rural|own']))).toEqual(new Set(['rural|own', 'urban|own']));
  });
  test('nothing to do when nothing is hidden, or when everybody is', () => {
    expect(hideUnsafeRests(sums, new Set())).toEqual(new Set());
    expect(hideUnsafeRests(sums, new Set(['*|own', 'rural|own']))).toEqual(new Set(['*|own', 'rural|own']));
  });
});

let waves: WaveData[];
let tables: PublishedTable[];
beforeAll(async () => {
  waves = [await wave('2025', 'results-survey814275.csv'), await wave('2026-demo', 'vague-2026.xlsx')];
  tables = publishTables(waves, indicators);
});
const confidential = (): PublishedTable[] => tables.filter((table) => table.level === 'confidential');

test('everybody minus the groups shown never leaves the amounts of one, two or one that dominates', () => {
  let subtractions = 0;
  for (const table of confidential().filter(({ measure, breakdown }) => measure === 'amounts_by_item' && breakdown)) {
    const data = waves.find(({ codebook }) => codebook.wave === table.wave) as WaveData;
    const trait = deriveTraits(data)[table.breakdown as 'territory_type'];
    const [everybody, ...groups] = table.groups;
    for (const { code, total } of everybody?.rows ?? []) {
      const hidden = new Set(groups.filter((group) => group.rows.find((row) => row.code === code)?.total?.status === 'c').map((group) => group.code));
      if (total?.status !== 'ok' || hidden.size === 0) continue;
      const rest = data.responses.flatMap(({ initiative, answers }) => {
        const answer = answers[table.indicator];
        const amount = answer?.state === 'answered' && answer.type === 'numbers' ? (answer.numbers[code] ?? 0) : 0;
        return amount > 0 && hidden.has(trait.of.get(initiative) ?? 'unknown') ? [amount] : [];
      });
      subtractions++;
      expect(unsafe(rest), `${table.id} ${code}`).toBe(false);
    }
  }
  expect(subtractions).toBeGreaterThan(10);
});

test('hidden moves leave no interval, from which they could be computed', () => {
  const hidden = confidential().flatMap((table) => (table.comparisons ?? []).flatMap(({ rows }) => rows.filter((row) => row.paired?.gained.status === 'c')));
  expect(hidden.length).toBeGreaterThan(0);
  for (const row of hidden) expect(row.levelInterval).toBeUndefined();
});

test('two funders together are counted only beside two counts that are shown, and never for all of one of them', () => {
  const shown = confidential().flatMap(({ funders = [] }) =>
    funders.flatMap((funder) =>
      funder.together.map(({ code, count }) => {
        const other = funders.find((each) => each.level === funder.level && each.code === code);
        return { pair: `${funder.code} with ${code}`, count, back: other?.together.find((each) => each.code === funder.code)?.count, counts: [funder.count, other?.count] };
      })
    )
  );
  expect(shown.length).toBeGreaterThan(0);
  for (const { pair, count, back, counts } of shown) {
    expect(count, pair).toEqual(back);
    if (count.status !== 'ok') continue;
    for (const whole of counts) {
      expect(whole?.status, pair).toBe('ok');
      if (count.value > 0 && whole?.status === 'ok') expect(whole.value - count.value, pair).toBeGreaterThanOrEqual(3);
    }
    expect(isSmall(count.value), pair).toBe(false);
  }
});
