import type { Unit } from '#lib/domain/questionnaire/codebook.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** How a question continues one of an earlier wave, in words; `reworded_no` is not comparable. */
export function relationName(relation: 'same' | 'reworded_yes' | 'reworded_no' | 'split' | 'merged'): string {
  return { same: m.intake_relation_same, reworded_yes: m.intake_relation_reworded_yes, reworded_no: m.intake_relation_reworded_no, split: m.intake_relation_split, merged: m.intake_relation_merged }[relation]();
}

/** A unit with its period, in words. */
export function unitName(unit: Unit): string {
  return {
    people: m.intake_unit_people,
    eur_per_year: m.intake_unit_eur_per_year,
    eur_since_creation: m.intake_unit_eur_since_creation,
    percent: m.intake_unit_percent,
    full_time_equivalents: m.intake_unit_fte,
    none: m.intake_unit_none
  }[unit]();
}
