import type { Indicator } from '#lib/domain/indicators/definition.ts';
import { writeClasses } from './classes.ts';

/** Names of the fields of an indicator's form that hold one text each. */
export const TEXT_FIELDS = [
  'id', 'question', 'measure', 'unit', 'period_fr', 'period_en', 'base', 'classes', 'weight_by', 'title_fr', 'title_en',
  'verb_fr', 'verb_en', 'verb_singular_fr', 'verb_singular_en', 'caveats_fr', 'caveats_en', 'page', 'order'
] as const;
type TextField = (typeof TEXT_FIELDS)[number];

/** An indicator as its form shows it. */
export type IndicatorFields = Record<TextField, string> & { bases: string[]; breakdowns: string[] };

/** What a form was sent with, trimmed, line ends as `\n`. */
export function readFields(form: FormData): IndicatorFields {
  const one = (name: string): string => String(form.get(name) ?? '').replace(/\r\n/g, '\n').trim();
  const many = (name: string): string[] => form.getAll(name).map(String);
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, one(name)])) as Record<TextField, string>;
  return { ...texts, bases: many('bases'), breakdowns: many('breakdowns') };
}

/** The fields that show an indicator. */
export function fieldsOf(indicator: Indicator): IndicatorFields {
  const { id, question, measure, unit, period, base, bases, breakdowns, classes, weightBy, title, verb, verbSingular, caveats, page, order } = indicator;
  return {
    id, question, measure, unit, base, bases, breakdowns, page,
    order: String(order),
    period_fr: period?.fr ?? '',
    period_en: period?.en ?? '',
    classes: writeClasses(classes),
    weight_by: weightBy ?? '',
    title_fr: title.fr,
    title_en: title.en,
    verb_fr: verb.fr,
    verb_en: verb.en,
    verb_singular_fr: verbSingular?.fr ?? '',
    verb_singular_en: verbSingular?.en ?? '',
    caveats_fr: caveats.map(({ fr }) => fr).join('\n'),
    caveats_en: caveats.map(({ en }) => en).join('\n')
  };
}
