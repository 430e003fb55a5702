import * as v from 'valibot';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import { TRAIT_QUESTIONS } from '#lib/domain/indicators/traits.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { readClasses } from './classes.ts';
import type { IndicatorFields } from './fields.ts';
import { isPublishable, measuresOf, publishableQuestions, unitsOf } from './questions.ts';
import { indicatorSchema, type ReadIndicator } from './schema.ts';

/** What is wrong with a field, and the field. Sentences are in `problem-words.ts`. */
export type FieldProblem = { field: keyof IndicatorFields; code: ProblemCode };
export type ProblemCode =
  | 'missing' | 'long' | 'code' | 'choice' | 'number' | 'taken' | 'question' | 'measure' | 'cut_again' | 'unit' | 'period' | 'base' | 'bases'
  | 'itself' | 'shape' | 'cover' | 'weight' | 'both' | 'caveats' | 'compute' | 'discloses';

/** What a definition is set against. `own`: the identifier that is being changed; codebooks newest first. */
export type Surroundings = { codebooks: Codebook[]; indicators: Indicator[]; own?: string };

export type Checked = { indicator: Indicator; problems: [] } | { indicator?: undefined; problems: FieldProblem[] };

/** Reads an indicator from its form. Every problem is told at once, each with the name of its field. */
export function checkIndicator(fields: IndicatorFields, around: Surroundings): Checked {
  const read = v.safeParse(indicatorSchema, fields);
  if (!read.success) {
    const nested = v.flatten<typeof indicatorSchema>(read.issues).nested ?? {};
    const problems = Object.entries(nested).map(([path, codes]) => ({ field: path.split('.')[0], code: codes?.[0] ?? 'missing' }) as FieldProblem);
    return { problems: problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index) };
  }
  const problems = problemsOf(read.output, around);
  return problems.length > 0 ? { problems } : { indicator: indicatorOf(read.output), problems: [] };
}

function problemsOf(read: ReadIndicator, { codebooks, indicators, own }: Surroundings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const tell = (field: FieldProblem['field'], code: ProblemCode): void => void problems.push({ field, code });
  const asked = publishableQuestions(codebooks).find(({ question }) => question.code === read.question);
  if (!asked) return [{ field: 'question', code: 'question' }];
  const { question } = asked;
  if (own === undefined && indicators.some(({ id }) => id === read.id)) tell('id', 'taken');
  if (!measuresOf(question).includes(read.measure)) tell('measure', 'measure');
  // Two ways to cut the same confidential numbers into classes: subtracting one from the other isolates a single caisse.
  else if (read.measure === 'classes' && question.level === 'confidential' && indicators.some((other) => other.id !== read.id && !other.retired && other.question === read.question && other.measure === 'classes')) tell('measure', 'cut_again');
  if (!unitsOf(read.measure).includes(read.unit)) tell('unit', 'unit');
  if (read.unit.startsWith('eur') && !read.period_fr && !read.period_en) tell('period_fr', 'period');
  for (const name of ['period', 'verb_singular'] as const) {
    if (Boolean(read[`${name}_fr`]) !== Boolean(read[`${name}_en`])) tell(read[`${name}_fr`] ? `${name}_en` : `${name}_fr`, 'both');
  }
  const counted = ['distribution', 'classes', 'amounts_by_item'].includes(read.measure);
  if (!counted ? read.bases.some((base) => base !== 'answered') : read.bases.includes('mentions') && question.type !== 'multiple') tell('bases', 'bases');
  if (!read.bases.includes(read.base)) tell('base', 'base');
  if (read.breakdowns.some((breakdown) => TRAIT_QUESTIONS[breakdown] === read.question)) tell('breakdowns', 'itself');
  if (read.measure === 'classes') {
    const classes = readClasses(read.classes);
    if (typeof classes === 'string') tell('classes', classes);
  }
  if (read.measure === 'mix' && read.weight_by && !weightsOf(codebooks).includes(read.weight_by)) tell('weight_by', 'weight');
  if (linesOf(read.caveats_fr).length !== linesOf(read.caveats_en).length) tell('caveats_en', 'caveats');
  return problems;
}

/** Questions whose euros can weigh a mix. */
export function weightsOf(codebooks: Codebook[]): string[] {
  return publishableQuestions(codebooks).filter(({ question }) => isPublishable(question) && question.type === 'number' && question.unit?.startsWith('eur')).map(({ question }) => question.code);
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean);
}

function indicatorOf(read: ReadIndicator): Indicator {
  const { id, question, measure, unit, base, bases, breakdowns, page, order } = read;
  const english = linesOf(read.caveats_en);
  const classes = measure === 'classes' ? readClasses(read.classes) : undefined;
  return {
    id, question, measure, unit, base, bases, breakdowns,
    ...(read.period_fr ? { period: { fr: read.period_fr, en: read.period_en } } : {}),
    ...(Array.isArray(classes) ? { classes } : {}),
    ...(measure === 'mix' && read.weight_by ? { weightBy: read.weight_by } : {}),
    title: { fr: read.title_fr, en: read.title_en },
    verb: { fr: read.verb_fr, en: read.verb_en },
    ...(read.verb_singular_fr ? { verbSingular: { fr: read.verb_singular_fr, en: read.verb_singular_en } } : {}),
    caveats: linesOf(read.caveats_fr).map((fr, index) => ({ fr, en: english[index] ?? fr })),
    page,
    order
  };
}
