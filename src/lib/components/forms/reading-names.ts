import { m } from '#lib/i18n/generated/messages.js';

type Names = Record<string, (() => string) | undefined>;

const named = (names: Names) => (code: string): string => names[code]?.() ?? code;

/** Why a row is not a response, in words that follow a number ("2 lignes vides"). */
export const ignoredRowName = named({
  title: m.editor_ignored_title,
  header: m.editor_ignored_header,
  blank: m.editor_ignored_blank,
  total: m.editor_ignored_total,
  note: m.editor_ignored_note,
  stray: m.editor_ignored_stray,
  partial: m.editor_ignored_partial,
  duplicate: m.editor_ignored_duplicate,
  test: m.editor_ignored_test,
  not_in_frame: m.editor_ignored_not_in_frame,
  excluded: m.editor_ignored_excluded
});

const cellNames = named({
  metadata: m.editor_cells_metadata,
  ignored_question: m.editor_cells_ignored_question,
  ignored_column: m.editor_cells_ignored_question,
  unmapped_column: m.editor_cells_unmapped,
  no_heading: m.intake_cells_no_heading,
  summary: m.editor_cells_summary,
  comment: m.editor_cells_comment,
  empty: m.editor_ignored_blank
});

/** Why cells are not imported: their row's reason, or their column's. */
export function ignoredCellsName(reason: string): string {
  const row = ignoredRowName(reason);
  return row === reason ? cellNames(reason) : m.editor_cells_in_rows({ rows: row });
}

/** What an editor may answer to a question about the file. */
export const choiceName = named({
  accept: m.editor_choice_accept,
  export_again: m.editor_choice_export_again,
  correct_file: m.editor_choice_correct_file,
  include: m.editor_choice_include,
  exclude: m.editor_choice_exclude,
  two_questions: m.editor_choice_two_questions,
  ignore: m.editor_map_ignore,
  correct: m.editor_choice_correct,
  no_answer: m.editor_missing_no_answer,
  dont_know: m.editor_missing_dont_know,
  not_asked: m.editor_missing_not_asked,
  text: m.editor_choice_text,
  fraction: m.editor_choice_fraction,
  percent: m.editor_choice_percent,
  thousands: m.editor_choice_thousands,
  decimal: m.editor_choice_decimal,
  number: m.editor_choice_number,
  day_first: m.editor_choice_day_first,
  month_first: m.editor_choice_month_first,
  year_first: m.editor_choice_year_first,
  other_text: m.editor_choice_other_text,
  option: m.editor_choice_option,
  one_option: m.editor_choice_one_option,
  several_options: m.editor_choice_several_options,
  columns: m.editor_choice_columns,
  summary: m.editor_choice_summary
});

/** Why a question of the file was taken for one of the codebook. */
export const mappingReason = named({
  decision: m.editor_reason_decision,
  tool_code: m.editor_reason_tool_code,
  same_label: m.editor_reason_same_label,
  alias: m.editor_reason_alias,
  similar_label: m.editor_reason_similar_label,
  none: m.editor_reason_none
});

/** Why a respondent was taken for an initiative. */
export const matchReason = named({
  same_token: m.editor_reason_same_token,
  same_siret: m.editor_reason_same_siret,
  same_email: m.editor_reason_same_email,
  same_email_domain: m.editor_reason_same_email_domain,
  same_name_before: m.editor_reason_same_name_before,
  same_name: m.editor_reason_same_name,
  same_acronym: m.editor_reason_same_acronym,
  similar_name: m.editor_reason_similar_name,
  same_commune: m.editor_reason_same_commune,
  other_commune: m.editor_reason_other_commune
});

/** What becomes of a response. */
export const outcomeName = named({
  matched: m.editor_outcome_matched,
  duplicate: m.editor_outcome_duplicate,
  not_in_frame: m.editor_outcome_not_in_frame,
  new: m.editor_outcome_new,
  uncertain: m.editor_outcome_uncertain
});

/** The tool a file comes from; a table that no tool signs is said to be a spreadsheet. */
export const toolName = ({ name }: { name: string }): string => (name.includes('plain spreadsheet') ? m.intake_tool_plain() : name);

/** What kind of file it is, with how its text is written. */
export function containerName({ container, encoding, delimiter }: { container: string; encoding?: string; delimiter?: string }): string {
  if (container !== 'text') return container.toUpperCase();
  const separators: Names = { ';': m.editor_delimiter_semicolon, ',': m.editor_delimiter_comma, '\t': m.editor_delimiter_tab };
  return ['CSV', encoding === 'UTF-8 with BOM' ? m.intake_encoding_marked() : encoding, delimiter ? named(separators)(delimiter) : undefined].filter(Boolean).join(', ');
}
