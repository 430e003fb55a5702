import type { Initiative } from '../census/initiative.ts';
import type { Codebook, Question } from '../questionnaire/codebook.ts';
import type { Response } from '../waves/response.ts';
import type { Breakdown } from './definition.ts';
import { inClass } from './number-class.ts';
import { LEAD_TYPE_LABELS, PROVENANCES, REGIONS, SIZE_CLASSES, START_PERIODS, type TraitValue } from './trait-values.ts';

/** One trait of the initiatives of a frame. */
export type Trait = {
  /** Values in the order they are shown. */
  values: TraitValue[];
  /** Slug → code of its value; an initiative of which it is not known is absent. */
  of: ReadonlyMap<string, string>;
  /** Question that the trait is read from, wholly or in part: its publication level also binds what is crossed with it. */
  question?: string;
};

export type Traits = Record<Breakdown, Trait>;

/** Questions that traits are read from. */
export const TRAIT_QUESTIONS: Partial<Record<Breakdown, string>> = {
  lead_type: 'lead_type',
  size_class: 'participants',
  territory_type: 'territory_type'
};

/**
 * Every trait of every initiative of a frame. The answer comes first, then the census, which also knows the silent ones;
 * size and territory type are known from answers only. A start that is too vague for its period (`2024`) is not known.
 */
export function deriveTraits({ frame, responses, codebook }: { frame: Initiative[]; responses: Response[]; codebook: Codebook }): Traits {
  const answers = new Map(responses.map((response) => [response.initiative, response.answers]));
  // An internal answer may not even classify what is published.
  const usable = (code: string): Question | undefined =>
    codebook.questions.find((question) => question.code === code && (question.level === 'open' || question.level === 'confidential'));
  const options = (code: string): TraitValue[] =>
    (usable(code)?.options ?? []).filter((option) => !option.dontKnow).map(({ code: value, label }) => ({ code: value, label }));
  const chosen = (slug: string, code: string): string | undefined => {
    const answer = usable(code) && answers.get(slug)?.[code];
    return answer?.state === 'answered' && answer.type === 'single' ? answer.option : undefined;
  };
  const size = (slug: string): string | undefined => {
    const answer = usable('participants') && answers.get(slug)?.participants;
    if (answer?.state !== 'answered' || answer.type !== 'number') return undefined;
    return SIZE_CLASSES.find((each) => inClass(answer.number, each))?.code;
  };
  const trait = (values: TraitValue[], read: (initiative: Initiative) => string | undefined, question?: string): Trait => {
    const known = new Set(values.map((value) => value.code));
    const of = new Map<string, string>();
    for (const initiative of frame) {
      const value = read(initiative);
      if (value !== undefined && known.has(value)) of.set(initiative.slug, value);
    }
    return { values, of, ...(question ? { question } : {}) };
  };
  const leads = options('lead_type');
  const census = Object.entries(LEAD_TYPE_LABELS).map(([code, label]) => ({ code, label }));
  const leadValues = [...leads, ...census.filter((value) => !leads.some((lead) => lead.code === value.code))];
  return {
    lead_type: trait(leadValues, ({ slug, leadType }) => chosen(slug, 'lead_type') ?? leadType, leads.length > 0 ? 'lead_type' : undefined),
    size_class: trait(SIZE_CLASSES, ({ slug }) => size(slug), 'participants'),
    territory_type: trait(options('territory_type'), ({ slug }) => chosen(slug, 'territory_type'), 'territory_type'),
    start_period: trait(START_PERIODS, ({ startedOn }) => startPeriod(startedOn)),
    region: trait(
      Object.entries(REGIONS).map(([code, name]) => ({ code, label: { fr: name, en: name } })).sort((a, b) => a.label.fr.localeCompare(b.label.fr, 'fr')),
      ({ places }) => (places.find((place) => place.role === 'seat') ?? places[0])?.region
    ),
    provenance: trait(PROVENANCES, ({ provenance }) => provenance)
  };
}

/** The period in which a date known to the year, month or day falls; undefined when it could fall in two. */
export function startPeriod(startedOn: string | undefined): string | undefined {
  const found = startedOn && /^(\d{4})(?:-(\d{2}))?/.exec(startedOn);
  if (!found) return undefined;
  const [first, last] = found[2] ? [found[2], found[2]] : ['01', '12'];
  return START_PERIODS.find((period) => period.from <= `${found[1]}-${first}` && `${found[1]}-${last}` <= period.to)?.code;
}
