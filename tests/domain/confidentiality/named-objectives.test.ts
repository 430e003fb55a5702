import { describe, expect, it, test } from 'vitest';
import type { LeadType } from '#lib/domain/census/initiative.ts';
import type { Earlier } from '#lib/domain/confidentiality/across/hold-back.ts';
import { addNamed, answeredApart, NOBODY, newlyNamed, type Named } from '#lib/domain/confidentiality/named/named.ts';
import { knownSets } from '#lib/domain/confidentiality/named/known-sets.ts';
import { isKnown } from '#lib/domain/confidentiality/named/told-of-past.ts';
import { prepareTables, type PreparedTables } from '#lib/domain/confidentiality/publish-tables.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { caisse, codebookOf, indicatorOf, question, respond, ticks } from '../indicators/world.ts';
import { generator } from './generator.ts';

const LEADS: LeadType[] = ['association', 'association', 'collectif'];
const STARTS = ['2023-05', '2024-10'];
const CODES = ['access', 'outlets'];

type Unit = { slug: string; lead: LeadType; start: string; ticked: string[]; /** What its name is published with, when it is not what it answered. */ instead?: string[] };
/** Who is named in each edition, in turn. */
type Story = { units: Unit[]; named: string[][] };

function storyOf(draw: () => number, editions: number, share = 0.4): Story {
  const units = Array.from({ length: 10 + Math.floor(draw() * 5) }, (_, at): Unit => ({
    slug: `c${at}`,
    lead: LEADS[Math.floor(draw() * LEADS.length)] as LeadType,
    start: STARTS[Math.floor(draw() * STARTS.length)] as string,
    ticked: CODES.filter(() => draw() < 0.45)
  }));
  // Some agree, some take it back.
  return { units, named: Array.from({ length: editions }, () => units.filter(() => draw() < share).map(({ slug }) => slug)) };
}

/** The editions of a story. `guarded` knows who is named; a naive one publishes as if nobody were. */
function editionsOf({ units, named }: Story, guarded: boolean, level: 'confidential' | 'open' = 'confidential'): PreparedTables[] {
  const codebook = codebookOf([question('objectives', 'multiple', { codes: CODES, level })]);
  const frame = units.map(({ slug, lead, start }) => caisse(slug, lead, start));
  const responses = units.map(({ slug, ticked }) => respond(slug, { objectives: ticks(...ticked) }));
  const indicators = [{ ...indicatorOf('objectives', 'distribution'), breakdowns: ['lead_type' as const, 'start_period' as const] }];
  const past = new Map<string, Earlier[]>();
  let before: Named = new Map();
  return named.map((slugs, at) => {
    const now = addNamed(before, units.filter(({ slug }) => slugs.includes(slug)).map(({ slug, ticked, instead }) => ({ slug, objectives: instead ?? ticked })));
    const prepared = prepareTables([{ codebook, frame, responses }], indicators, { earlier: past, named: guarded ? { before, now } : NOBODY });
    for (const table of prepared.tables) {
      const basis = prepared.bases.get(table.id);
      past.set(table.id, [...(past.get(table.id) ?? []), { version: `2025.${at + 1}`, withdrawn: false, published: table, ...(basis ? { basis } : {}) }]);
    }
    before = now;
    return prepared;
  });
}

function groupOf(unit: Unit, breakdown: PublishedTable['breakdown']): string {
  return breakdown === 'lead_type' ? unit.lead : unit.start < '2024-07' ? 'before_mid_2024' : 'mid_2024_mid_2025';
}

/**
 * Answers of units that are not named which are the same in every universe that gives all the counts shown, every universe tried. That none of three or more
 * others gave an answer is nobody's secret by rule, as a zero is.
 */
function found({ units, named }: Story, editions: PublishedTable[][]): { answers: string[]; universes: number } {
  // A name with another list tells nothing sure of the answer.
  const sure = new Set(units.filter(({ instead }) => instead === undefined).map(({ slug }) => slug));
  const known = new Set(named.slice(0, editions.length).flat().filter((slug) => sure.has(slug)));
  const hidden = units.filter(({ slug }) => !known.has(slug));
  let universes = 0;
  const answers = CODES.flatMap((code) => {
    const truth = hidden.map(({ ticked }) => ticked.includes(code));
    const settled = new Set<number>();
    const sums = new Map<number, number>();
    for (const table of editions.flat())
      for (const group of table.groups) {
        const count = group.rows.find((row) => row.code === code)?.count;
        if (count?.status !== 'ok') continue;
        const inside = (unit: Unit): boolean => group.code === null || groupOf(unit, table.breakdown) === group.code;
        const value = count.value - units.filter((unit) => known.has(unit.slug) && inside(unit) && unit.ticked.includes(code)).length;
        const mask = hidden.reduce((bits, unit, at) => (inside(unit) ? bits | (1 << at) : bits), 0);
        sums.set(mask, value);
        if (count.value === 0 || (value === 0 && bits(mask) >= 3)) hidden.forEach((unit, at) => inside(unit) && settled.add(at));
      }
    let [always, never] = [-1, -1];
    for (let world = 0; world < 1 << hidden.length; world++) {
      if ([...sums].some(([mask, value]) => bits(world & mask) !== value)) continue;
      universes++;
      always &= world;
      never &= ~world;
    }
    return truth.flatMap((_, at) => ((always | never) & (1 << at) && !settled.has(at) ? [`${hidden[at]?.slug} ${code}`] : []));
  });
  return { answers, universes };
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}

test.each([1, 2, 3])('no answer of a caisse that is not named can be found, whoever is: %s editions', (editions) => {
  let [universes, naive, refused, kept, shown] = [0, 0, 0, 0, 0];
  for (let seed = 1; seed <= 200; seed++) {
    const story = storyOf(generator(seed * 7 + editions), editions);
    naive += found(story, editionsOf(story, false).map(({ tables }) => tables)).answers.length;
    const prepared = editionsOf(story, true);
    // Publishing would have stopped here: the editions before stand, with the names of their time.
    const stop = prepared.findIndex(({ told }) => told.length > 0);
    const tables = (stop < 0 ? prepared : prepared.slice(0, stop)).map((each) => each.tables);
    if (stop >= 0) refused++;
    if (tables.length === 0) continue;
    const result = found(story, tables);
    expect({ seed, answers: result.answers }).toEqual({ seed, answers: [] });
    universes += result.universes;
    kept += tables.length;
    shown += tables.flat().flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)).filter(({ count }) => count.status === 'ok').length;
  }
  process.stdout.write(`${editions} edition(s): ${universes} universes tried; ${naive} answers found without the rule, 0 with it; ${kept} editions published, ${shown} counts shown, ${refused} refused\n`);
  expect(naive).toBeGreaterThan(10);
  expect(shown).toBeGreaterThan(100);
  // The first edition is never refused: cells are hidden instead.
  if (editions === 1) expect(refused).toBe(0);
});

test('nor that of a caisse whose name is published with another list than it answered', () => {
  let [universes, otherwise] = [0, 0];
  for (let seed = 1; seed <= 150; seed++) {
    const draw = generator(seed * 11);
    const honest = storyOf(draw, 2, 0.5);
    const units = honest.units.map((unit): Unit => (draw() < 0.3 ? { ...unit, instead: unit.ticked.includes('access') ? ['outlets'] : ['access'] } : unit));
    const story = { ...honest, units };
    const prepared = editionsOf(story, true);
    const stop = prepared.findIndex(({ told }) => told.length > 0);
    const tables = (stop < 0 ? prepared : prepared.slice(0, stop)).map((each) => each.tables);
    const result = found(story, tables);
    expect({ seed, answers: result.answers }).toEqual({ seed, answers: [] });
    universes += result.universes;
    otherwise += units.filter(({ instead, slug }) => instead && story.named.flat().includes(slug)).length;
  }
  process.stdout.write(`${universes} universes tried with ${otherwise} names beside another list; 0 answers found\n`);
  expect(otherwise).toBeGreaterThan(100);
});

test('what is refused is a name beside numbers that are out already: without the rule an answer is found', () => {
  let [refused, telling, appeared] = [0, 0, 0];
  for (let seed = 1; seed <= 300; seed++) {
    const story = { ...storyOf(generator(seed), 2, 0.6) };
    story.named[0] = [];
    const [first, second] = editionsOf(story, true) as [PreparedTables, PreparedTables];
    expect(first.told).toEqual([]);
    if (second.told.length === 0) continue;
    refused++;
    expect(second.told.every(({ beside }) => beside)).toBe(true);
    // Without the names that are to stay back the others appear, and each of those back would have told.
    expect(second.keepBack.length).toBeGreaterThan(0);
    const others = (story.named[1] ?? []).filter((slug) => !second.keepBack.includes(slug));
    appeared += others.length;
    expect({ seed, told: editionsOf({ ...story, named: [[], others] }, true)[1]?.told }).toEqual({ seed, told: [] });
    const [kept = ''] = second.keepBack;
    expect(editionsOf({ ...story, named: [[], [...others.filter((slug) => slug < kept), kept]] }, true)[1]?.told.length).toBeGreaterThan(0);
    if (found(story, [first.tables, second.tables]).answers.length > 0) telling++;
  }
  process.stdout.write(`${refused} second editions refused, ${telling} of which would give a whole answer; ${appeared} names could appear all the same\n`);
  expect(telling).toBeGreaterThan(5);
});

describe('three caisses in a group, two of which are named', () => {
  const unit = (at: number, lead: LeadType, ...ticked: string[]): Unit => ({ slug: `c${at}`, lead, start: '2024-10', ticked });
  const units = [unit(0, 'mutuelle', 'access'), unit(1, 'mutuelle', 'access'), unit(2, 'mutuelle', 'access'), unit(3, 'mutuelle'), unit(4, 'mutuelle'), unit(5, 'mutuelle'), ...Array.from({ length: 12 }, (_, at) => unit(6 + at, 'association', ...(at % 2 ? ['access'] : ['outlets'])))];
  const count = (editions: PreparedTables[], group: string | null, code = 'access') => editions.at(-1)?.tables.find(({ breakdown }) => breakdown === (group === null ? null : 'lead_type'))?.groups.find((each) => each.code === group)?.rows.find((row) => row.code === code)?.count;

  it('shows 3 of 6 when nobody is named, hides it once two of the three are, shows it again when all three are', () => {
    expect(count(editionsOf({ units, named: [[]] }, true), 'mutuelle')).toEqual({ status: 'ok', value: 3 });
    expect(count(editionsOf({ units, named: [['c0', 'c1']] }, true), 'mutuelle')).toEqual({ status: 'c' });
    expect(count(editionsOf({ units, named: [['c0', 'c1', 'c2']] }, true), 'mutuelle')).toEqual({ status: 'ok', value: 3 });
    // Two of those who did not: the third of them would be left.
    expect(count(editionsOf({ units, named: [['c3', 'c4']] }, true), 'mutuelle')).toEqual({ status: 'c' });
  });

  it('still counts as known who took the agreement back', () => {
    const [, second] = editionsOf({ units, named: [['c0', 'c1'], []] }, true);
    expect(second?.told).toEqual([]);
    expect(count([second as PreparedTables], 'mutuelle')).toEqual({ status: 'c' });
  });

  it('keeps the names back when the number is out already', () => {
    const [, second] = editionsOf({ units, named: [[], ['c0', 'c1']] }, true);
    expect(second?.told.length).toBeGreaterThan(0);
    expect(second?.told.every(({ beside }) => beside)).toBe(true);
  });

  it('an open question hides a group of which fewer than three are left', () => {
    expect(count(editionsOf({ units, named: [['c0', 'c1']] }, true, 'open'), 'mutuelle')).toEqual({ status: 'ok', value: 3 });
    expect(count(editionsOf({ units, named: [['c0', 'c1', 'c3', 'c4']] }, true, 'open'), 'mutuelle')).toEqual({ status: 'c' });
    expect(count(editionsOf({ units, named: [['c0', 'c1', 'c3', 'c4']] }, true, 'open'), null)).toMatchObject({ status: 'ok' });
  });
});

describe('who is known', () => {
  it('under the name of whoever took it in, with every list that was published', () => {
    const before = addNamed(new Map(), [{ slug: 'a', objectives: ['access'] }]);
    const now = addNamed(before, [{ slug: 'b', objectives: ['outlets'], formerSlugs: ['a'] }, { slug: 'c' }]);
    expect([...now.keys()].sort()).toEqual(['a', 'b']);
    expect(now.get('b')).toEqual([['access'], ['outlets']]);
    expect(newlyNamed({ before, now })).toEqual(['a', 'b']);
    expect(newlyNamed({ before: now, now: addNamed(now, [{ slug: 'b', objectives: ['outlets'] }]) })).toEqual([]);
  });

  it('not who answered beside the one that took it in: its answer is another', () => {
    const wave = (...slugs: string[]) => ({ responses: slugs.map((initiative) => ({ initiative })) });
    const merged = [{ slug: 'b', objectives: ['outlets'], formerSlugs: ['a', 'c'] }];
    expect(answeredApart(merged, [wave('a', 'x'), wave('b', 'x')])).toEqual(new Set());
    expect(answeredApart(merged, [wave('a', 'b'), wave('c')])).toEqual(new Set(['a']));
    expect(answeredApart(merged, [wave('a', 'c')])).toEqual(new Set(['a', 'c']));
    expect([...addNamed(new Map(), merged, new Set(['a'])).keys()]).toEqual(['b', 'c']);
  });

  it('what was told of two together is not told of one of them', () => {
    const told = (...units: string[]) => ({ table: 't', quantity: 'count access', units });
    expect(isKnown(told('a'), [told('a', 'b')])).toBe(false);
    expect(isKnown(told('a', 'b'), [told('a'), told('b')])).toBe(true);
    expect(isKnown(told('a', 'b'), [told('a', 'b')])).toBe(true);
    expect(isKnown(told('a', 'b'), [told('a'), told('b', 'c')])).toBe(false);
    expect(isKnown(told('a'), [{ ...told('a'), quantity: 'count outlets' }])).toBe(false);
  });

  it('nobody, all, and those alone that answered what they publish', () => {
    const basis = { question: 'objectives', measure: 'distribution' as const, groups: [{ code: null, respondents: [], asked: [], answered: ['a', 'b', 'c'], rows: [{ code: 'access', contributors: ['a', 'b'] }] }] };
    const named: Named = new Map([['a', [['access']]], ['b', [['outlets']]], ['z', [['access']]]]);
    expect(knownSets([basis], named).map((set) => [...set].sort())).toEqual([[], ['a', 'b'], ['a']]);
    expect(knownSets([{ ...basis, question: 'governance' }], named)).toEqual([new Set()]);
    expect(knownSets([basis], new Map([['a', [['access']]]]))).toEqual([new Set(), new Set(['a'])]);
    // `a` published an objective that this questionnaire does not offer: a reader knows its answer here all the same.
    expect(knownSets([basis], new Map([['a', [['access', 'of another wave']]], ['b', [['of another wave']]]])).map((set) => [...set].sort())).toEqual([[], ['a', 'b'], ['a']]);
  });
});

describe('moves between two waves', () => {
  /** Three of each move, in two waves that everybody answered: yes both times, gained, lost, never. */
  const slugs = Array.from({ length: 12 }, (_, at) => `c${String(at).padStart(2, '0')}`);
  const moves: [boolean, boolean][] = [[true, true], [false, true], [true, false], [false, false]];
  const move = (at: number): [boolean, boolean] => moves[Math.floor(at / 3)] as [boolean, boolean];
  const ask = question('objectives', 'multiple', { codes: ['access'], level: 'confidential' });
  const waveOf = (year: string, later: boolean) => ({
    codebook: { ...codebookOf([later ? { ...ask, crosswalk: [{ wave: '2024', questions: ['objectives'], relation: 'same' as const, comparable: true }] } : ask]), wave: year, openedOn: `${year}-06-01` },
    frame: slugs.map((slug) => caisse(slug)),
    responses: slugs.map((slug, at) => ({ ...respond(slug, { objectives: move(at)[later ? 1 : 0] ? ticks('access') : ticks() }), wave: year }))
  });
  const editions = (named: string[][]): PreparedTables[] => {
    const past = new Map<string, Earlier[]>();
    let before: Named = new Map();
    return named.map((each, at) => {
      const now = addNamed(before, each.map((slug) => ({ slug, objectives: ['access'] })));
      const prepared = prepareTables([waveOf('2024', false), waveOf('2025', true)], [indicatorOf('objectives', 'distribution')], { earlier: past, named: { before, now } });
      for (const table of prepared.tables) past.set(table.id, [...(past.get(table.id) ?? []), { version: `2025.${at + 1}`, withdrawn: false, published: table, basis: prepared.bases.get(table.id)! }]);
      before = now;
      return prepared;
    });
  };
  const gained = (edition: PreparedTables | undefined) => edition?.tables.find(({ id }) => id === '2025.objectives')?.comparisons?.[0]?.rows[0]?.paired?.gained;

  it('are told of three, not of three of which one is named', () => {
    expect(gained(editions([[]])[0])).toEqual({ status: 'ok', value: 3 });
    expect(gained(editions([['c03']])[0])).toEqual({ status: 'c' });
  });

  it('that are out keep the name back; one that was known when they came out adds nothing', () => {
    const [first, second] = editions([[], ['c03']]);
    expect(gained(first)).toEqual({ status: 'ok', value: 3 });
    expect(second?.told.filter(({ quantity }) => quantity.startsWith('moves'))).toMatchObject([{ table: '2025.objectives', quantity: 'moves access', beside: true }]);
    const [, again] = editions([['c03', 'c04', 'c05'], ['c03', 'c04', 'c05']]);
    expect(again?.told).toEqual([]);
  });
});
