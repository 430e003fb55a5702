import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { readFile } from '../../src/lib/reading/read.ts';
import type { Reading } from '../../src/lib/reading/types.ts';
import { closes, counts, question, readText } from './fixtures.ts';
import { xlsx } from './archives.ts';

/** Quoted lines of a delimited file. */
function lines(delimiter: string, rows: (string | number)[][], newline = '\n'): string {
  return rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(delimiter)).join(newline) + newline;
}

function meanings(reading: Reading): string[] {
  return reading.columns.flatMap(({ metadata }) => metadata ?? []);
}

function expectTool(reading: Reading, name: string, responses: number): void {
  expect(reading.tool.name).toBe(name);
  expect(reading.tool.why.join(' ')).not.toBe('');
  expect(reading.responseRows).toHaveLength(responses);
  expect(closes(reading)).toEqual({ rows: true, cells: true });
}

describe('LimeSurvey', () => {
  it('codes: ticks, comments, other, dual scale, arrays of numbers', async () => {
    const reading = await readText(
      lines(';', [
        ['id', 'submitdate', 'lastpage', 'startlanguage', 'token', 'L1', 'L1[other]', 'M1[SQ001]', 'M1[SQ002]', 'M1[other]', 'P1[A]', 'P1[Acomment]', 'D1[r1][1]', 'D1[r1][2]', 'N1[SQ001_SQ002]', 'N1[SQ001_SQ003]', 'T1', 'interviewtime'],
        [1, '2025-01-01 10:00:00', 4, 'fr', 'a', 'AO01', '', 'Y', '', '', 'Y', 'souvent', 'A1', 'A2', '120', '35.5', 'bla', '120.5'],
        [2, '2025-01-02 10:00:00', 4, 'fr', 'b', '-oth-', 'Une coopérative', '', '', 'Autre chose', '', '', 'A3', 'A1', '15', '', 'un long texte', '80'],
        [3, '', 2, 'fr', 'b', 'AO02', '', 'Y', 'Y', '', '', '', 'A1', 'A1', '', '2', '', '']
      ], '\r\n'),
      'results-survey814275.csv'
    );
    expectTool(reading, 'LimeSurvey', 3);
    expect(reading.surveyId).toBe('814275');
    expect(meanings(reading)).toEqual(['id', 'submitted_at', 'last_page', 'language', 'token', 'duration']);
    expect(question(reading, 'L1')).toMatchObject({ type: 'single', otherTexts: ['Une coopérative'] });
    expect(counts(question(reading, 'L1').options)).toEqual({ AO01: 1, '-oth-': 1, AO02: 1 });
    expect(question(reading, 'M1')).toMatchObject({ type: 'multiple', layout: 'indicators', answered: 3, otherTexts: ['Autre chose'] });
    expect(counts(question(reading, 'M1').options)).toEqual({ SQ001: 2, SQ002: 1 });
    expect(question(reading, 'P1').commentColumns).toEqual([12]);
    expect(reading.questions.filter(({ code }) => code === 'D1').map(({ id, type }) => [id, type])).toEqual([['D1#1', 'grid'], ['D1#2', 'grid']]);
    expect(question(reading, 'N1')).toMatchObject({ type: 'numbers', rows: [{ code: 'SQ001_SQ002', numbers: { sum: 135 } }, { code: 'SQ001_SQ003', numbers: { sum: 37.5 } }] });
    expect(reading.asks.map(({ code, where }) => [code, where.row])).toEqual([['partial_response', 4], ['duplicate_response', 4]]);
  });

  it('full texts without codes, older delimiter', async () => {
    const reading = await readText(
      lines(',', [
        ['ID de la réponse', 'Date de soumission', 'Dernière page', 'Langue de départ', 'Qui porte la caisse ?', 'Qui porte la caisse ? [Autre]', 'Objectifs [Accès]', 'Objectifs [Plaidoyer]', 'Objectifs [Autre]', 'Soutien [Des élus]', 'Soutien [Des habitants]', 'Budget'],
        [1, '2025-01-01 10:00:00', 4, 'fr', 'Association', '', 'Oui', 'Non', '', 'Un peu', 'Beaucoup', '1200.5'],
        [2, '2025-01-01 10:00:00', 4, 'fr', 'Autre', 'Une SCIC', 'Oui', 'Oui', 'Recherche', 'Un peu', 'Un peu', '0'],
        [3, '2025-01-01 10:00:00', 4, 'fr', 'Association', '', 'N/A', 'N/A', 'N/A', '', '', '']
      ])
    );
    expectTool(reading, 'LimeSurvey', 3);
    expect(question(reading, 'Qui porte la caisse ?')).toMatchObject({ type: 'single', otherTexts: ['Une SCIC'] });
    expect(question(reading, 'Objectifs')).toMatchObject({ type: 'multiple', answered: 2, notAsked: 1, otherTexts: ['Recherche'] });
    expect(counts(question(reading, 'Objectifs').options)).toEqual({ Accès: 2, Plaidoyer: 1 });
    expect(question(reading, 'Soutien').type).toBe('grid');
    expect(question(reading, 'Budget').numbers).toMatchObject({ n: 2, sum: 1200.5 });
  });

  it('Expression Manager codes, cut texts with underscores for spaces', async () => {
    const reading = await readText(
      lines(';', [
        ['id. Response_ID', 'submitdate. Date_submitted', 'lastpage. Last_page', 'startlanguage. Start_language', 'seed. Seed', 'Q00. Do_you_agree_to.._', 'G02Q02_SQ001. What_is_your_fa..__[Faculty_of_Phil.._]', 'G02Q02_SQ002. What_is_your_fa..__[Faculty_of_Arts]'],
        [1, '2025-01-01 10:00:00', 4, 'en', 12, 'Yes', 'Yes', 'No'],
        [2, '2025-01-01 10:00:00', 4, 'en', 13, 'Yes', 'No', 'No']
      ])
    );
    expectTool(reading, 'LimeSurvey', 2);
    expect(meanings(reading)).toHaveLength(5);
    expect(question(reading, 'G02Q02')).toMatchObject({ type: 'multiple', answered: 2, none: 1 });
    expect(question(reading, 'G02Q02').items.map(({ code, label }) => [code, label])).toEqual([['SQ001', 'Faculty of Phil..'], ['SQ002', 'Faculty of Arts']]);
  });

  it('spreadsheet under a title that an editor added', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Enquête caisses 2026', rows: [['Enquête 2026'], [], ['id', 'submitdate', 'lastpage', 'startlanguage', 'OBJ[access]', 'OBJ[capacity]'], [1, '2026-01-01', 2, 'fr', 'Y', null], [2, '2026-01-02', 2, 'fr', null, 'Y'], ['Total', null, null, null, 1, 1]] }] });
    const reading = await readFile(bytes, 'export.xlsx');
    expectTool(reading, 'LimeSurvey', 2);
    expect(reading.headerRows).toEqual([3]);
    expect(reading.ignoredRows.map(({ reason }) => reason)).toEqual(['title', 'blank', 'header', 'total']);
    expect(counts(question(reading, 'OBJ').options)).toEqual({ access: 1, capacity: 1 });
  });
});

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

describe('Framaforms', () => {
  const rows = [
    ['Mon formulaire', '', '', '', '', '', ''],
    ['Submission Details', '', '', '', '', '', ''],
    ['Serial', 'SID', 'Submitted Time', 'Draft', 'UID', 'Objectifs', 'Territoire'],
    ['1', '70', '03/10/2026 - 09:00', '', '0', 'Accès,Formation, sensibilisation,Plaidoyer', 'Urbain'],
    ['2', '71', '03/10/2026 - 09:00', '1', '0', 'Accès,Plaidoyer', 'Rural'],
    ['3', '72', '03/10/2026 - 09:00', '', '0', 'Plaidoyer,Un tiers-lieu', 'Urbain'],
    ['4', '73', '03/10/2026 - 09:00', '', '0', 'Accès,Formation, sensibilisation', 'Urbain']
  ];

  it('compact multiple choice: joined without a space', async () => {
    const reading = await readText(lines(',', rows));
    expectTool(reading, 'Framaforms', 4);
    expect(reading.headerRows).toEqual([1, 2, 3]);
    expect(reading.title).toBe('Mon formulaire');
    expect(counts(question(reading, 'Objectifs').options)).toEqual({ Accès: 3, 'Formation, sensibilisation': 2, Plaidoyer: 3 });
    expect(question(reading, 'Objectifs').otherTexts).toEqual(['Un tiers-lieu']);
    expect(reading.asks.map(({ code }) => code)).toContain('partial_response');
  });

  it('the old .xls is UTF-16 text with tabs', async () => {
    const text = `\ufeff${lines('\t', rows)}`;
    const bytes = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), true);
    const reading = await readFile(bytes, 'resultats.xls');
    expectTool(reading, 'Framaforms', 4);
    expect([reading.grid.encoding, reading.grid.delimiter]).toEqual(['UTF-16LE', '\t']);
  });
});

describe('Google Forms', () => {
  it('linked spreadsheet: options that contain the separator are put together again', async () => {
    const reading = await readText(lines(',', [
      ['Horodateur', 'Adresse e-mail', 'Objectifs', 'Caisse [Élus]', 'Caisse [Habitants]'],
      ['11/03/2026 14:05:00', 'a@x.fr', 'Accès, Formation, sensibilisation, accompagnement, Plaidoyer', 'Oui', 'Un peu'],
      ['12/03/2026 14:05:00', 'b@x.fr', 'Formation, sensibilisation, accompagnement', 'Un peu', 'Un peu'],
      ['12/03/2026 15:05:00', 'c@x.fr', 'Accès, Plaidoyer', 'Un peu', 'Beaucoup'],
      ['13/03/2026 15:05:00', 'd@x.fr', 'Accès', 'Un peu', 'Beaucoup']
    ]));
    expectTool(reading, 'Google Forms', 4);
    expect(meanings(reading)).toEqual(['submitted_at', 'email']);
    expect(counts(question(reading, 'Objectifs').options)).toEqual({ Accès: 3, 'Formation, sensibilisation, accompagnement': 2, Plaidoyer: 2 });
    expect(reading.asks.map(({ code }) => code)).toContain('option_contains_separator');
    expect(question(reading, 'Caisse').type).toBe('grid');
  });

  it('checkbox grid: several answers in each row', async () => {
    const reading = await readText(lines(',', [
      ['Timestamp', 'Quand ? [Lundi]', 'Quand ? [Mardi]'],
      ['2026/03/11 2:05:00 PM GMT+1', 'matin;soir', 'soir'],
      ['2026/03/12 2:05:00 PM GMT+1', 'matin', 'matin;soir'],
      ['2026/03/12 2:05:00 PM GMT+1', 'soir;matin', '']
    ]));
    expectTool(reading, 'Google Forms', 3);
    expect(counts(question(reading, 'Quand ? [Lundi]').options)).toEqual({ matin: 3, soir: 2 });
  });
});

it('Microsoft Forms: odd spaces, final separators, serial dates', async () => {
  const bytes = await writeXlsx({
    sheets: [{
      name: 'Sheet1',
      columns: [{}, { numFmt: 'm/d/yy h:mm:ss' }, { numFmt: 'm/d/yy h:mm:ss' }],
      rows: [
        ['ID', 'Heure de début', 'Heure de fin', 'Adresse de messagerie', 'Nom', 'Territoire\u00a0', 'Objectifs ', 'Nom2', 'Budget'],
        [1, 45_000.5, 45_000.6, 'anonymous', null, 'Urbain', 'Accès;Plaidoyer;', 'Caisse A', 1200.5],
        [2, 45_001.5, 45_001.6, 'anonymous', null, 'Rural', 'Accès;', 'Caisse B', 10],
        [3, 45_001.7, 45_001.8, 'anonymous', null, 'Urbain', 'Plaidoyer;Une autre idée;', 'Caisse C', 10]
      ]
    }]
  });
  const reading = await readFile(bytes, 'Enquête(1-3).xlsx');
  expectTool(reading, 'Microsoft Forms', 3);
  expect(meanings(reading)).toEqual(['id', 'started_at', 'submitted_at', 'email', 'name']);
  expect(reading.grid.rows[1]?.[1]).toBe('2023-03-15T12:00:00');
  expect(counts(question(reading, 'Objectifs').options)).toMatchObject({ Accès: 2, Plaidoyer: 2 });
  expect(question(reading, 'Territoire').type).toBe('single');
});

it('Sphinx iQ: headings in row 2, answers packed to the left, information sheet', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Données', rows: [
        ['Enquête caisses'],
        ['', 'Territoire', 'Objectifs_1', 'Objectifs_2', 'Objectifs_3', "Si 'Autre' précisez :", 'Budget'],
        [1, 'Urbain', 'Accès', 'Plaidoyer', null, null, 1200],
        [2, 'Rural', 'Plaidoyer', null, null, null, 800],
        [3, 'Urbain', 'Gouvernance', 'Accès', 'Autre', 'Un tiers-lieu', null]
      ] },
      { name: 'information', rows: [
        ['N°', 'Variable', 'Libellé', 'Type', 'Modalités'],
        [1, 'Territoire', 'Sur quel territoire ?', 'FU', 'Urbain ; Rural ; Périurbain'],
        [2, 'Objectifs', 'Quels sont vos objectifs ?', 'FM', 'Accès ; Plaidoyer ; Gouvernance ; Autre'],
        [3, 'Budget', 'Quel budget ?', 'ON', null]
      ] }
    ]
  });
  const reading = await readFile(bytes, 'sphinx.xlsx');
  expectTool(reading, 'Sphinx iQ', 3);
  expect([reading.headerRows, reading.grid.sheet]).toEqual([[2], 'Données']);
  const objectives = question(reading, 'Objectifs');
  expect(objectives).toMatchObject({ label: 'Quels sont vos objectifs ?', type: 'multiple', layout: 'positional', answered: 3, otherTexts: ['Un tiers-lieu'] });
  expect(counts(objectives.options)).toEqual({ Accès: 2, Plaidoyer: 2, Gouvernance: 1, Autre: 1 });
  expect(question(reading, 'Sur quel territoire ?').type).toBe('single');
  expect(reading.structure?.questions.map(({ type }) => type)).toEqual(['single', 'multiple', 'number']);
});

it('Qualtrics: split choices, texts beside them, a matrix', async () => {
  const ids = ['startDate', 'endDate', '_recordId', 'QID1_1', 'QID1_2', 'QID1_3', 'QID1_3_TEXT', 'QID2_1', 'QID2_2'];
  const reading = await readText(lines(',', [
    ['StartDate', 'EndDate', 'ResponseId', 'Q1_1', 'Q1_2', 'Q1_3', 'Q1_3_TEXT', 'Q2_1', 'Q2_2'],
    ['Start Date', 'End Date', 'Response ID', 'Vos objectifs - Accès', 'Vos objectifs - Plaidoyer', 'Vos objectifs - Autre', 'Vos objectifs - Autre - Text', 'Soutien - Élus', 'Soutien - Habitants'],
    ids.map((id) => `{"ImportId":"${id}"}`),
    ['2025-01-01', '2025-01-01', 'R1', 'Accès', '', '', '', 'Un peu', 'Beaucoup'],
    ['2025-01-02', '2025-01-02', 'R2', 'Accès', 'Plaidoyer', 'Autre', 'Tiers-lieu', 'Beaucoup', 'Un peu'],
    ['2025-01-02', '2025-01-02', 'R3', '', '', '', '', 'Beaucoup', 'Beaucoup']
  ]));
  expectTool(reading, 'Qualtrics', 3);
  expect(question(reading, 'Q1')).toMatchObject({ label: 'Vos objectifs', type: 'multiple', layout: 'labels', answered: 2, otherTexts: ['Tiers-lieu'] });
  expect(counts(question(reading, 'Q1').options)).toEqual({ Accès: 2, Plaidoyer: 1, Autre: 1 });
  expect(question(reading, 'Q2')).toMatchObject({ label: 'Soutien', type: 'grid' });
});

it('Typeform: one column per option, named by the option', async () => {
  const reading = await readText(lines(',', [
    ['#', 'Votre nom ?', 'Accès', 'Plaidoyer', 'Gouvernance', 'Other', 'Êtes-vous salarié ?', 'Start Date (UTC)', 'Submit Date (UTC)', 'Network ID'],
    ['a1', 'Caisse A', 'Accès', '', '', '', '1', '2025-01-01 10:00:00', '2025-01-01 10:10:00', 'n1'],
    ['a2', 'Caisse B', 'Accès', 'Plaidoyer', '', 'Un tiers-lieu', '0', '2025-01-01 10:00:00', '2025-01-01 10:10:00', 'n2'],
    ['a3', 'Caisse C', '', 'Plaidoyer', '', '', '1', '2025-01-01 10:00:00', '2025-01-01 10:10:00', 'n3']
  ]));
  expectTool(reading, 'Typeform', 3);
  expect(meanings(reading)).toEqual(['id', 'started_at', 'submitted_at', 'network']);
  const choice = reading.questions.find(({ layout }) => layout === 'labels')!;
  expect(choice).toMatchObject({ type: 'multiple', answered: 3, otherTexts: ['Un tiers-lieu'] });
  expect(counts(choice.options)).toEqual({ Accès: 2, Plaidoyer: 2, Gouvernance: 0 });
  expect(reading.questions).toHaveLength(3);
  expect(reading.asks.map(({ code }) => code)).toContain('question_text_lost');
});

it('Tally: the summary column is not counted', async () => {
  const reading = await readText(lines(',', [
    ['Submission ID', 'Respondent ID', 'Submitted at', 'Objectifs', 'Objectifs (Accès)', 'Objectifs (Plaidoyer)', 'Nom', 'Nom (2)'],
    ['s1', 'r1', '2025-01-01 10:00:00', 'Accès, Plaidoyer', 'TRUE', 'TRUE', 'A', 'B'],
    ['s2', 'r2', '2025-01-01 10:00:00', 'Accès', 'TRUE', 'FALSE', 'C', 'D'],
    ['s3', 'r3', '2025-01-01 10:00:00', '', 'FALSE', 'FALSE', 'E', 'F']
  ]));
  expectTool(reading, 'Tally', 3);
  expect(question(reading, 'Objectifs')).toMatchObject({ type: 'multiple', summaryColumn: 4, answered: 2, blank: 1 });
  expect(counts(question(reading, 'Objectifs').options)).toEqual({ Accès: 2, Plaidoyer: 1 });
  expect(question(reading, 'Nom (2)').type).toBe('text');
});

it('Formbricks: companion columns left aside, unfinished responses asked about', async () => {
  const reading = await readText(lines(',', [
    ['No.', 'Response ID', 'Timestamp', 'Finished', 'Survey ID', '1. Objectifs ?', '1. Objectifs ? - Option ID', '2. Soutien - Élus', '2. Soutien - Habitants', 'person.plan', 'Tags'],
    [1, 'x1', '2025-01-01 10:00', 'Yes', 'sv', 'Accès; Plaidoyer', 'o1, o2', 'Oui', 'Non', 'a', ''],
    [2, 'x2', '2025-01-01 10:00', 'No', 'sv', 'Accès', 'o1', 'Oui', 'Peut-être', 'a', ''],
    [3, 'x3', '2025-01-01 10:00', 'Yes', 'sv', 'Plaidoyer; Accès', 'o2, o1', 'Oui', 'Peut-être', 'a', '']
  ]));
  expectTool(reading, 'Formbricks', 3);
  expect(counts(question(reading, 'Objectifs ?').options)).toEqual({ Accès: 3, Plaidoyer: 2 });
  expect(question(reading, 'Soutien').type).toBe('grid');
  expect(reading.asks.filter(({ code }) => code === 'partial_response').map(({ where }) => where.row)).toEqual([3]);
});

it('Nextcloud Forms: French headings, answers joined by a semicolon and a space', async () => {
  const reading = await readText(`\ufeff${lines(',', [
    ['ID utilisateur', 'Nom d’affichage de l’utilisateur', 'Horodatage', 'Objectifs'],
    ['', 'Anonyme', '2025-01-01T10:00:00+01:00', 'Accès; Plaidoyer'],
    ['', 'Anonyme', '2025-01-01T10:00:00+01:00', 'Accès'],
    ['', 'Anonyme', '2025-01-01T10:00:00+01:00', 'Plaidoyer; Accès']
  ])}`);
  expectTool(reading, 'Nextcloud Forms', 3);
  expect(counts(question(reading, 'Objectifs').options)).toEqual({ Accès: 3, Plaidoyer: 2 });
});

it('Grist: a line of CSV inside the cell', async () => {
  const reading = await readText(lines(',', [
    ['Nom', 'Objectifs'],
    ['Caisse A', 'Accès, "Formation, sensibilisation"'],
    ['Caisse B', '"Formation, sensibilisation", Plaidoyer'],
    ['Caisse C', 'Accès, Plaidoyer']
  ]));
  expectTool(reading, 'Grist', 3);
  expect(counts(question(reading, 'Objectifs').options)).toEqual({ Accès: 2, 'Formation, sensibilisation': 2, Plaidoyer: 2 });
});
