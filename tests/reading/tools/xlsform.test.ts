import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/lib/reading/read.ts';
import { xlsx } from '../archives.ts';
import { counts, expectTool, lines, meanings, question, readText } from '../fixtures.ts';

describe('the XLSForm family', () => {
  const kobo = [
    ['start', 'end', 'territoire', 'territoire_other', 'objectifs', 'objectifs/acces', 'objectifs/plaidoyer', 'objectifs/other', 'objectifs_other', 'gr/budget', '_id', '_uuid', '_submission_time', '_validation_status', '_index'],
    ['2025-05-01T10:00', '2025-05-01T10:10', 'urbain', '', 'acces plaidoyer', '1', '1', '0', '', '1200', '7', 'u1', '2025-05-01T10:11', '', '1'],
    ['2025-05-01T10:00', '2025-05-01T10:10', 'other', 'montagne', 'other', '0', '0', '1', 'Tiers-lieu', '', '8', 'u2', '2025-05-01T10:11', '', '2'],
    ['2025-05-01T10:00', '2025-05-01T10:10', 'urbain', '', '', '0', '0', '0', '', '300', '9', 'u3', '2025-05-01T10:11', '', '3'],
    ['2025-05-01T10:00', '2025-05-01T10:10', 'rural', '', '', '', '', '', '', '', '10', 'u4', '2025-05-01T10:11', '', '4']
  ];

  it('KoboToolbox: both forms of a multiple choice, never counted twice', async () => {
    const reading = await readText(lines(';', kobo, '\r\n'), 'enquete.csv');
    expectTool(reading, 'KoboToolbox', 4);
    expect(meanings(reading)).toEqual(['started_at', 'completed_at', 'id', 'uuid', 'submitted_at', 'status', 'index']);
    const objectives = question(reading, 'objectifs');
    expect(objectives).toMatchObject({ type: 'multiple', layout: 'indicators', summaryColumn: 5, otherColumns: [9], otherTexts: ['Tiers-lieu'], answered: 3, none: 1, notAsked: 1 });
    expect(counts(objectives.options)).toEqual({ acces: 1, plaidoyer: 1, other: 1 });
    expect(question(reading, 'territoire')).toMatchObject({ type: 'single', otherTexts: ['montagne'] });
    expect(question(reading, 'gr/budget').numbers?.sum).toBe(1500);
    expect(reading.questions).toHaveLength(3);
  });

  it('KoboToolbox: a row of HXL tags, option columns only, labels as headings', async () => {
    const reading = await readText(lines(';', [
      ['Quel territoire ?', 'Quels objectifs ?/Accès à l’alimentation', 'Quels objectifs ?/Plaidoyer', '_uuid', '_submission_time', '_validation_status', '_index'],
      ['#adm1', '#indicator', '', '', '', '', ''],
      ['Urbain', '1', '0', 'u1', '2025-05-01T10:11', '', '1'],
      ['Rural', '0', '1', 'u2', '2025-05-01T10:11', '', '2']
    ]));
    expectTool(reading, 'KoboToolbox', 2);
    expect(reading.headerRows).toEqual([1, 2]);
    expect(counts(question(reading, 'Quels objectifs ?').options)).toEqual({ 'Accès à l’alimentation': 1, Plaidoyer: 1 });
  });

  it('KoboToolbox: a summary that says otherwise is asked about', async () => {
    const wrong = kobo.map((row, i) => (i === 1 ? row.map((cell, j) => (j === 6 ? '0' : cell)) : row));
    const reading = await readText(lines(';', wrong));
    expect(reading.asks.map(({ code, where }) => [code, where.row])).toContainEqual(['summary_differs', 2]);
  });

  it('Ona: TRUE() without a cached value is ticked', async () => {
    const bytes = xlsxWithFormulas();
    const reading = await readFile(bytes, 'ona.xlsx');
    expectTool(reading, 'Ona', 2);
    expect(question(reading, 'transport')).toMatchObject({ type: 'multiple', answered: 2, none: 1 });
    expect(counts(question(reading, 'transport').options)).toEqual({ bus: 1, velo: 0 });
  });

  it('ODK Central: an option nobody chose has no column, unanswered cells are 0', async () => {
    const reading = await readText('SubmissionDate,q1,q1/a,q1/b,g-n,KEY,SubmitterID,ReviewState\n2026-01-02T10:00:00.000Z,a b,1,1,3,k1,5,\n2026-01-02T10:00:00.000Z,,0,0,4,k2,5,\n');
    expectTool(reading, 'ODK Central', 2);
    expect(question(reading, 'q1')).toMatchObject({ answered: 1, blank: 1, none: 0 });
  });
});

/** Two responses whose ticks are formulas without a cached value. */
function xlsxWithFormulas(): Uint8Array {
  const head = ['transport/bus', 'transport/velo', '_uuid', '_submission_time', '_duration', '_total_media'];
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const tick = (ref: string, value: 'TRUE' | 'FALSE') => `<c r="${ref}" t="b"><f>${value}()</f></c>`;
  return xlsx(
    `<row r="1">${head.map((name, i) => text(`${'ABCDEF'[i]}1`, name)).join('')}</row>` +
      `<row r="2">${tick('A2', 'TRUE')}${tick('B2', 'FALSE')}${text('C2', 'u1')}${text('D2', '2024-01-01')}${text('F2', '0')}</row>` +
      `<row r="3">${tick('A3', 'FALSE')}${tick('B3', 'FALSE')}${text('C3', 'u2')}${text('D3', '2024-01-02')}${text('F3', '0')}</row>`
  );
}
