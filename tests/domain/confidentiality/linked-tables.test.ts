import { beforeAll, describe, expect, test } from 'vitest';
import { attackTogether } from '#lib/domain/confidentiality/across/attack-together.ts';
import { prepareTables, type PreparedTables, type WaveData } from '#lib/domain/confidentiality/publish-tables.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { indicators, wave } from '../indicators/shipped.ts';
import { codebookOf, frameOf, indicatorOf, num, question, respond } from '../indicators/world.ts';

let waves: WaveData[];
let prepared: PreparedTables;
beforeAll(async () => {
  waves = [await wave('2025', 'results-survey814275.csv'), await wave('2026-demo', 'vague-2026.xlsx')];
  prepared = prepareTables(waves, indicators);
});
const table = (id: string): PublishedTable => prepared.tables.find((each) => each.id === id) as PublishedTable;
const everybody = (id: string, code: string) => table(id).groups[0]?.rows.find((row) => row.code === code);

describe('the waves that are shipped', () => {
  test('tell nothing of one or two, all tables of an indicator together', () => {
    expect(prepared.told).toEqual([]);
    const families = new Map<string, PublishedTable[]>();
    for (const each of prepared.tables) if (each.level === 'confidential') families.set(`${each.wave}.${each.indicator}`, [...(families.get(`${each.wave}.${each.indicator}`) ?? []), each]);
    for (const [name, family] of families) {
      const standings = family.flatMap((published) => {
        const basis = prepared.bases.get(published.id);
        return basis ? [{ published, basis }] : [];
      });
      expect(standings, name).toHaveLength(family.length);
      expect(attackTogether(standings), name).toEqual([]);
    }
    expect(families.size).toBe(6);
  });

  test('do not give a caisse’s amount by setting two breakdowns beside each other', () => {
    // Every caisse above fifty that gave its amounts is urban: urban minus above fifty was one caisse, 35 600 €.
    const total = (id: string, group: string) => table(id).groups.find(({ code }) => code === group)?.rows.find(({ code }) => code === 'foundations_funds')?.total?.status;
    expect([total('2025.funding_amounts.by.territory_type', 'urban'), total('2025.funding_amounts.by.size_class', 'over_50')]).toEqual(['c', 'ok']);
  });

  test('do not count the same funders twice with one caisse between', () => {
    expect(everybody('2025.public_funder_levels', 'regional')?.count).toEqual({ status: 'ok', value: 4 });
    for (const id of ['2025.funding_amounts', '2025.funding_amounts.by.size_class', '2025.funding_amounts.by.territory_type']) {
      expect(everybody(id, 'regional'), id).toMatchObject({ count: { status: 'c' }, median: { status: 'c' } });
    }
    expect(table('2025.funding_amounts').funders?.find(({ code }) => code === 'regional')).toMatchObject({ count: { status: 'c' }, dependent: { status: 'c' } });
    // What the study itself published stays: the same count in both, and the totals.
    for (const code of ['national', 'departmental', 'local']) expect(everybody('2025.funding_amounts', code)?.count).toEqual(everybody('2025.public_funder_levels', code)?.count);
    expect(everybody('2025.funding_amounts', 'foundations_funds')?.total).toEqual({ status: 'ok', value: 597662 });
  });

  test('hide how many of a small group were asked, where being asked is an answer', () => {
    const sizes = table('2025.public_funder_levels.by.territory_type').groups.map(({ code, asked, answered }) => [code, asked?.status, answered.status]);
    // Rural: 2 of 11 agreed to detail their funders; periurban goes with it, or the sum would give it back.
    expect(sizes).toEqual([[null, 'ok', 'ok'], ['urban', 'ok', 'ok'], ['periurban', 'c', 'c'], ['rural', 'c', 'c']]);
  });

  test('show no euros of everybody beside a count that is hidden for itself', () => {
    const rows = prepared.tables.filter(({ measure, level }) => measure === 'amounts_by_item' && level === 'confidential').flatMap(({ wave: of, groups }) => (groups[0]?.rows ?? []).map((row) => ({ of, row })));
    const beside = rows.filter(({ row }) => row.count.status === 'c' && row.total?.status === 'ok').map(({ of, row }) => `${of} ${row.code}`);
    // Only those whose count is hidden because the other question counts them too.
    expect([...new Set(beside)]).toEqual(['2025 regional', '2026-demo regional']);
  });
});

test('two cuts of a protected number whose bounds differ by one caisse are found', () => {
  const frame = frameOf(12);
  const codebook = codebookOf([question('size', 'number', { level: 'confidential' })]);
  const responses = frame.map(({ slug }, at) => respond(slug, { size: num(at < 4 ? 5 : at === 4 ? 20 : 90) }));
  const classes = (bound: number) => [{ code: 'under', label: { fr: 'u', en: 'u' }, max: bound }, { code: 'over', label: { fr: 'o', en: 'o' }, min: bound }];
  const cut = (id: string, bound: number) => ({ ...indicatorOf('size', 'classes', { unit: 'people', classes: classes(bound) }), id });
  const data = [{ codebook, frame, responses }];
  expect(prepareTables(data, [cut('one', 20)]).told).toEqual([]);
  expect(prepareTables(data, [cut('one', 20), cut('two', 21)]).told.map(({ units }) => units)).toContainEqual(['c05']);
});
