import { expect, test } from 'vitest';
import type { Earlier } from '#lib/domain/confidentiality/across/hold-back.ts';
import { prepareTables, publishTables, type PreparedTables } from '#lib/domain/confidentiality/publish-tables.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { LeadType } from '#lib/domain/census/initiative.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { caisse, codebookOf, indicatorOf, one, question, respond, ticks } from '../indicators/world.ts';
import { generator } from './generator.ts';

const LEADS: LeadType[] = ['association', 'association', 'collectif', 'mutuelle'];
const STARTS = ['2023-05', '2024-10'];
const BREAKDOWNS = ['lead_type', 'start_period'] as const;

type Unit = { slug: string; lead: LeadType; start: string };
/** What each unit answered in an edition; an absent one had not responded. */
type World = Map<string, boolean>;

const units = (size: number, draw: () => number): Unit[] =>
  Array.from({ length: size }, (_, index) => ({ slug: `c${index}`, lead: LEADS[Math.floor(draw() * LEADS.length)] as LeadType, start: STARTS[Math.floor(draw() * STARTS.length)] as string }));

function material(all: Unit[], world: World, multiple: boolean) {
  const answer = (yes: boolean): Answer => (multiple ? (yes ? ticks('a') : ticks()) : one(yes ? 'a' : 'b'));
  const codebook = codebookOf([question('q', multiple ? 'multiple' : 'single', { codes: multiple ? ['a'] : ['a', 'b'], level: 'confidential' })]);
  const frame = all.map(({ slug, lead, start }) => caisse(slug, lead, start));
  const responses = [...world].map(([slug, yes]) => respond(slug, { q: answer(yes) }));
  return { waves: [{ codebook, frame, responses }], indicators: [{ ...indicatorOf('q', 'distribution'), breakdowns: [...BREAKDOWNS] }] };
}

/** Editions of the worlds in turn, each set against those before. */
function guarded(all: Unit[], worlds: World[], multiple: boolean): PreparedTables[] {
  const past = new Map<string, Earlier[]>();
  return worlds.map((world, at) => {
    const { waves, indicators } = material(all, world, multiple);
    const prepared = prepareTables(waves, indicators, { earlier: past });
    for (const table of prepared.tables) {
      const basis = prepared.bases.get(table.id);
      past.set(table.id, [...(past.get(table.id) ?? []), { version: `2025.${at + 1}`, withdrawn: false, published: table, ...(basis ? { basis } : {}) }]);
    }
    return prepared;
  });
}

type Constraint = { members: number[]; value: number };

/** A variable for each answer that a unit gave: one when it kept it, as many as it gave otherwise. */
function variables(worlds: World[]): { of: (slug: string, at: number) => number | undefined; truth: boolean[] } {
  const truth: boolean[] = [];
  const index = new Map<string, number>();
  worlds.forEach((world) => {
    for (const [slug, yes] of world) {
      const key = `${slug} ${yes}`;
      if (!index.has(key)) index.set(key, truth.push(yes) - 1);
    }
  });
  return { of: (slug, at) => (worlds[at]?.has(slug) ? index.get(`${slug} ${worlds[at]?.get(slug)}`) : undefined), truth };
}

function traitOf(unit: Unit, breakdown: PublishedTable['breakdown']): string {
  return breakdown === 'lead_type' ? unit.lead : unit.start < '2024-07' ? 'before_mid_2024' : 'mid_2024_mid_2025';
}

/** Every count shown, as a sum of variables. `settled` holds what a shown zero tells, which is nobody's secret by rule. */
function constraints(all: Unit[], worlds: World[], editions: PublishedTable[][]): { sums: Constraint[]; settled: Set<number>; size: number; truth: boolean[] } {
  const { of, truth } = variables(worlds);
  const sums: Constraint[] = [];
  const settled = new Set<number>();
  editions.forEach((tables, at) => {
    for (const table of tables) {
      // A table that stands still speaks of the edition it was made for.
      const from = table.asOf?.version ? Number(table.asOf.version.split('.')[1]) - 1 : at;
      for (const group of table.groups) {
        const members = all.filter((unit) => group.code === null || traitOf(unit, table.breakdown) === group.code).flatMap(({ slug }) => of(slug, from) ?? []);
        for (const row of group.rows) {
          if (row.count.status !== 'ok') continue;
          const value = row.code === 'a' ? row.count.value : members.length - row.count.value;
          sums.push({ members, value });
          if (row.count.value === 0) for (const member of members) settled.add(member);
        }
      }
    }
  });
  return { sums, settled, size: truth.length, truth };
}

/** Answers that are the same in every universe that gives the numbers shown; every universe is tried. */
function determined(system: ReturnType<typeof constraints>): { answers: number[]; universes: number } {
  const masks = system.sums.map(({ members, value }) => ({ mask: members.reduce((mask, member) => mask | (1 << member), 0), value }));
  const unique = [...new Map(masks.map((each) => [each.mask, each])).values()];
  let [always, never, universes] = [-1, -1, 0];
  for (let world = 0; world < 1 << system.size; world++) {
    if (unique.some(({ mask, value }) => bits(world & mask) !== value)) continue;
    universes++;
    always &= world;
    never &= ~world;
  }
  const answers = system.truth.flatMap((_, index) => ((always | never) & (1 << index) && !system.settled.has(index) ? [index] : []));
  return { answers, universes };
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}

/** Editions that follow one another by one or two late, changed or withdrawn answers, sometimes by more. */
function story(all: Unit[], draw: () => number, editions: number): World[] {
  const pick = (): Unit => all[Math.floor(draw() * all.length)] as Unit;
  const worlds: World[] = [new Map(all.slice(0, Math.max(7, all.length - 4)).map(({ slug }) => [slug, draw() < 0.5]))];
  while (worlds.length < editions) {
    const next = new Map(worlds.at(-1));
    const steps = draw() < 0.7 ? 1 + Math.floor(draw() * 2) : 3 + Math.floor(draw() * 2);
    for (let step = 0; step < steps; step++) {
      const { slug } = pick();
      if (!next.has(slug)) next.set(slug, draw() < 0.5);
      else if (draw() < 0.5) next.set(slug, !next.get(slug));
      else next.delete(slug);
    }
    worlds.push(next);
  }
  return worlds;
}

test.each([
  ['one option', true, 2],
  ['two options that add up', false, 2],
  ['one option, three editions', true, 3]
] as const)('no answer is the same in every universe that all editions together allow: %s', (_, multiple, editions) => {
  let [universes, answers, held, naive] = [0, 0, 0, 0];
  for (let seed = 1; seed <= 150; seed++) {
    const draw = generator(seed);
    const all = units(9 + Math.floor(draw() * 4), draw);
    const worlds = story(all, draw, editions);
    if (variables(worlds).truth.length > 16) continue;
    const prepared = guarded(all, worlds, multiple);
    expect({ seed, told: prepared.flatMap(({ told }) => told) }).toEqual({ seed, told: [] });
    const system = constraints(all, worlds, prepared.map(({ tables }) => tables));
    const found = determined(system);
    expect({ seed, answers: found.answers }).toEqual({ seed, answers: [] });
    universes += found.universes;
    answers += system.size;
    held += prepared.flatMap((edition) => edition.held).length;
    // The same editions one by one, as they would be without regard for each other.
    const alone = worlds.map((world) => {
      const { waves, indicators } = material(all, world, multiple);
      return publishTables(waves, indicators);
    });
    naive += determined(constraints(all, worlds, alone)).answers.length;
  }
  process.stdout.write(`${answers} answers, ${universes} universes tried that give the numbers published; ${held} tables held back; ${naive} answers would be found without it\n`);
  expect(held).toBeGreaterThan(50);
  expect(naive).toBeGreaterThan(20);
});
