import { describe, expect, test } from 'vitest';
import { attackTogether } from '#lib/domain/confidentiality/across/attack-together.ts';
import type { Earlier } from '#lib/domain/confidentiality/across/hold-back.ts';
import { solvableUnions } from '#lib/domain/confidentiality/across/solvable-unions.ts';
import { attack } from '#lib/domain/confidentiality/attack.ts';
import { solvable } from '#lib/domain/confidentiality/linear.ts';
import { prepareTables, publishTables, type PreparedTables } from '#lib/domain/confidentiality/publish-tables.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { LeadType } from '#lib/domain/census/initiative.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { caisse, codebookOf, indicatorOf, num, nums, question, respond, ticks } from '../indicators/world.ts';
import { generator } from './generator.ts';

type World = Map<string, Answer>;
type Kind = 'amounts_by_item' | 'quantiles' | 'distribution';
const LEADS: LeadType[] = ['association', 'association', 'collectif'];
const frame = Array.from({ length: 30 }, (_, at) => caisse(`c${String(at).padStart(2, '0')}`, LEADS[at % 3], at % 2 ? '2023-05' : '2024-10'));
const BREAKDOWNS = ['lead_type', 'start_period'] as const;

function material(world: World, kind: Kind) {
  const type = kind === 'amounts_by_item' ? 'numbers' : kind === 'quantiles' ? 'number' : 'multiple';
  const codebook = codebookOf([question('q', type, { level: 'confidential', ...(kind === 'quantiles' ? {} : { codes: ['a', 'b'] }) })]);
  return { waves: [{ codebook, frame, responses: [...world].map(([slug, q]) => respond(slug, { q })) }], indicators: [{ ...indicatorOf('q', kind, { unit: 'eur_per_year' }), breakdowns: [...BREAKDOWNS] }] };
}

function editions(worlds: World[], kind: Kind): PreparedTables[] {
  const past = new Map<string, Earlier[]>();
  return worlds.map((world, at) => {
    const { waves, indicators } = material(world, kind);
    const prepared = prepareTables(waves, indicators, { earlier: past });
    for (const table of prepared.tables) {
      const basis = prepared.bases.get(table.id);
      past.set(table.id, [...(past.get(table.id) ?? []), { version: `2025.${at + 1}`, withdrawn: false, published: table, ...(basis ? { basis } : {}) }]);
    }
    return prepared;
  });
}

const yes = (...slugs: string[]): [string, Answer][] => slugs.map((slug) => [slug, ticks('a')]);
const no = (...slugs: string[]): [string, Answer][] => slugs.map((slug) => [slug, ticks()]);
const names = (from: number, to: number): string[] => frame.slice(from, to).map(({ slug }) => slug);

describe('sequences of editions', () => {
  const start: World = new Map([...yes(...names(0, 4)), ...no(...names(4, 10))]);
  const held = (worlds: World[]) => editions(worlds, 'distribution').map(({ held: each }) => each.find(({ table }) => table === '2025.q')?.reason);

  test('one more, one fewer, one changed are held; the same is not', () => {
    const more: World = new Map([...start, ...yes('c10')]);
    const fewer: World = new Map([...start].slice(1));
    const changed: World = new Map([...start, ...no('c00')]);
    expect([held([start, more]), held([start, fewer]), held([start, changed]), held([start, start])]).toEqual([[undefined, 'few'], [undefined, 'few'], [undefined, 'few'], [undefined, undefined]]);
  });

  test('six more with three of each are counted, six of one kind are not', () => {
    expect(held([start, new Map([...start, ...yes(...names(10, 13)), ...no(...names(13, 16))])])).toEqual([undefined, undefined]);
    expect(held([start, new Map([...start, ...yes(...names(10, 16))])])).toEqual([undefined, 'apart']);
    // Nobody ticked: zeros are shown.
    expect(held([start, new Map([...start, ...no(...names(10, 16))])])).toEqual([undefined, undefined]);
  });

  test('a step taken back is set against every edition, not against the last one only', () => {
    const six: [string, Answer][] = [...yes(...names(10, 13)), ...no(...names(13, 16))];
    const second: World = new Map([...start, ...six]);
    // Seven differ from the second edition, one from the first.
    expect(held([start, second, new Map([...start, ...yes('c20')])])).toEqual([undefined, undefined, 'few']);
  });

  test('editions that only all together tell of one are found', () => {
    const a: [string, Answer][] = [...yes(...names(10, 13)), ...no(...names(13, 16))];
    const b: [string, Answer][] = [...yes(...names(16, 19)), ...no(...names(19, 22))];
    const worlds: World[] = [start, new Map([...start, ...a]), new Map([...start, ...b]), new Map([...start, ...a, ...b, ...yes('c25')])];
    // Each pair differs by six or more; the fourth minus the second minus the third plus the first is one caisse.
    expect(held(worlds)).toEqual([undefined, undefined, undefined, 'apart']);
  });
});

/** Unknown amounts that all totals shown, of all editions, leave one value: none may be. */
function solvedAmounts(worlds: World[], shown: PublishedTable[][]): string[] {
  const member = (table: PublishedTable, group: string | null, slug: string): boolean => {
    const { leadType, startedOn = '' } = frame.find((each) => each.slug === slug) ?? caisse(slug);
    return group === null || group === (table.breakdown === 'lead_type' ? leadType : startedOn < '2024-07' ? 'before_mid_2024' : 'mid_2024_mid_2025');
  };
  const amount = (answer: Answer, row: string): number => (answer.state !== 'answered' ? 0 : answer.type === 'number' ? answer.number : answer.type === 'numbers' ? (answer.numbers[row] ?? 0) : 0);
  const equations = shown.flatMap((tables, at) =>
    tables.flatMap((table) => {
      const world = worlds[table.asOf?.version ? Number(table.asOf.version.split('.')[1]) - 1 : at] as World;
      return table.groups.flatMap((group) => {
        const { summary } = group;
        const sums: [string, number][] = summary?.mean.status === 'ok' && summary.n.status === 'ok' ? [['sum', summary.mean.value * summary.n.value]] : [];
        for (const { code, total } of group.rows) if (total?.status === 'ok') sums.push([code, total.value]);
        return sums.map(([row, constant]) => ({
          terms: new Map([...world].filter(([slug]) => member(table, group.code, slug)).map(([slug, answer]) => [`${slug} ${row} ${amount(answer, row)}`, 1])),
          constant
        }));
      });
    })
  );
  // Where nothing is shown, each gave nothing.
  const nothing = new Set(equations.filter(({ constant }) => constant === 0).flatMap(({ terms }) => [...terms.keys()]));
  for (const { terms } of equations) for (const name of nothing) terms.delete(name);
  return [...solvable(equations.filter(({ terms }) => terms.size > 0)).keys()];
}

test.each(['amounts_by_item', 'quantiles'] as const)('%s: no amount is solved from the totals and means of three editions', (kind) => {
  let [naive, held, equations] = [0, 0, 0];
  for (let seed = 1; seed <= 80; seed++) {
    const draw = generator(seed);
    const money = (): number => 1000 + Math.floor(draw() ** 2 * 90) * 1000;
    const answer = (): Answer => (kind === 'quantiles' ? num(money()) : nums(Object.fromEntries(['a', 'b'].filter(() => draw() < 0.6).map((code) => [code, money()]))));
    const worlds: World[] = [new Map(names(0, 16).map((slug) => [slug, answer()]))];
    while (worlds.length < 3) {
      const next = new Map(worlds.at(-1));
      for (let step = 0; step < (draw() < 0.6 ? 1 : 4); step++) next.set(frame[Math.floor(draw() * frame.length)]?.slug ?? '', answer());
      worlds.push(next);
    }
    const prepared = editions(worlds, kind);
    expect({ seed, solved: solvedAmounts(worlds, prepared.map(({ tables }) => tables)), told: prepared.flatMap(({ told }) => told) }).toEqual({ seed, solved: [], told: [] });
    held += prepared.flatMap((each) => each.held).length;
    equations += JSON.stringify(prepared.map(({ tables }) => tables)).split('"total":{"status":"ok"').length - 1;
    const alone = worlds.map((world) => {
      const { waves, indicators } = material(world, kind);
      return publishTables(waves, indicators);
    });
    naive += solvedAmounts(worlds, alone).length;
  }
  process.stdout.write(`${kind}: ${held} tables held back, ${equations} totals shown; ${naive} amounts would be solved without it\n`);
  expect(naive).toBeGreaterThan(10);
});

test('unions that sums span', () => {
  // Everybody, the urban, those above fifty: urban minus above fifty is what both cut out.
  expect(solvableUnions(3, [[0, 1, 2], [0, 1], [1]])).toEqual([[0], [1], [0, 1], [2], [0, 2], [1, 2], [0, 1, 2]]);
  expect(solvableUnions(3, [[0, 1, 2], [1, 2]])).toEqual([[0], [1, 2], [0, 1, 2]]);
  expect(solvableUnions(20, [[0, 1, 2], [1, 2], [5, 6]])).toEqual([[0], [1, 2], [0, 1, 2], [5, 6], [0, 5, 6], [1, 2, 5, 6], [0, 1, 2, 5, 6]]);
});

describe('numbers beside the rows', () => {
  const table = (more: Partial<PublishedTable>): PublishedTable => {
    const { waves, indicators } = material(new Map([...yes(...names(0, 5)), ...no(...names(5, 12))]), 'distribution');
    return { ...(publishTables(waves, indicators)[0] as PublishedTable), ...more };
  };
  const ok = (value: number) => ({ status: 'ok' as const, value });

  test('moves of two waves that leave one caisse are found', () => {
    const row = { code: 'a', label: { fr: 'a', en: 'a' }, presence: 'both' as const, before: ok(6), after: ok(5), level: ok(-0.1) };
    const paired = { n: ok(12), before: ok(5), after: ok(5), gained: ok(0), lost: ok(0), mcnemar: { status: 'z' as const } };
    const comparison = { table: '2024.q', wave: '2024', comparable: true, relation: 'same' as const, answeredBefore: 16, answeredAfter: 12, stayed: 12, entered: 0, left: 4 };
    expect(attack([table({ comparisons: [{ ...comparison, rows: [{ ...row, paired }] }] })])).toMatchObject([{ cell: '2024 moves a', value: 1 }]);
    expect(attack([table({ comparisons: [{ ...comparison, rows: [row] }] })])).toEqual([]);
  });

  test('two funders together, and a family whose one type is hidden, are found', () => {
    const none = { median: { status: 'c' as const }, largestShare: { status: 'c' as const }, shareOfEuros: { status: 'c' as const }, dependent: { status: 'c' as const } };
    const label = { fr: 'x', en: 'x' };
    const type = (code: string, count: number, total: PublishedTable['groups'][number]['answered'], both: number) => ({ level: 'type' as const, code, label, family: 'public' as const, count: ok(count), total, ...none, together: [{ code: code === 'x' ? 'y' : 'x', label, count: ok(both) }] });
    expect(attack([table({ funders: [type('x', 6, ok(100), 5), type('y', 9, ok(50), 5)] })]).map(({ cell }) => cell)).toEqual(['x with y', 'y with x']);
    const family = { level: 'family' as const, code: 'public', label, count: ok(8), total: ok(180), ...none, together: [] };
    expect(attack([table({ funders: [type('x', 6, ok(100), 0), type('y', 9, { status: 'c' }, 0), family] })])).toMatchObject([{ value: 80 }]);
  });

  test('two breakdowns side by side are attacked too', () => {
    const world: World = new Map(names(0, 14).map((slug, at) => [slug, num(1000 * (at + 1))]));
    const { waves, indicators } = material(world, 'quantiles');
    const prepared = prepareTables(waves, indicators);
    const standings = prepared.tables.flatMap((published) => {
      const basis = prepared.bases.get(published.id);
      return basis ? [{ published, basis }] : [];
    });
    expect(attackTogether(standings)).toEqual([]);
  });
});

test('another indicator of the same question does not open what is held', () => {
  const start: World = new Map([...yes(...names(0, 4)), ...no(...names(4, 10))]);
  const first = material(start, 'distribution');
  const prepared = prepareTables(first.waves, first.indicators);
  const past = new Map<string, Earlier[]>(prepared.tables.map((table) => [table.id, [{ version: '2025.1', withdrawn: false, published: table, basis: prepared.bases.get(table.id)! }]]));
  const next = material(new Map([...start, ...yes('c10')]), 'distribution');
  const renamed = next.indicators.map((indicator) => ({ ...indicator, id: 'again' }));
  const second = prepareTables(next.waves, renamed, { earlier: past });
  expect(second.held.map(({ table, reason }) => ({ table, reason }))).toContainEqual({ table: '2025.again', reason: 'few' });
  const [table] = second.tables;
  expect(table).toMatchObject({ id: '2025.again', indicator: 'again', asOf: { reason: 'few', waiting: 1 } });
  expect(table?.groups[0]?.rows.map(({ count }) => count.status)).toEqual(['c', 'c']);
  // Its sizes are those of the edition before: one more is one more answer.
  expect(table?.groups[0]?.answered).toEqual({ status: 'ok', value: 10 });
  // Nothing new, nothing held.
  expect(prepareTables(first.waves, first.indicators.map((indicator) => ({ ...indicator, id: 'again' })), { earlier: past }).held).toEqual([]);
  // A question that came back under another code is known by its wording.
  const recoded = next.waves.map((wave) => ({ ...wave, codebook: { ...wave.codebook, questions: wave.codebook.questions.map((each) => ({ ...each, code: 'r' })) }, responses: wave.responses.map((each) => ({ ...each, answers: { r: each.answers.q! } })) }));
  expect(prepareTables(recoded, [{ ...indicatorOf('r', 'distribution') }], { earlier: past }).held).toMatchObject([{ table: '2025.r', reason: 'unknown' }]);
});
