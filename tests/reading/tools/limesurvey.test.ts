import { describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { readFile } from '../../../src/lib/reading/read.ts';
import { counts, expectTool, lines, meanings, question, readText } from '../fixtures.ts';

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
