import { expect, it } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { readFile } from '../../../src/lib/reading/read.ts';
import { counts, expectTool, lines, meanings, question, readText } from '../fixtures.ts';

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
  expect(reading.grid.rows.cell(2, 2)).toBe('2023-03-15T12:00:00');
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
