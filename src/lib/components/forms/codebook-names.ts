import type { PublicationLevel, QuestionType } from '#lib/domain/questionnaire/codebook.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** How a question is answered, in words. */
export function questionTypeName(type: QuestionType): string {
  return {
    single: m.editor_type_single,
    multiple: m.editor_type_multiple,
    number: m.editor_type_number,
    numbers: m.editor_type_numbers,
    grid: m.editor_type_grid,
    date: m.editor_type_date,
    text: m.editor_type_text
  }[type]();
}

/** Who may see what a question holds, in words. */
export function levelName(level: PublicationLevel): string {
  return { open: m.editor_level_open, confidential: m.editor_level_confidential, internal: m.editor_level_internal, identifying: m.editor_level_identifying }[level]();
}
