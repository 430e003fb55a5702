import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Codebook } from '../../src/lib/domain/questionnaire/codebook.ts';
import type { Answer } from '../../src/lib/domain/waves/response.ts';
import { FINDING_TEXTS } from '../../src/lib/domain/waves/finding-texts.ts';
import { fill } from '../../src/lib/domain/errors.ts';
import { applyCodebook } from '../../src/lib/reading/apply-codebook.ts';
import { findingKey, pendingFindings } from '../../src/lib/reading/apply/collector.ts';
import { readFile } from '../../src/lib/reading/read.ts';
import type { Decisions, Interpretation } from '../../src/lib/reading/types.ts';
import { CODEBOOK } from './codebook.ts';
import { fixture, readText } from './fixtures.ts';

async function apply(file: string, decisions: Decisions = {}, codebook = CODEBOOK): Promise<Interpretation> {
  return applyCodebook(await readFile(fixture(file), file, { decisions }), codebook, decisions);
}

async function applyText(text: string, codebook: Codebook, decisions: Decisions = {}, file = 'file.csv'): Promise<Interpretation> {
  return applyCodebook(await readText(text, file), codebook, decisions);
}

const codes = (result: Interpretation, level?: string) => [...new Set(result.findings.filter((finding) => !level || finding.level === level).map(({ code }) => code))].sort();
const answers = (result: Interpretation, question: string): Answer[] => result.responses.map((response) => response.answers[question]!);

function closes({ accounting }: Interpretation): boolean {
  return accounting.rowsRead === accounting.responses + accounting.ignoredRows.length && accounting.nonEmptyCells === accounting.importedCells + accounting.ignoredCells.reduce((sum, { cells }) => sum + cells, 0);
}

/** The six invented responses, as answers. */
const OBJECTIVES = [['access', 'capacity'], ['access', 'governance', 'advocacy', 'other'], ['capacity'], undefined, ['access', 'capacity', 'governance', 'advocacy', 'other'], []];

describe('the same six responses, whatever the tool', () => {
  it.each(['limesurvey_fr_codetext_long.csv', 'gforms_fr_direct.csv', 'framaforms_separate_semicolon.csv'])('%s', async (file) => {
    const result = await apply(file);
    expect(codes(result, 'blocking')).toEqual([]);
    expect(closes(result)).toBe(true);
    expect(result.mapping.map(({ question, confidence }) => [question, confidence >= 0.9])).toEqual(CODEBOOK.questions.map(({ code }) => [code, true]));
    expect(answers(result, 'territory').map((answer) => (answer.state === 'answered' && answer.type === 'single' ? answer.option : answer.state))).toEqual(['urban', 'rural', 'periurban', 'rural', 'other', 'urban']);
    expect(answers(result, 'participants').map((answer) => (answer.state === 'answered' && answer.type === 'number' ? answer.number : answer.state))).toEqual([42, 23, 118, 'no_answer', 300, 15]);
    expect(answers(result, 'budget').map((answer) => (answer.state === 'answered' && answer.type === 'number' ? answer.number : answer.state))).toEqual([80_420, 'no_answer', 342_010.5, 1_234.56, 129_500, 0]);
    expect(answers(result, 'launched').map((answer) => (answer.state === 'answered' && answer.type === 'date' ? answer.date : answer.state))).toEqual(['2024-03-15', '2025-01-10', '2023-09-01', '2024-11-30', '2022-06-21', 'no_answer']);
    const grid = answers(result, 'support');
    expect(grid[0]).toEqual({ state: 'answered', type: 'grid', rows: { elected: 'much', producers: 'some', residents: 'much' } });
    expect(grid[2]).toEqual({ state: 'answered', type: 'grid', rows: { elected: 'none', producers: 'none' } });
    expect(grid[3]).toEqual({ state: 'no_answer' });
    expect(grid[5]).toEqual({ state: 'answered', type: 'grid', rows: { elected: 'dont_know', producers: 'dont_know', residents: 'dont_know' } });
    const limesurvey = file.startsWith('lime');
    const objectives = answers(result, 'objectives');
    // Only LimeSurvey's full answers tell "not asked" from "answered, nothing ticked".
    expect(objectives[3]).toEqual({ state: limesurvey ? 'not_asked' : 'no_answer' });
    expect(objectives[5]).toEqual(limesurvey ? { state: 'answered', type: 'multiple', options: [] } : { state: 'no_answer' });
    [0, 1, 2].forEach((i) => expect(objectives[i]).toMatchObject({ state: 'answered', options: OBJECTIVES[i]! }));
    expect(objectives[1]).toMatchObject({ other: 'Recherche-action' });
    const beside = [objectives[4]!, answers(result, 'territory')[4]!].map((answer) => ('other' in answer ? answer.other : undefined));
    expect(beside).toContain('Tiers-lieu ; ferme');
    expect(answers(result, 'comment')[4]).toEqual({ state: 'answered', type: 'text', text: '=1+1' });
    expect(answers(result, 'comment')[5]).toEqual({ state: 'answered', type: 'text', text: '  espaces  ' });
  });

  it('an unfinished response is kept until somebody leaves it out', async () => {
    const kept = await apply('limesurvey_fr_codetext_long.csv');
    expect(kept.responses).toHaveLength(6);
    expect(kept.findings.find(({ code }) => code === 'partial_response')).toMatchObject({ level: 'acknowledge', where: { row: 5 } });
    const out = await apply('limesurvey_fr_codetext_long.csv', { rows: { 5: 'exclude' } });
    expect(out.responses).toHaveLength(5);
    expect(out.accounting.ignoredRows).toContainEqual({ row: 5, reason: 'partial' });
    expect(codes(out)).not.toContain('partial_response');
    expect(closes(out)).toBe(true);
  });
});

describe('shares', () => {
  const shares: Codebook = {
    ...CODEBOOK,
    questions: [
      CODEBOOK.questions[0]!,
      { code: 'mix', type: 'numbers', label: { fr: 'Répartition du budget', en: 'Mix' }, level: 'open', unit: 'percent', min: 0, max: 100, sum: { total: 100, tolerance: 1 }, options: [
        { code: 'self', label: { fr: 'Autofinancement', en: 'Self' }, aliases: ['Part autofinancement'] },
        { code: 'private', label: { fr: 'Financements privés', en: 'Private' }, aliases: ['Part privé'] },
        { code: 'public', label: { fr: 'Financements publics', en: 'Public' }, aliases: ['Part public'] }
      ] },
      CODEBOOK.questions[2]!,
      { code: 'remarks', type: 'text', label: { fr: 'Observations', en: 'Remarks' }, level: 'internal' }
    ]
  };

  it('percentages beside a fraction are asked about; 0,4 is proposed as 40', async () => {
    const result = await apply('excel_fr_cp1252_edited.csv', {}, shares);
    expect(codes(result, 'blocking')).toEqual(['percent_or_fraction']);
    expect(result.findings.filter(({ code }) => code === 'percent_or_fraction').map(({ where }) => where.column)).toEqual([3, 4, 5]);
    expect(answers(result, 'mix').map((answer) => (answer.state === 'answered' && answer.type === 'numbers' ? Object.values(answer.numbers) : answer.state))).toEqual([[37, 28, 35], [37.5, 27.5, 35], [40, 25, 35], 'no_answer', 'dont_know', 'not_applicable']);
    expect(result.mapping.filter(({ question }) => question === 'mix').map(({ option }) => option)).toEqual(['self', 'private', 'public']);
    expect(closes(result)).toBe(true);
  });

  it('the decision settles it, in both ways', async () => {
    const asks = { 'percent_or_fraction@3': 'fraction', 'percent_or_fraction@4': 'fraction', 'percent_or_fraction@5': 'fraction' };
    const settled = await apply('excel_fr_cp1252_edited.csv', { asks }, shares);
    expect(codes(settled, 'blocking')).toEqual([]);
    const kept = await apply('excel_fr_cp1252_edited.csv', { asks: { 'percent_or_fraction@3': 'percent', 'percent_or_fraction@4': 'percent', 'percent_or_fraction@5': 'percent' } }, shares);
    expect(answers(kept, 'mix')[2]).toMatchObject({ numbers: { self: 0.4, private: 0.25, public: 0.35 } });
    expect(codes(kept, 'acknowledge')).toEqual(['sum_not_total']);
  });
});

const BUDGET: Codebook = {
  ...CODEBOOK,
  questions: [
    { code: 'name', type: 'text', label: { fr: 'Nom', en: 'Name' }, level: 'identifying', required: true },
    { ...CODEBOOK.questions[0]!, options: CODEBOOK.questions[0]!.options!.slice(0, 3) },
    { code: 'share', type: 'number', label: { fr: 'Part publique', en: 'Public share' }, level: 'open', unit: 'percent', min: 0, max: 100 },
    { code: 'amount', type: 'number', label: { fr: 'Montant', en: 'Amount' }, level: 'open', unit: 'eur_per_year', min: 0, max: 1_000_000 },
    { code: 'salaried', type: 'single', label: { fr: 'Salarié', en: 'Salaried' }, level: 'open', options: [{ code: 'yes', label: { fr: 'Oui', en: 'Yes' } }, { code: 'no', label: { fr: 'Non', en: 'No' } }] },
    { code: 'fte', type: 'number', label: { fr: 'ETP', en: 'FTE' }, level: 'open', unit: 'full_time_equivalents', askedIf: { question: 'salaried', anyOf: ['yes'] } }
  ]
};
const HEAD = 'Nom;Territoire;Part publique;Montant;Salarié;ETP\n';

describe('everything wrong is said at once, with its place', () => {
  it('unknown option, share over 100, unreadable and out of range numbers, answer that should not be there', async () => {
    const result = await applyText(`${HEAD}A;Urbain;120 %;5000-6000;Oui;1\nB;Ruralité;40 %;2 M€;Non;0,5\nC;Montagnard;50 %;129 K€;1;2\nD;péri-urbain;45%;NSP;N;\n`, BUDGET);
    const found = result.findings.map(({ code, where, value }) => [code, where.row, where.column, value]);
    expect(found).toEqual([
      ['share_over_100', 2, 3, '120 %'],
      ['unreadable_number', 2, 4, '5000-6000'],
      ['unknown_option', 3, 2, 'Ruralité'],
      ['out_of_range', 3, 4, '2 M€'],
      ['unknown_option', 4, 2, 'Montagnard'],
      ['answered_though_not_asked', 3, 6, undefined]
    ]);
    expect(result.findings[2]).toMatchObject({ level: 'blocking', where: { file: 'file.csv', header: 'Territoire' }, details: { suggestion: 'Rural' } });
    expect(answers(result, 'amount').map((answer) => (answer.state === 'answered' && answer.type === 'number' ? answer.number : answer.state))).toEqual(['unreadable', 2_000_000, 129_000, 'dont_know']);
    expect(answers(result, 'fte')[3]).toEqual({ state: 'not_asked' });
    expect(answers(result, 'territory')[3]).toMatchObject({ option: 'periurban' });
    expect(closes(result)).toBe(true);
  });

  it('decisions settle options, corrections keep the file as it is', async () => {
    const text = `${HEAD}A;Ruralité;20 %;5000-6000;Oui;1\n`;
    const reading = await readText(text);
    const result = applyCodebook(reading, BUDGET, { options: { territory: { Ruralité: 'rural' } }, corrections: { '2:4': '5500' } });
    expect(codes(result)).toEqual([]);
    expect(answers(result, 'territory')[0]).toMatchObject({ option: 'rural' });
    expect(answers(result, 'amount')[0]).toMatchObject({ number: 5_500 });
    expect(reading.grid.rows.cell(2, 4)).toBe('5000-6000');
  });

  it('a missing column, an extra column', async () => {
    const result = await applyText('Nom;Territoire;Part publique;Montant;Salarié;Code postal du siège\nA;Urbain;20;100;Oui;69001\n', BUDGET);
    expect(codes(result, 'blocking')).toEqual(['missing_question', 'unmapped_column']);
    expect(result.findings.find(({ code }) => code === 'unmapped_column')?.where).toMatchObject({ column: 6, header: 'Code postal du siège' });
    expect(result.accounting.ignoredCells).toContainEqual({ reason: 'unmapped_column', cells: 1 });
    const decided = await applyText('Nom;Territoire;Part publique;Montant;Salarié;Code postal du siège\nA;Urbain;20;100;Oui;69001\n', BUDGET, { questions: { 'Code postal du siège': 'ignore' }, asks: { 'missing_question@fte': 'not_in_file' } });
    expect(codes(decided, 'blocking')).toEqual([]);
    expect(decided.accounting.ignoredCells).toContainEqual({ reason: 'ignored_column', cells: 1 });
    expect(codes(await applyText('Territoire;Part publique;Montant;Salarié;ETP\nUrbain;20;100;Oui;1\n', BUDGET), 'blocking')).toEqual(['missing_required_question']);
  });

  it('American separators are asked about, never read as 2', async () => {
    const result = await applyText(`${HEAD}A;Urbain;20;"2,000,000";Oui;1\n`, { ...BUDGET, questions: BUDGET.questions.map((question) => (question.code === 'amount' ? { ...question, max: 9_000_000 } : question)) });
    expect(codes(result, 'blocking')).toEqual(['us_separators']);
    expect(answers(result, 'amount')[0]).toMatchObject({ number: 2_000_000 });
  });

  it('personal data in a free text is pointed out', async () => {
    const result = await applyText('Commentaire;Territoire\nÉcrire à jeanne@caisse.org;Urbain\nAppeler le 06 12 34 56 78;Urbain\nRien à dire;Rural\n', { ...CODEBOOK, questions: [CODEBOOK.questions[0]!, CODEBOOK.questions[6]!] });
    expect(result.findings.map(({ code, level, where }) => [code, level, where.row])).toEqual([['personal_data', 'information', 2], ['personal_data', 'information', 3]]);
  });

  it('each code is explained in both languages, placeholders filled', async () => {
    const results = [await apply('excel_fr_cp1252_edited.csv'), await applyText(`${HEAD}A;Zzz;120 %;x-y;Oui;1\n`, BUDGET), await apply('limesurvey_fr_codetext_long.csv', {}, BUDGET), await apply('ona_transportation.csv')];
    for (const finding of results.flatMap(({ findings }) => findings)) {
      const text = FINDING_TEXTS[finding.code];
      expect(text, finding.code).toBeDefined();
      const details = { ...finding.details, ...(finding.where as Record<string, string | number>), value: finding.value ?? '' };
      for (const sentence of [text!.rule, text!.wayOut]) for (const language of ['fr', 'en'] as const) expect(fill(sentence[language], details)).not.toMatch(/\{\w+\}/);
    }
  });
});

it('a multiple choice whose text the tool lost is found by its options', async () => {
  const codebook = { ...CODEBOOK, questions: [CODEBOOK.questions[0]!, CODEBOOK.questions[4]!] };
  const rows = ['"#","Territoire","Accès à l’alimentation durable","Gouvernance partagée","Plaidoyer","Other","Start Date (UTC)","Submit Date (UTC)","Network ID"'];
  for (const [i, ticks] of ['"Accès à l’alimentation durable","","Plaidoyer",""', '"","Gouvernance partagée","","Une ferme"', '"Accès à l’alimentation durable","","",""'].entries()) rows.push(`"${i}","Urbain",${ticks},"2026-03-10 10:00:00","2026-03-10 10:00:00","n${i}"`);
  const result = await applyText(rows.join('\n'), codebook);
  expect(result.mapping.map(({ question, reason }) => [question, reason])).toEqual([['territory', 'same_label'], ['objectives', 'similar_label']]);
  expect(answers(result, 'objectives')).toMatchObject([{ options: ['access', 'advocacy'] }, { options: ['governance', 'other'], other: 'Une ferme' }, { options: ['access'] }]);
});

describe('a file of another wave is stopped, with the reason', () => {
  const head = '"id";"submitdate";"lastpage";"startlanguage";"G1Q1"\n';

  it('another survey number', async () => {
    const result = await applyText(`${head}"1";"2026-03-10 10:00:00";"1";"fr";"Urbain"\n`, { ...CODEBOOK, surveyId: '111111', questions: [CODEBOOK.questions[0]!] }, {}, 'results-survey222222.csv');
    expect(result.findings.find(({ code }) => code === 'wrong_survey')).toMatchObject({ level: 'blocking', value: '222222', details: { expected: '111111' } });
  });

  it('another year in the title, answers outside the fieldwork, unless an editor confirms', async () => {
    const early = { ...CODEBOOK, wave: '2024', openedOn: '2024-03-01', closedOn: '2024-03-31' };
    expect(codes(await apply('framaforms_separate_semicolon.csv', {}, early), 'blocking')).toEqual(['wrong_dates', 'wrong_title']);
    expect(codes(await apply('framaforms_separate_semicolon.csv', { asks: { wrong_wave: 'accept' } }, early), 'blocking')).toEqual([]);
  });

  it('columns that another codebook explains better', async () => {
    const other: Codebook = { ...CODEBOOK, wave: '2025', questions: CODEBOOK.questions.map((question) => ({ ...question, toolCode: `${question.code}X`, label: { fr: `Autre question sur ${question.code}`, en: '' } })) };
    const reading = await readFile(fixture('gforms_fr_direct.csv'), 'a.csv');
    const result = applyCodebook(reading, other, {}, { otherCodebooks: [CODEBOOK, other] });
    expect(result.findings.find(({ code }) => code === 'other_wave_fits_better')).toMatchObject({ level: 'blocking', details: { other: '2026' } });
  });

  it('a questionnaire structure is no export of responses', async () => {
    expect(codes(await apply('ls_structure_other.lss'), 'blocking')).toContain('structure_file');
  });
});

describe('the waves shipped', () => {
  const bytes = (path: string) => new Uint8Array(readFileSync(new URL(`../../data/waves/${path}`, import.meta.url)));
  const codebook = (wave: string) => JSON.parse(readFileSync(new URL(`../../data/waves/${wave}/codebook.json`, import.meta.url), 'utf8')) as Codebook;
  const all = [codebook('2025'), codebook('2026-demo')];

  it('2025: nothing to settle', async () => {
    const result = applyCodebook(await readFile(bytes('2025/results-survey814275.csv'), 'results-survey814275.csv'), all[0]!, {}, { otherCodebooks: all });
    expect(result.responses).toHaveLength(32);
    expect(result.findings).toEqual([]);
    expect(closes(result)).toBe(true);
  });

  it('2026: nothing blocking', async () => {
    const result = applyCodebook(await readFile(bytes('2026-demo/vague-2026.xlsx'), 'vague-2026.xlsx'), all[1]!, {}, { otherCodebooks: all });
    expect(result.responses).toHaveLength(38);
    expect(codes(result, 'blocking')).toEqual([]);
    const pending = pendingFindings(result.findings, {});
    expect(pendingFindings(result.findings, { acknowledged: pending.map(findingKey) })).toEqual([]);
    expect(closes(result)).toBe(true);
  });

  it('one under the name of the other: stopped', async () => {
    const late = applyCodebook(await readFile(bytes('2026-demo/vague-2026.xlsx'), 'vague-2026.xlsx'), all[0]!, {}, { otherCodebooks: all });
    expect(codes(late, 'blocking')).toEqual(expect.arrayContaining(['other_wave_fits_better', 'wrong_dates', 'wrong_title']));
    const early = applyCodebook(await readFile(bytes('2025/results-survey814275.csv'), 'results-survey814275.csv'), all[1]!, {}, { otherCodebooks: all });
    expect(codes(early, 'blocking')).toEqual(expect.arrayContaining(['wrong_dates']));
  });
});

it('answers that the codebook does not know stay apart, as the file has them', async () => {
  const options = CODEBOOK.questions.find(({ code }) => code === 'objectives')!.options!.filter(({ code }) => code !== 'other').map((each) => ({ ...each, label: { fr: `Autrement dit ${each.code}`, en: each.code }, aliases: [] }));
  const codebook = { ...CODEBOOK, questions: CODEBOOK.questions.map((question) => (question.code === 'objectives' ? { ...question, options } : question)) };
  const asked = new Set((await apply('gforms_fr_direct.csv', {}, codebook)).findings.flatMap(({ code, value }) => (code === 'unknown_option' && value !== undefined ? [value] : [])));
  for (const whole of ["Accès à l'alimentation durable", 'Formation, sensibilisation, accompagnement', 'Gouvernance partagée', 'Plaidoyer']) expect(asked).toContain(whole);
  for (const text of asked) expect(text).not.toMatch(/durable.*(?:Formation|Gouvernance)/);
});
