import type { FindingLevel } from '../../domain/waves/finding.ts';
import type { Ask, Decisions, Reading } from '../types.ts';
import { askKey, type Collector } from './collector.ts';

/** Level of what the file left open, once a codebook says which columns matter. */
const LEVELS: Record<string, FindingLevel> = {
  file_cut: 'blocking', open_quote: 'blocking', encoded_twice: 'blocking', header_rows: 'blocking', no_response: 'blocking',
  sheet: 'acknowledge', hidden_columns: 'acknowledge', repeats_flattened: 'information', repeated_table: 'blocking', tables_left_out: 'acknowledge', stray_cells: 'acknowledge', formula_without_value: 'acknowledge', partial_response: 'acknowledge',
  duplicate_response: 'acknowledge', test_response: 'acknowledge', summary_differs: 'acknowledge', ranked_options: 'acknowledge',
  percent_or_fraction: 'blocking', us_separators: 'blocking', thousands_or_decimal: 'blocking', approximate_number: 'acknowledge',
  missing_code: 'acknowledge', date_order: 'blocking', date_system: 'blocking'
};
/** Asks about values only matter for a column that the codebook reads as that. */
const ABOUT_NUMBERS = new Set(['percent_or_fraction', 'us_separators', 'thousands_or_decimal', 'approximate_number', 'missing_code']);
const ABOUT_DATES = new Set(['date_order', 'date_system']);

/** Turns the open asks of a reading into findings; those that a decision settles are left out. */
export function reportAsks(reading: Reading, decisions: Decisions, kinds: Map<number, 'number' | 'date' | 'other'>, collector: Collector): void {
  for (const ask of reading.asks) {
    const level = LEVELS[ask.code];
    if (level === undefined || settled(ask, decisions)) continue;
    const kind = ask.where.column === undefined ? undefined : kinds.get(ask.where.column);
    if (ABOUT_NUMBERS.has(ask.code) && kind !== 'number') continue;
    if (ABOUT_DATES.has(ask.code) && kind !== 'date') continue;
    const { row, column } = ask.where;
    const seen = ask.details?.['seen'];
    collector.add(ask.code, level, { ...(row !== undefined ? { row } : {}), ...(column !== undefined ? { column } : {}) }, seen === undefined ? undefined : String(seen), { ...ask.details, choices: ask.choices.join(', '), key: askKey(ask) });
  }
}

function settled(ask: Ask, decisions: Decisions): boolean {
  if (decisions.asks?.[askKey(ask)] !== undefined) return true;
  if (ask.where.row !== undefined && decisions.rows?.[ask.where.row] !== undefined && ask.where.column !== undefined && ask.code.endsWith('_response')) return true;
  if (ask.code === 'sheet') return decisions.sheet !== undefined;
  return ask.code === 'header_rows' && decisions.headerRows !== undefined;
}
