import type { BaseKind, Measure } from '#lib/domain/indicators/definition.ts';
import type { IntroPage } from '#lib/domain/indicators/bound-text/intro-pages.ts';
import type { TextProblem } from '#lib/domain/indicators/bound-text/index.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** What is computed, in words. */
export function measureName(measure: Measure): string {
  return { distribution: m.desk_measure_distribution, classes: m.desk_measure_classes, quantiles: m.desk_measure_quantiles, mix: m.desk_measure_mix, amounts_by_item: m.desk_measure_amounts_by_item }[measure]();
}

/** Of whom a percentage is, in words. */
export function baseName(base: BaseKind): string {
  return { answered: m.desk_base_answered, respondents: m.desk_base_respondents, population: m.desk_base_population, mentions: m.desk_base_mentions }[base]();
}

/** A public page that editors can introduce, in words. */
export function pageName(page: IntroPage): string {
  return { panorama: m.desk_page_panorama, objectifs: m.desk_page_objectifs, fonctionnement: m.desk_page_fonctionnement, financements: m.desk_page_financements, methode: m.desk_page_methode }[page]();
}

/** What to do about a problem of a text. */
export function wayOut(code: TextProblem['code']): string {
  return {
    unreadable: m.desk_way_unreadable,
    unknown: m.desk_way_unknown,
    hidden: m.desk_way_hidden,
    stale: m.desk_way_stale,
    impossible: m.desk_way_impossible,
    exceeds: m.desk_way_exceeds,
    mismatch: m.desk_way_mismatch,
    unbound: m.desk_way_unbound
  }[code]();
}

const PROBLEMS: Record<string, () => string> = {
  missing: m.desk_p_missing, long: m.desk_p_long, code: m.desk_p_code, choice: m.desk_p_choice, number: m.desk_p_number, taken: m.desk_p_taken,
  question: m.desk_p_question, measure: m.desk_p_measure, cut_again: m.desk_p_cut_again, unit: m.desk_p_unit, period: m.desk_p_period,
  base: m.desk_p_base, bases: m.desk_p_bases, itself: m.desk_p_itself, shape: m.desk_p_shape, cover: m.desk_p_cover, weight: m.desk_p_weight,
  both: m.desk_p_both, caveats: m.desk_p_caveats, compute: m.desk_p_compute, discloses: m.desk_p_discloses
};

/** What is wrong with a field of an indicator's form. */
export function fieldProblem(code: string): string {
  return (PROBLEMS[code] ?? m.desk_p_choice)();
}
