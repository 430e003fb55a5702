import * as v from 'valibot';
import { BASE_KINDS, BREAKDOWNS, MEASURES, PAGES } from '#lib/domain/indicators/definition.ts';
import { UNITS } from '#lib/domain/questionnaire/codebook.ts';

const optional = v.pipe(v.string(), v.maxLength(300, 'long'));
const sentence = v.pipe(v.string(), v.nonEmpty('missing'), v.maxLength(300, 'long'));
const lines = v.pipe(v.string(), v.maxLength(4000, 'long'));

/** The form of an indicator, field by field; `check.ts` sets the fields against each other and against the question. */
export const indicatorSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{1,59}$/, 'code')),
  question: v.pipe(v.string(), v.nonEmpty('missing')),
  measure: v.picklist(MEASURES, 'choice'),
  unit: v.picklist(UNITS, 'choice'),
  period_fr: optional,
  period_en: optional,
  base: v.picklist(BASE_KINDS, 'choice'),
  bases: v.pipe(v.array(v.picklist(BASE_KINDS, 'choice')), v.minLength(1, 'missing')),
  breakdowns: v.array(v.picklist(BREAKDOWNS, 'choice')),
  classes: lines,
  weight_by: optional,
  title_fr: sentence,
  title_en: sentence,
  verb_fr: sentence,
  verb_en: sentence,
  verb_singular_fr: optional,
  verb_singular_en: optional,
  caveats_fr: lines,
  caveats_en: lines,
  page: v.picklist(PAGES, 'choice'),
  order: v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/, 'number'), v.transform(Number))
});

export type ReadIndicator = v.InferOutput<typeof indicatorSchema>;
