import { expect, it } from 'vitest';
import { objectiveProposals } from '#lib/domain/census/objective-proposals.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Answer, Response } from '#lib/domain/waves/response.ts';
import { caisse, codebookOf, one, question, respond, ticks } from '../indicators/world.ts';

const CODES = ['access', 'outlets', 'other'];
const wave = (year: string, answers: Record<string, Record<string, Answer>>) => ({
  codebook: { ...codebookOf([question('objectives', 'multiple', { codes: CODES }), question('naming_consent', 'single', { codes: ['yes', 'no'], level: 'internal' })]), wave: year, title: { fr: `Vague ${year}`, en: year }, openedOn: `${year}-01-01`, closedOn: `${year}-02-01` },
  responses: Object.entries(answers).map(([slug, given]): Response => ({ ...respond(slug, given), wave: year }))
});
const named = (slug: string, ...objectives: string[]): Initiative => ({ ...caisse(slug), ...(objectives.length > 0 ? { objectives } : {}) });

it('proposes what a caisse that agreed answered in the same wave, in the order of the questionnaire', () => {
  const [found, ...others] = objectiveProposals([wave('2025', { a: { naming_consent: one('yes'), objectives: ticks('outlets', 'access') } })], [named('a'), named('b')]);
  expect(found).toMatchObject({ slug: 'a', wave: '2025', kind: 'publish', before: [], after: ['access', 'outlets'], asOf: '2025-02-01', title: { fr: 'Vague 2025' }, question: { fr: 'naming_consent ?' } });
  expect(others).toEqual([]);
});

it('proposes nothing without a yes, without an objective, or when the census says so already', () => {
  const silent: Record<string, Record<string, Answer>> = {
    no: { naming_consent: one('no'), objectives: ticks('access') },
    blank: { naming_consent: { state: 'no_answer' }, objectives: ticks('access') },
    unasked: { objectives: ticks('access') },
    none: { naming_consent: one('yes'), objectives: ticks() },
    unanswered: { naming_consent: one('yes'), objectives: { state: 'no_answer' } },
    same: { naming_consent: one('yes'), objectives: ticks('access', 'outlets') }
  };
  expect(objectiveProposals([wave('2025', silent)], [...Object.keys(silent).filter((slug) => slug !== 'same').map((slug) => named(slug)), named('same', 'outlets', 'access'), named('none', 'access')])).toEqual([]);
});

it('goes by the newest consent that was given, whatever the order of the waves, and proposes to take back after a no', () => {
  const old = wave('2025', { a: { naming_consent: one('yes'), objectives: ticks('access') }, b: { naming_consent: one('yes'), objectives: ticks('access') } });
  const recent = wave('2026', { a: { naming_consent: one('no'), objectives: ticks('access') }, b: { naming_consent: { state: 'no_answer' }, objectives: ticks('outlets') } });
  for (const waves of [[old, recent], [recent, old]]) {
    expect(objectiveProposals(waves, [named('a', 'access'), named('b')]).map(({ slug, wave: year, kind, after }) => [slug, year, kind, after])).toEqual([['a', '2026', 'withdraw', []], ['b', '2025', 'publish', ['access']]]);
    expect(objectiveProposals(waves, [named('a')])).toEqual([]);
  }
});
