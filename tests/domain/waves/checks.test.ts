import { describe, expect, it } from 'vitest';
import { checkResponses, type CheckedResponse } from '#lib/domain/waves/checks/index.ts';
import { findPersonalData } from '#lib/domain/waves/checks/personal-data.ts';
import type { Codebook, Question } from '#lib/domain/questionnaire/codebook.ts';

const label = (text: string) => ({ fr: text, en: text });
const PARTS = ['self', 'private', 'public'].map((code) => ({ code, label: label(code) }));
const questions: Question[] = [
  { code: 'paid', type: 'single', label: label('Salarié ?'), level: 'open', required: true, options: [{ code: 'yes', label: label('Oui') }, { code: 'no', label: label('Non') }] },
  { code: 'fte', type: 'number', label: label('ETP'), level: 'open', required: true, unit: 'full_time_equivalents', askedIf: { question: 'paid', anyOf: ['yes'] } },
  { code: 'budget', type: 'number', label: label('Budget'), level: 'open', unit: 'eur_per_year', crosswalk: [{ wave: '2025', questions: ['budget_before'], relation: 'reworded', comparable: true }] },
  { code: 'mix', type: 'numbers', label: label('Parts'), level: 'open', options: PARTS, sum: { total: 100, tolerance: 1 } },
  { code: 'comment', type: 'text', label: label('Commentaire'), level: 'internal' },
  { code: 'contact', type: 'text', label: label('Contact'), level: 'identifying' }
];
const codebook: Codebook = { wave: '2026', title: label('Vague'), openedOn: '2026-05-01', closedOn: '2026-06-01', frame: { kinds: ['caisse'], statement: label('Toutes') }, provenance: 'synthetic', questions };
const locate = (code: string) => questions.findIndex((question) => question.code === code) + 1 || undefined;
const response = (row: number, answers: CheckedResponse['answers'], initiative = `i${row}`): CheckedResponse => ({ row, initiative, answers: { paid: { state: 'answered', type: 'single', option: 'no' }, ...answers } });
const budget = (number: number) => ({ state: 'answered', type: 'number', number }) as const;
const mix = (numbers: Record<string, number>) => ({ mix: { state: 'answered', type: 'numbers', numbers } }) as const;
const codes = (responses: CheckedResponse[], earlier?: Parameters<typeof checkResponses>[1]) => checkResponses({ codebook, responses, locate }, earlier).map(({ code, level, where }) => `${level} ${code} ${where.row}:${where.column}`);

describe('parts that add up', () => {
  it('tells a blank part, and asks when the others fall short', () => {
    expect(codes([response(2, mix({ self: 60, private: 40 })), response(3, mix({ self: 50, private: 25 })), response(4, mix({ self: 50, private: 25, public: 25 }))])).toEqual(['information part_blank 2:4', 'acknowledge part_blank_short 3:4']);
  });

  it('accepts one point of rounding, not two', () => {
    expect(codes([response(2, mix({ self: 60, private: 39 })), response(3, mix({ self: 60, private: 38 }))])).toEqual(['information part_blank 2:4', 'acknowledge part_blank_short 3:4']);
  });
});

describe('required questions', () => {
  it('are missed only by those who were asked', () => {
    const yes = { paid: { state: 'answered', type: 'single', option: 'yes' } } as const;
    expect(codes([response(2, {}), response(3, yes), response(4, { ...yes, fte: { state: 'dont_know' } }), response(5, { paid: { state: 'no_answer' } })])).toEqual(['acknowledge required_blank 5:1', 'acknowledge required_blank 3:2']);
  });
});

describe('numbers far from the wave before', () => {
  const earlier = (unit: 'eur_per_year' | 'eur_since_creation', number = 10_000) => ({ wave: '2025', questions: [{ code: 'budget_before', unit }], answers: new Map([['i2', { budget_before: budget(number) }]]) });

  it('are pointed out over five times and under a fifth, not at five times', () => {
    expect(codes([response(2, { budget: budget(50_000) })], earlier('eur_per_year'))).toEqual([]);
    expect(codes([response(2, { budget: budget(50_001) })], earlier('eur_per_year'))).toEqual(['acknowledge far_from_earlier 2:3']);
    expect(codes([response(2, { budget: budget(1_999) })], earlier('eur_per_year'))).toEqual(['acknowledge far_from_earlier 2:3']);
  });

  it('are not compared across units, initiatives or zeros', () => {
    expect(codes([response(2, { budget: budget(90_000) })], earlier('eur_since_creation'))).toEqual([]);
    expect(codes([response(3, { budget: budget(90_000) })], earlier('eur_per_year'))).toEqual([]);
    expect(codes([response(2, { budget: budget(0) })], earlier('eur_per_year'))).toEqual([]);
  });
});

describe('numbers apart in their wave', () => {
  const usual = [80, 90, 100, 110, 120, 130, 95, 105].map((number, at) => response(at + 2, { budget: budget(number) }));

  it('are told whatever the unit, and need enough answers', () => {
    expect(codes([...usual, response(20, { budget: budget(100_000) })])).toEqual(['information far_from_others 20:3']);
    const thousands = [...usual, response(20, { budget: budget(100_000) })].map((each) => ({ ...each, answers: { ...each.answers, budget: budget(1000 * (each.answers.budget as { number: number }).number) } }));
    expect(codes(thousands)).toEqual(['information far_from_others 20:3']);
    expect(codes([...usual.slice(0, 4), response(20, { budget: budget(100_000) })])).toEqual([]);
  });
});

describe('personal data', () => {
  it.each([
    ['Écrivez à marie.durand@exemple.fr', 'email'],
    ['Mon numéro : 06 12 34 56 78', 'telephone'],
    ['+33 6 12 34 56 78', 'telephone'],
    ['Voir avec Mme Durand', 'name'],
    ['contacter Camille Durand', 'name'],
    ['Camille DURAND suit le dossier', 'name']
  ])('is seen in « %s »', (text, kind) => expect(findPersonalData(text)?.kind).toBe(kind));

  it.each(['La Caisse Commune de Montpellier nous aide', 'Projet soutenu par la CAF et la MSA', 'Budget 2025 : 12 000 €', 'Monnaie locale', 'le 12 03 2025'])('is not seen in « %s »', (text) => expect(findPersonalData(text)).toBeUndefined());

  it('is looked for where it does not belong', () => {
    const text = { state: 'answered', type: 'text', text: 'Mme Durand' } as const;
    expect(codes([response(2, { comment: text, contact: text })])).toEqual(['information personal_name 2:5']);
  });
});
