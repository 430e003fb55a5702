import type { Initiative, LeadType } from '#lib/domain/census/initiative.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { Codebook, Question } from '#lib/domain/questionnaire/codebook.ts';
import type { Answer, Response } from '#lib/domain/waves/response.ts';

const text = (label: string): { fr: string; en: string } => ({ fr: label, en: label });

/** A caisse of a frame made by hand. */
export function caisse(slug: string, leadType: LeadType = 'association', startedOn?: string): Initiative {
  return {
    slug,
    name: slug,
    kind: 'caisse',
    status: 'active',
    provenance: 'synthetic',
    places: [{ departement: '69', region: '84', longitude: 4.8, latitude: 45.7, precision: 'commune', role: 'seat' }],
    territory: 'Ici',
    leadType,
    sources: [],
    ...(startedOn ? { startedOn } : {})
  };
}

/** `count` caisses named `c01`, `c02`, … */
export function frameOf(count: number, lead: (index: number) => LeadType = () => 'association'): Initiative[] {
  return Array.from({ length: count }, (_, index) => caisse(`c${String(index + 1).padStart(2, '0')}`, lead(index)));
}

export function question(code: string, type: Question['type'], more: Partial<Question> & { codes?: string[] } = {}): Question {
  const { codes, ...rest } = more;
  return { code, type, label: text(`${code} ?`), level: 'open', ...(codes ? { options: codes.map((option) => ({ code: option, label: text(option) })) } : {}), ...rest };
}

export function codebookOf(questions: Question[]): Codebook {
  return {
    wave: '2025',
    title: text('2025'),
    openedOn: '2025-06-01',
    closedOn: '2025-07-01',
    frame: { kinds: ['caisse'], statement: text('all') },
    provenance: 'synthetic',
    questions
  };
}

export function indicatorOf(id: string, measure: Indicator['measure'], more: Partial<Indicator> = {}): Indicator {
  return {
    id,
    question: id,
    measure,
    unit: 'none',
    base: 'answered',
    bases: ['answered', 'respondents', 'population'],
    breakdowns: [],
    title: text(id),
    verb: { fr: 'déclarent', en: 'report' },
    caveats: [],
    page: 'objectifs',
    order: 1,
    ...more
  };
}

/** The response of the caisse of that slug. */
export function respond(initiative: string, answers: Record<string, Answer>, row = 1): Response {
  return { initiative, wave: '2025', row, answers };
}

export const ticks = (...options: string[]): Answer => ({ state: 'answered', type: 'multiple', options });
export const one = (option: string): Answer => ({ state: 'answered', type: 'single', option });
export const num = (number: number): Answer => ({ state: 'answered', type: 'number', number });
export const nums = (numbers: Record<string, number>): Answer => ({ state: 'answered', type: 'numbers', numbers });
