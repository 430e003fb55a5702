import type { Initiative } from '../census/initiative.ts';
import type { Text } from '../language.ts';
import { PUBLICATION_LEVELS, type Codebook, type PublicationLevel, type Question } from '../questionnaire/codebook.ts';
import type { Response } from '../waves/response.ts';
import { contribution, wasAsked, type Contribution } from './answers.ts';
import { markUnprotected, type ComputedGroup, type ComputedTable } from './computed.ts';
import type { Breakdown, Indicator } from './definition.ts';
import { tableId } from './publishable.ts';
import { UNKNOWN } from './trait-values.ts';
import type { Traits } from './traits.ts';
import { weightingOf } from './weighting.ts';

export type ComputeInput = {
  indicator: Indicator;
  breakdown: Breakdown | null;
  codebook: Codebook;
  /** Responses of the codebook's wave, at most one per initiative, all in the frame. */
  responses: Response[];
  /** Initiatives of the census that were asked. */
  frame: Initiative[];
  traits: Traits;
};

const EVERYBODY: Text = { fr: 'Ensemble', en: 'All' };

/**
 * One indicator × one breakdown × one wave, exact and unprotected. The order of responses changes nothing.
 * @throws Error when the question or an option is unknown, a response is outside the frame, or an initiative answers twice.
 */
export function computeTable({ indicator, breakdown, codebook, responses, frame, traits }: ComputeInput): ComputedTable {
  const question = codebook.questions.find((each) => each.code === indicator.question);
  if (!question) throw new Error(`Wave ${codebook.wave} has no question ${indicator.question}`);
  const bySlug = index(responses, frame);
  const inputs: Inputs = { indicator, question, codebook, bySlug, frame: frame.map(({ slug }) => slug).sort() };
  const groups = [group(inputs, null, EVERYBODY, inputs.frame, true)];
  if (breakdown !== null) groups.push(...crossed(inputs, traits[breakdown]));
  const weighting = breakdown === null ? weightingOf(traits, inputs.frame, groups[0]?.respondents ?? []) : undefined;
  return markUnprotected({
    id: tableId(codebook.wave, indicator.id, breakdown),
    wave: codebook.wave,
    indicator,
    breakdown,
    question,
    level: strictest(codebook, [question.code, indicator.weightBy, breakdown ? traits[breakdown].question : undefined]),
    multiple: indicator.measure === 'distribution' && question.type === 'multiple',
    filtered: question.askedIf !== undefined,
    ...(question.askedIf ? { filterLevel: strictest(codebook, [question.askedIf.question]) } : {}),
    provenance: codebook.provenance,
    ...(weighting ? { weighting } : {}),
    groups
  });
}

type Inputs = { indicator: Indicator; question: Question; codebook: Codebook; bySlug: Map<string, Response>; frame: string[] };

function index(responses: Response[], frame: Initiative[]): Map<string, Response> {
  const asked = new Set(frame.map(({ slug }) => slug));
  const bySlug = new Map<string, Response>();
  for (const response of responses) {
    if (!asked.has(response.initiative)) throw new Error(`Response of row ${response.row}: ${response.initiative} is not in the frame`);
    if (bySlug.has(response.initiative)) throw new Error(`Initiative ${response.initiative} answers twice`);
    bySlug.set(response.initiative, response);
  }
  return bySlug;
}

function crossed(inputs: Inputs, trait: Traits[Breakdown]): ComputedGroup[] {
  const complete = inputs.frame.every((slug) => trait.of.has(slug));
  const groups = [...trait.values, UNKNOWN].map(({ code, label }) => {
    const members = inputs.frame.filter((slug) => (trait.of.get(slug) ?? UNKNOWN.code) === code);
    return { members, made: group(inputs, code, label, members, complete) };
  });
  // Silent caisses of unknown trait are no group of their own unless somebody of them answered.
  return groups.filter(({ members, made }) => (complete ? members.length > 0 : made.respondents.length > 0)).map(({ made }) => made);
}

function group(inputs: Inputs, code: string | null, label: Text, members: string[], complete: boolean): ComputedGroup {
  const { indicator, question, bySlug } = inputs;
  const respondents = members.filter((slug) => bySlug.has(slug));
  const response = (slug: string): Response => bySlug.get(slug) as Response;
  const brought = new Map<string, Contribution>();
  for (const slug of respondents) {
    const found = contribution(response(slug), question, indicator);
    if (found) brought.set(slug, found);
  }
  const answered = [...brought.keys()];
  const rows = rowsOf(indicator, question).map((row) => ({
    ...row,
    contributors: answered.filter((slug) => brought.get(slug)?.rows.includes(row.code)),
    ...valuesOf(answered, (slug) => brought.get(slug)?.values?.[row.code], indicator)
  }));
  const multiple = indicator.measure === 'distribution' && question.type === 'multiple';
  return {
    code,
    label,
    population: complete ? members : undefined,
    respondents,
    asked: respondents.filter((slug) => wasAsked(response(slug), question)),
    answered,
    ...(multiple ? { mentions: rows.reduce((sum, row) => sum + row.contributors.length, 0) } : {}),
    rows,
    ...(indicator.measure === 'quantiles' ? { values: mapOf(answered, (slug) => brought.get(slug)?.number) } : {}),
    ...(indicator.measure === 'mix' ? { wholes: mapOf(answered, (slug) => euros(response(slug), indicator)) } : {})
  };
}

function rowsOf(indicator: Indicator, question: Question): { code: string; label: Text }[] {
  if (indicator.measure === 'quantiles') return [];
  const lines = indicator.measure === 'classes' ? indicator.classes : question.options;
  return (lines ?? []).map(({ code, label }) => ({ code, label }));
}

function valuesOf(slugs: string[], value: (slug: string) => number | undefined, { measure }: Indicator): { values?: ReadonlyMap<string, number> } {
  return measure === 'mix' || measure === 'amounts_by_item' ? { values: mapOf(slugs, value) } : {};
}

function mapOf(slugs: string[], value: (slug: string) => number | undefined): Map<string, number> {
  const map = new Map<string, number>();
  for (const slug of slugs) {
    const found = value(slug);
    if (found !== undefined) map.set(slug, found);
  }
  return map;
}

/** The euros a mix is of, when the respondent gave them. */
function euros(response: Response, { weightBy }: Indicator): number | undefined {
  const answer = weightBy === undefined ? undefined : response.answers[weightBy];
  return answer?.state === 'answered' && answer.type === 'number' ? answer.number : undefined;
}

function strictest(codebook: Codebook, codes: (string | undefined)[]): PublicationLevel {
  const levels = codes.map((code) => codebook.questions.find((each) => each.code === code)?.level ?? 'open');
  return levels.reduce((a, b) => (PUBLICATION_LEVELS.indexOf(a) >= PUBLICATION_LEVELS.indexOf(b) ? a : b), 'open');
}
