import { columnLetter } from '../forms/column-letter.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** One decision before and after, as the server keeps it. */
export type Change = { section: string; key: string; before: string | null; after: string | null };

const VALUES: Record<string, (() => string) | undefined> = {
  ignore: m.intake_value_ignore,
  exclude: m.intake_value_exclude,
  include: m.intake_value_include,
  not_in_frame: m.intake_value_not_in_frame,
  duplicate: m.intake_value_duplicate
};

const value = (text: string | null, none: () => string): string => (text === null ? none() : text === '' ? m.intake_blank() : (VALUES[text]?.() ?? text));

function cell(key: string): string {
  const [row, column] = key.split(':');
  return `${columnLetter(Number(column))}${row}`;
}

function pair(key: string): string {
  const [question, seen] = JSON.parse(key) as string[];
  return `${seen} (${question})`;
}

/** A decision in words: "Column “Budget”: proposal → annual_budget". */
export function decisionSentence({ section, key, before, after }: Change): string {
  const known = { key, before: value(before, m.intake_value_none), after: value(after, m.intake_value_none) };
  if (section === 'questions') return m.intake_change_questions(known);
  if (section === 'options') return m.intake_change_options({ ...known, key: pair(key) });
  if (section === 'matches') return m.intake_change_matches(known);
  if (section === 'rows') return m.intake_change_rows(known);
  if (section === 'asks') return m.intake_change_asks(known);
  if (section === 'acknowledged') return after === null ? m.intake_change_unacknowledged({ key }) : m.intake_change_acknowledged({ key });
  if (section === 'corrections') return m.intake_change_corrections({ key: cell(key), before: value(before, m.intake_value_original), after: value(after, m.intake_value_original) });
  if (section === 'sheet') return m.intake_change_sheet(known);
  return m.intake_change_headerRows(known);
}
