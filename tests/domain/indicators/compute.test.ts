import { describe, expect, test } from 'vitest';
import { releaseTable } from '#lib/domain/confidentiality/release.ts';
import { computeTable } from '#lib/domain/indicators/compute.ts';
import type { Breakdown } from '#lib/domain/indicators/definition.ts';
import { publishableTables } from '#lib/domain/indicators/publishable.ts';
import { lecture } from '#lib/domain/indicators/sentences/index.ts';
import { deriveTraits, startPeriod } from '#lib/domain/indicators/traits.ts';
import type { Response } from '#lib/domain/waves/response.ts';
import { caisse, codebookOf, frameOf, indicatorOf, num, nums, one, question, respond, ticks } from './world.ts';

const codebook = codebookOf([
  question('objectives', 'multiple', { codes: ['access', 'capacity'] }),
  question('lead_type', 'single', { codes: ['association', 'collectivite'] }),
  question('participants', 'number', { unit: 'people' }),
  question('annual_budget', 'number', { unit: 'eur_per_year' }),
  question('funding_mix', 'numbers', { codes: ['self', 'private', 'public'], sum: { total: 100, tolerance: 1 } }),
  question('support', 'single', { options: [{ code: 'yes', label: { fr: 'Oui', en: 'Yes' } }, { code: 'no', label: { fr: 'Non', en: 'No' } }, { code: 'dk', label: { fr: 'NSP', en: 'DK' }, dontKnow: true }] }),
  question('secret_note', 'text', { level: 'internal' })
]);
const frame = frameOf(60, (index) => (index % 10 === 0 ? 'collectivite' : 'association'));
const objectives = indicatorOf('objectives', 'distribution', { breakdowns: ['lead_type', 'start_period'], bases: ['answered', 'population', 'mentions'] });
/** 32 answers, 28 of them with access, as published. */
const responses = frame.slice(0, 32).map(({ slug }, index) => respond(slug, { objectives: index < 28 ? ticks('access', 'capacity') : ticks() }, index + 2));

function released(input: { indicator: typeof objectives; responses: Response[]; breakdown?: Breakdown | null; frame?: typeof frame }) {
  const { indicator, breakdown = null, frame: asked = frame } = input;
  return releaseTable(computeTable({ indicator, breakdown, codebook, responses: input.responses, frame: asked, traits: deriveTraits({ frame: asked, responses: input.responses, codebook }) }));
}

describe('the published figure of the study', () => {
  const table = released({ indicator: objectives, responses });
  const [all] = table.groups;
  test('28 of 32 of 60, with its bounds and its exact interval', () => {
    expect(all).toMatchObject({ population: { value: 60 }, respondents: { value: 32 }, answered: { value: 32 }, mentions: { value: 56 } });
    expect(all?.rows[0]).toMatchObject({ code: 'access', count: { status: 'ok', value: 28 }, bounds: { low: 28, high: 56 } });
    expect(all?.rows[0]?.intervals?.[0]).toEqual({ method: 'hypergeometric', level: 0.95, low: 46, high: 56 });
    // O'Neill's formula, computed in R: 77.5 % to 93.4 %.
    expect(all?.rows[0]?.intervals?.[1]?.low).toBeCloseTo(0.775, 3);
    expect(all?.rows[0]?.intervals?.[1]?.high).toBeCloseTo(0.934, 3);
  });
  test('its sentence', () => {
    expect(lecture(table, 'fr', 'answered', 'access').replace(/[\u00A0\u202F]/g, ' ')).toBe(
      'Lecture : 28 caisses sur les 32 qui ont répondu (87,5 %) déclarent « access » ; quoi que fassent les 28 silencieuses, elles seraient entre 28 et 56 des 60.'
    );
  });
});

test('order of responses and of the frame changes nothing', () => {
  const shuffled = released({ indicator: objectives, responses: [...responses].reverse(), breakdown: 'lead_type', frame: [...frame].reverse() });
  expect(shuffled).toEqual(released({ indicator: objectives, responses, breakdown: 'lead_type' }));
});

test('renaming caisses changes nothing', () => {
  const renamed = frame.map((each) => ({ ...each, slug: `z-${each.slug}` }));
  const table = released({ indicator: objectives, responses: responses.map((each) => ({ ...each, initiative: `z-${each.initiative}` })), frame: renamed, breakdown: 'lead_type' });
  expect(table).toEqual(released({ indicator: objectives, responses, breakdown: 'lead_type' }));
});

test('nothing ticked is an answer, a skipped question is not', () => {
  const mixed = [respond('c01', { objectives: ticks() }), respond('c02', { objectives: { state: 'no_answer' } }), respond('c03', { objectives: { state: 'not_asked' } }), ...['c04', 'c05', 'c06'].map((slug) => respond(slug, { objectives: ticks('access') }))];
  const [all] = released({ indicator: objectives, responses: mixed }).groups;
  expect(all).toMatchObject({ respondents: { value: 6 }, asked: { value: 5 }, answered: { value: 4 } });
});

test('groups add up to everybody, those of unknown trait included', () => {
  const asked = [...frame.slice(0, 30).map((each) => ({ ...each, startedOn: '2024-10' })), ...frame.slice(30)];
  const table = released({ indicator: objectives, responses, breakdown: 'start_period', frame: asked });
  const [all, ...groups] = table.groups;
  expect(groups.map((group) => group.code)).toEqual(['mid_2024_mid_2025', 'unknown']);
  expect(all?.population).toEqual({ status: 'ok', value: 60 });
  // The start of the silent ones is not known: neither is the size of the group among the 60.
  expect(groups[0]?.population).toEqual({ status: 'x' });
  expect(groups[0]?.rows[0]?.bounds).toBeUndefined();
});

test('a lead type known from the census gives the size of groups', () => {
  const table = released({ indicator: objectives, responses, breakdown: 'lead_type' });
  expect(table.groups.map((group) => [group.code, group.population])).toEqual([
    [null, { status: 'ok', value: 60 }],
    ['association', { status: 'ok', value: 54 }],
    ['collectivite', { status: 'ok', value: 6 }]
  ]);
});

test("don't know is an answer where the question offers it", () => {
  const support = indicatorOf('support', 'distribution');
  const answers = [...Array(5).fill('yes'), ...Array(4).fill('no')].map((option: string, index) => respond(`c${String(index + 1).padStart(2, '0')}`, { support: one(option) }));
  const [all] = released({ indicator: support, responses: [...answers, respond('c10', { support: { state: 'dont_know' } }), respond('c11', { support: { state: 'no_answer' } })] }).groups;
  expect(all?.answered).toEqual({ status: 'ok', value: 10 });
  expect(all?.rows.map((row) => row.count)).toEqual([5, 4, 1].map((value) => ({ status: 'ok', value })));
});

test('classes: bounds included below, excluded above', () => {
  const classes = indicatorOf('participants', 'classes', { classes: [{ code: 'small', label: { fr: 'p', en: 's' }, max: 20 }, { code: 'mid', label: { fr: 'm', en: 'm' }, min: 20, max: 51 }, { code: 'big', label: { fr: 'g', en: 'b' }, min: 51 }] });
  const [all] = released({ indicator: classes, responses: [19, 20, 50, 51, 300].map((value, index) => respond(`c0${index + 1}`, { participants: num(value) })) }).groups;
  expect(all?.rows.map((row) => row.count)).toEqual([1, 2, 2].map((value) => ({ status: 'ok', value })));
});

test('median, type 7 quartiles, rounded sorted dots', () => {
  const budget = indicatorOf('annual_budget', 'quantiles', { unit: 'eur_per_year' });
  const values = [12_000, 31_000, 44_000, 61_000, 90_000, 129_000, 130_000, 155_000, 203_000, 318_000, 377_000, 1_200_000];
  const [all] = released({ indicator: budget, responses: values.map((value, index) => respond(frame[index]!.slug, { annual_budget: num(value) })) }).groups;
  // R: quantile(values, c(.25, .5, .75), type = 7) gives 56750, 129500, 231750.
  expect(all?.summary).toMatchObject({ n: { value: 12 }, median: { value: 129_500 }, q1: { value: 56_750 }, q3: { value: 231_750 } });
  expect(all?.summary?.dots).toEqual([10_000, 30_000, 45_000, 60_000, 90_000, 130_000, 130_000, 155_000, 205_000, 320_000, 375_000, 1_200_000]);
});

test('mean of shares and share of totals are two numbers; an incomplete mix is in neither', () => {
  const mix = indicatorOf('funding_mix', 'mix', { unit: 'percent', weightBy: 'annual_budget' });
  const parts = [[100, 0, 0], [0, 50, 50], [50, 50, 0]];
  const budgets = [10_000, 80_000, 10_000];
  const answers = parts.map(([self = 0, priv = 0, pub = 0], index) => respond(`c0${index + 1}`, { funding_mix: nums({ self, private: priv, public: pub }), annual_budget: num(budgets[index] as number) }));
  const [all] = released({ indicator: mix, responses: [...answers, respond('c04', { funding_mix: nums({ self: 60, private: 40 }) }), respond('c05', { funding_mix: nums({ self: 60, private: 10, public: 10 }) })] }).groups;
  expect(all?.answered).toEqual({ status: 'ok', value: 3 });
  // By hand: self (1 + 0 + 0.5)/3 and (10 000 + 5 000)/100 000.
  expect(all?.rows[0]?.meanOfShares).toMatchObject({ value: 0.5 });
  expect(all?.rows[0]?.shareOfTotals).toMatchObject({ value: 0.15 });
  expect(all?.rows[2]?.shareOfTotals).toMatchObject({ value: 0.4 });
  expect(all?.points).toEqual([[0, 0.5, 0.5], [0.5, 0.5, 0], [1, 0, 0]]);
});

describe('what is refused', () => {
  const compute = (answers: Response[]) => () => released({ indicator: objectives, responses: answers });
  test('a response outside the frame', () => expect(compute([respond('nobody', {})])).toThrow(/not in the frame/));
  test('two responses of one initiative', () => expect(compute([respond('c01', {}), respond('c01', {})])).toThrow(/twice/));
  test('an option that the codebook does not have', () => expect(compute([respond('c01', { objectives: ticks('unheard') })])).toThrow(/no option/));
  test('a number in no class', () => {
    const classes = indicatorOf('participants', 'classes', { classes: [{ code: 'small', label: { fr: 'p', en: 's' }, max: 20 }] });
    expect(() => released({ indicator: classes, responses: [respond('c01', { participants: num(20) })] })).toThrow(/no class/);
  });
});

test('the set of tables is finite and leaves out what may not be published', () => {
  const indicators = [objectives, indicatorOf('secret_note', 'distribution'), indicatorOf('participants', 'quantiles', { breakdowns: ['size_class', 'lead_type'], order: 2 }), indicatorOf('absent', 'quantiles'), indicatorOf('annual_budget', 'mix')];
  expect(publishableTables(indicators, [codebook]).map((key) => key.id)).toEqual(['2025.objectives', '2025.objectives.by.lead_type', '2025.objectives.by.start_period', '2025.participants', '2025.participants.by.lead_type']);
});

test('a start as precise as its period', () => {
  expect(startPeriod('2024')).toBeUndefined();
  expect(startPeriod('2023')).toBe('before_mid_2024');
  expect(startPeriod('2024-06')).toBe('before_mid_2024');
  expect(startPeriod('2024-07-01')).toBe('mid_2024_mid_2025');
  expect(startPeriod('2026')).toBe('from_mid_2025');
  expect(startPeriod(undefined)).toBeUndefined();
  expect(deriveTraits({ frame: [caisse('a', 'inconnu')], responses: [], codebook }).lead_type.of.size).toBe(0);
});
