import { m } from '#lib/i18n/generated/messages.js';

const NAMES: Record<string, (() => string) | undefined> = {
  no_answer: m.editor_missing_no_answer,
  dont_know: m.editor_missing_dont_know,
  not_asked: m.editor_missing_not_asked,
  not_applicable: m.editor_missing_not_applicable,
  unreadable: m.intake_missing_unreadable
};

/** Why a value is missing, in words. */
export function missingName(reason: string): string {
  return NAMES[reason]?.() ?? reason;
}

const ROWS: Record<string, (() => string) | undefined> = {
  title: m.intake_row_title,
  header: m.intake_row_header,
  blank: m.intake_row_blank,
  total: m.intake_row_total,
  note: m.intake_row_note,
  stray: m.intake_row_stray,
  partial: m.intake_row_partial,
  duplicate: m.intake_row_duplicate,
  test: m.intake_row_test,
  not_in_frame: m.intake_row_not_in_frame,
  excluded: m.intake_row_excluded
};

/** What a row is when it is no response, in a word. */
export function rowName(status: string): string {
  return ROWS[status]?.() ?? status;
}
