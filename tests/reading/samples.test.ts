import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/lib/reading/read.ts';
import { readDate } from '../../src/lib/reading/values/dates.ts';
import { missingWord } from '../../src/lib/reading/values/missing-words.ts';
import { readNumber } from '../../src/lib/reading/values/numbers.ts';
import type { Reading } from '../../src/lib/reading/types.ts';
import { closes, counts, fixture, question } from './fixtures.ts';
import expected from '../fixtures/reading/expected.json' with { type: 'json' };

const truth = expected._truth_constructed.questions;

/** One row per file: what `expected.json` says in words, checked on the reading. */
type Row = {
  file: keyof typeof expected;
  tool: string;
  encoding?: string;
  delimiter?: string;
  newline?: string;
  headerRows: number[];
  columns: number;
  responses: number;
  metadata: number;
  ignored?: Record<string, number>;
  asks?: string[];
  check?: (reading: Reading) => void;
};


const ROWS: Row[] = [
  {
    file: 'ls_code_short_2018.csv', tool: 'LimeSurvey', encoding: 'UTF-8 with BOM', delimiter: ';', newline: 'CRLF', headerRows: [1], columns: 79, responses: 1, metadata: 5, ignored: { header: 1, blank: 1 },
    check(reading) {
      expect(reading.columns.filter(({ role }) => role === 'metadata').map(({ headers }) => headers[0])).toEqual(expected['ls_code_short_2018.csv'].metadata);
      expect(reading.questions).toHaveLength(14);
      expect(reading.questions.filter(({ type }) => type === 'grid').map(({ id, items }) => [id, items.length])).toEqual(Array.from({ length: 10 }, (_, i) => [`q${i + 1}`, 7]));
      expect(reading.questions.filter(({ type }) => type === 'single')).toHaveLength(4);
    }
  },
  {
    file: 'ls_structure_other.lss', tool: 'LimeSurvey', headerRows: [], columns: 0, responses: 0, metadata: 0,
    check(reading) {
      expect(reading.kind).toBe('structure');
      expect(reading.structure?.surveyId).toBe('772267');
      expect(reading.questions.map(({ code, type }) => [code, type])).toEqual([['cob', 'text'], ['yob', 'number'], ['fcol', 'single']]);
      const fcol = question(reading, 'fcol');
      expect(fcol.options.map(({ code, label }) => [code, label])).toEqual([['1', 'Red'], ['2', 'Green'], ['3', 'Blue'], ['4', 'Yellow'], ['5', 'Orange'], ['-oth-', 'Autre']]);
      expect(fcol.otherHeader).toBe('fcol[other]');
    }
  },
  {
    file: 'ona_transportation.csv', tool: 'Ona', encoding: 'UTF-8', delimiter: ',', newline: 'LF', headerRows: [1], columns: 31, responses: 1, metadata: 11,
    check(reading) {
      const types = question(reading, 'transport/available_transportation_types_to_referral_facility');
      expect([types.type, types.options.length, types.answered, types.none, types.notAsked]).toEqual(['multiple', 10, 1, 1, 0]);
      expect(types.options.every(({ count }) => count === 0)).toBe(true);
      expect(types.otherColumns).toEqual([11]);
      expect(types.otherTexts).toEqual([]);
      const loop = question(reading, 'transport/loop_over_transport_types_frequency/bus/frequency_to_referral_facility');
      expect([loop.answered, loop.notAsked]).toEqual([0, 1]);
    }
  },
  {
    file: 'odk_central_split.csv', tool: 'ODK Central', encoding: 'UTF-8', delimiter: ',', headerRows: [1], columns: 20, responses: 2, metadata: 12,
    check(reading) {
      expect(reading.questions.map(({ id, type }) => [id, type])).toEqual([['q1', 'multiple'], ['g1-q2', 'multiple']]);
      expect(counts(question(reading, 'q1').options)).toEqual(expected['odk_central_split.csv'].multi.q1);
      expect(counts(question(reading, 'g1-q2').options)).toEqual(expected['odk_central_split.csv'].multi['g1-q2']);
      // The text columns repeat the option columns: never counted twice.
      expect(reading.cells.reasons.find(({ reason }) => reason === 'summary')?.cells).toBe(4);
    }
  },
  {
    file: 'odk_central_nosplit.csv', tool: 'ODK Central', encoding: 'UTF-8', delimiter: ',', headerRows: [1], columns: 14, responses: 2, metadata: 12,
    check(reading) {
      expect(counts(question(reading, 'q1').options)).toEqual({ a: 1, b: 2 });
      expect(counts(question(reading, 'g1-q2').options)).toEqual({ m: 1, x: 2, y: 1, z: 1 });
    }
  },
  {
    file: 'or_other.xlsx', tool: 'XLSForm', headerRows: [], columns: 0, responses: 0, metadata: 0,
    check(reading) {
      expect(reading.kind).toBe('structure');
      expect(question(reading, 'fav_color').options.map(({ code }) => code)).toEqual(['red', 'green', 'blue', 'mauve', 'apricot', 'other']);
      expect(question(reading, 'fav_color').otherHeader).toBe('fav_color_other');
      expect(question(reading, 'fav_pastel').options).toHaveLength(5);
    }
  },
  {
    file: 'qualtrics_three_headers.csv', tool: 'Qualtrics', encoding: 'UTF-8', delimiter: ',', headerRows: [1, 2, 3], columns: 20, responses: 1, metadata: 17,
    check(reading) {
      expect(question(reading, 'Q1')).toMatchObject({ label: 'This is a multiple choice question.', type: 'single', answered: 1 });
      expect(question(reading, 'Q2')).toMatchObject({ label: 'This is a free text question.', type: 'text', answered: 1 });
    }
  },
  { file: 'test_empty_rows.xlsx', tool: 'Tableur', headerRows: [1], columns: 2, responses: 2, metadata: 0, asks: ['stray_cells'], check: (reading) => {
    expect(reading.responseRows).toEqual([4, 6]);
    expect(question(reading, 'b').numbers).toMatchObject({ n: 1, sum: 0 });
    expect(reading.grid.rows.length).toBeLessThan(10);
  } },
  { file: 'test_headers_with_none_cell.xlsx', tool: 'Tableur', headerRows: [3], columns: 4, responses: 2, metadata: 0, ignored: { title: 1, blank: 1, header: 1 }, check: (reading) => {
    expect(reading.questions.map(({ label }) => label)).toEqual(['header1', 'header2', 'header3', 'header4']);
    expect(reading.title).toBe('FooBar');
  } },
  {
    file: 'formatted_numbers.csv', tool: 'Tableur', encoding: 'UTF-8', delimiter: ',', headerRows: [1], columns: 5, responses: 1, metadata: 0, asks: ['us_separators'],
    check(reading) {
      const values = Object.fromEntries(reading.questions.map(({ label, items }) => {
        const number = readNumber(reading.grid.rows.cell(2, items[0]!.column))!;
        return [label, number.percent ? number.value / 100 : number.value];
      }));
      expect(values).toEqual(expected['formatted_numbers.csv'].values);
      expect(reading.asks.find(({ code }) => code === 'us_separators')?.where.header).toBe('fn_decimal');
    }
  },
  { file: 'mixed_dates.csv', tool: 'Tableur', encoding: 'UTF-8', headerRows: [1], columns: 1, responses: 10, metadata: 0, asks: ['date_order'], check: (reading) => {
    expect(reading.questions[0]).toMatchObject({ type: 'date', answered: 10 });
    expect(reading.asks[0]?.details?.['seen']).toBe('01/02/03');
  } },
  {
    file: 'framaforms_separate_semicolon.csv', tool: 'Framaforms', encoding: 'UTF-8', delimiter: ';', newline: 'LF', headerRows: [1, 2, 3], columns: 22, responses: 6, metadata: 9,
    check: (reading) => {
      expect(reading.title).toBe('Enquête caisses 2026');
      checkTruth(reading, 'nothing tells');
    }
  },
  { file: 'gforms_fr_direct.csv', tool: 'Google Forms', encoding: 'UTF-8', delimiter: ',', newline: 'LF', headerRows: [1], columns: 10, responses: 6, metadata: 1, asks: ['option_or_other_text'], check: (reading) => checkTruth(reading, 'nothing tells') },
  {
    file: 'limesurvey_fr_codetext_long.csv', tool: 'LimeSurvey', encoding: 'UTF-8 with BOM', delimiter: ';', newline: 'CRLF', headerRows: [1], columns: 21, responses: 6, metadata: 7, ignored: { header: 1, blank: 1 }, asks: ['partial_response'],
    check: (reading) => checkTruth(reading, 'the file tells')
  },
  {
    file: 'excel_fr_cp1252_edited.csv', tool: 'Tableur', encoding: 'Windows-1252', delimiter: ';', newline: 'CRLF', headerRows: [3], columns: 7, responses: 6, metadata: 1, ignored: { title: 1, blank: 3, header: 1, total: 1 }, asks: ['percent_or_fraction'],
    check(reading) {
      expect(reading.columns.map(({ headers }) => headers[0])).toEqual(['N°', 'Territoire', 'Part autofinancement', 'Part privé', 'Part public', 'Budget annuel (€)', 'Observations']);
      expect(reading.responseRows).toEqual([4, 5, 6, 7, 8, 9]);
      expect(counts(question(reading, 'Territoire').options)).toEqual(truth.Territoire.counts);
      expect(question(reading, 'Budget annuel (€)').numbers).toMatchObject({ n: 5, sum: truth['Budget annuel'].sum });
      expect(question(reading, 'Part autofinancement')).toMatchObject({ type: 'number', answered: 3, missing: { no_answer: 1, dont_know: 1, not_applicable: 1 } });
      expect(['nc', 'NSP', 'sans objet', '-'].map(missingWord)).toEqual(['no_answer', 'dont_know', 'not_applicable', 'no_answer']);
      expect(reading.asks.filter(({ code }) => code === 'percent_or_fraction').map(({ where }) => where.column)).toEqual([3, 4, 5]);
    }
  }
];

/** The six invented responses, the same in each constructed file. */
function checkTruth(reading: Reading, none: 'the file tells' | 'nothing tells'): void {
  expect(counts(question(reading, 'Territoire').options)).toEqual(truth.Territoire.counts);
  const participants = truth['Nombre de participants'];
  expect(question(reading, 'Nombre de participants')).toMatchObject({ type: 'number', answered: participants.n, blank: participants.blank, numbers: { sum: participants.sum, median: participants.median } });
  const budget = truth['Budget annuel'];
  expect(question(reading, 'Budget annuel (€)')).toMatchObject({ type: 'number', answered: budget.n, numbers: { sum: budget.sum, min: 0 } });
  const launch = truth['Date de lancement'];
  expect(question(reading, 'Date de lancement')).toMatchObject({ type: 'date', answered: launch.n, dates: { first: launch.first, last: launch.last } });
  const objectives = truth['Objectifs poursuivis'];
  const found = question(reading, 'Objectifs poursuivis');
  expect(counts(found.options)).toEqual(objectives.counts);
  const others = [...found.otherTexts, ...question(reading, 'Territoire').otherTexts].sort();
  expect(others).toEqual(objectives.other);
  expect(found.type).toBe('multiple');
  if (none === 'the file tells') expect(found).toMatchObject({ answered: 5, none: 1, notAsked: 1, blank: 0 });
  else expect(found).toMatchObject({ answered: objectives.answered_with_at_least_one, blank: 2 });
  const grid = question(reading, 'Soutien ressenti');
  expect(grid.type).toBe('grid');
  for (const row of grid.rows!) {
    const { blank, ...scale } = truth['Soutien ressenti'].counts[row.label as 'Des élus'];
    expect([row.label, counts(row.options), row.blank]).toEqual([row.label, Object.fromEntries(Object.entries(scale).filter(([, count]) => count > 0)), blank]);
  }
  expect(question(reading, 'Commentaire')).toMatchObject({ type: 'text', answered: 5 });
  const texts = reading.responseRows.map((row) => reading.grid.rows.row(row).at(-1));
  expect(texts).toContain('Ligne 1\nLigne 2');
  expect(texts).toContain('Il dit : "oui"; puis non');
  expect(texts).toContain('  espaces  ');
}

describe('every sample is read as expected.json says', () => {
  it.each(ROWS)('$file', async (row) => {
    const reading = await readFile(fixture(row.file), row.file);
    expect(reading.tool.name).toContain(row.tool);
    expect(reading.tool.why.length).toBeGreaterThan(0);
    if (row.encoding) expect(reading.grid.encoding).toBe(row.encoding);
    if (row.delimiter) expect(reading.grid.delimiter).toBe(row.delimiter);
    if (row.newline) expect(reading.grid.newline).toBe(row.newline);
    expect(reading.headerRows).toEqual(row.headerRows);
    expect(reading.columns).toHaveLength(row.columns);
    expect(reading.responseRows).toHaveLength(row.responses);
    expect(reading.columns.filter(({ role }) => role === 'metadata')).toHaveLength(row.metadata);
    if (row.ignored) expect(reading.ignoredRows.reduce<Record<string, number>>((sum, { reason }) => ({ ...sum, [reason]: (sum[reason] ?? 0) + 1 }), {})).toEqual(row.ignored);
    expect([...new Set(reading.asks.map(({ code }) => code))].sort()).toEqual([...(row.asks ?? [])].sort());
    expect(closes(reading)).toEqual({ rows: true, cells: true });
    row.check?.(reading);
    console.info(`${row.file}: ${reading.tool.name}, ${reading.responseRows.length} responses, ${reading.questions.length} questions, ${reading.asks.length} to decide, cells ${reading.cells.nonEmpty} = ${reading.cells.imported} + ${reading.cells.ignored}`);
  });

  it('leaves no sample out', () => {
    expect(ROWS.map(({ file }) => file).sort()).toEqual(Object.keys(expected).filter((name) => !name.startsWith('_')).sort());
  });

  it('gives the same reading twice', async () => {
    const [first, second] = [await readFile(fixture('gforms_fr_direct.csv'), 'a.csv'), await readFile(fixture('gforms_fr_direct.csv'), 'a.csv')];
    expect(second).toEqual(first);
    expect(readDate('2026/03/10 2:00:00 PM UTC+1')?.iso).toBe('2026-03-10T14:00:00+01:00');
  });
});
