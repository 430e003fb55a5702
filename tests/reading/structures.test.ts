import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/lib/reading/read.ts';
import { readLss } from '../../src/lib/reading/structures/lss.ts';
import { readSphinxInformation } from '../../src/lib/reading/structures/sphinx.ts';
import { readXlsForm } from '../../src/lib/reading/structures/xlsform.ts';
import { zip } from './archives.ts';
import { counts, expectTool, fixture, lines, question, readText } from './fixtures.ts';

const row = (fields: Record<string, string>) => `<row>${Object.entries(fields).map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`).join('')}</row>`;
const section = (name: string, rows: Record<string, string>[]) => `<${name}><fields/><rows>${rows.map(row).join('')}</rows></${name}>`;

/** A structure as LimeSurvey 4 and later write it: texts apart, sub-questions in their own section. */
const LSS = `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>640</DBVersion><languages><language>fr</language><language>en</language></languages>
${section('answers', [{ aid: '1', qid: '10', code: 'A1', sortorder: '0', scale_id: '0' }, { aid: '2', qid: '10', code: 'A2', sortorder: '1', scale_id: '0' }, { aid: '3', qid: '30', code: '1', sortorder: '0', scale_id: '0' }, { aid: '4', qid: '30', code: '2', sortorder: '1', scale_id: '0' }])}
${section('answer_l10ns', [{ id: '1', aid: '1', answer: 'Association', language: 'fr' }, { id: '2', aid: '2', answer: 'Collectivité', language: 'fr' }, { id: '3', aid: '3', answer: 'Un peu', language: 'fr' }, { id: '4', aid: '4', answer: 'Beaucoup', language: 'fr' }, { id: '5', aid: '2', answer: 'Local authority', language: 'en' }])}
${section('groups', [{ gid: '1', group_order: '1' }])}
${section('questions', [
  { qid: '20', parent_qid: '0', sid: '814275', gid: '1', type: 'M', title: 'OBJ', other: 'Y', mandatory: 'Y', question_order: '2' },
  { qid: '10', parent_qid: '0', sid: '814275', gid: '1', type: 'L', title: 'LEAD', other: 'N', question_order: '1' },
  { qid: '30', parent_qid: '0', sid: '814275', gid: '1', type: 'F', title: 'SUP', other: 'N', question_order: '3' },
  { qid: '40', parent_qid: '0', sid: '814275', gid: '1', type: 'K', title: 'MIX', other: 'N', question_order: '4' },
  { qid: '50', parent_qid: '0', sid: '814275', gid: '1', type: 'X', title: 'INFO', other: 'N', question_order: '5' }
])}
${section('subquestions', [
  { qid: '21', parent_qid: '20', title: 'access', question_order: '1' }, { qid: '22', parent_qid: '20', title: 'advocacy', question_order: '2' },
  { qid: '31', parent_qid: '30', title: 'SQ001', question_order: '1' }, { qid: '41', parent_qid: '40', title: 'self', question_order: '1' }
])}
${section('question_l10ns', [
  { id: '1', qid: '10', question: '<p>Qui porte la caisse&nbsp;?</p>', language: 'fr' }, { id: '2', qid: '20', question: 'Objectifs', language: 'fr' }, { id: '3', qid: '21', question: 'Accès', language: 'fr' },
  { id: '4', qid: '22', question: 'Plaidoyer', language: 'fr' }, { id: '5', qid: '30', question: 'Soutien', language: 'fr' }, { id: '6', qid: '31', question: 'Des élus', language: 'fr' },
  { id: '7', qid: '40', question: 'Répartition', language: 'fr' }, { id: '8', qid: '41', question: 'Autofinancement', language: 'fr' }, { id: '9', qid: '10', question: 'Who leads?', language: 'en' }
])}
${section('surveys_languagesettings', [{ surveyls_title: 'Enquête 2025', surveyls_language: 'fr' }])}</document>`;

describe('.lss', () => {
  const structure = readLss(LSS);

  it('questions in order, texts in both languages, options, rows and scales', () => {
    expect([structure.title, structure.surveyId, structure.languages]).toEqual(['Enquête 2025', '814275', ['fr', 'en']]);
    expect(structure.questions.map(({ code, type }) => [code, type])).toEqual([['LEAD', 'single'], ['OBJ', 'multiple'], ['SUP', 'grid'], ['MIX', 'numbers']]);
    const [lead, objectives, support, mix] = structure.questions;
    expect(lead).toMatchObject({ label: { fr: 'Qui porte la caisse ?', en: 'Who leads?' }, options: [{ code: 'A1', label: { fr: 'Association' } }, { code: 'A2', label: { fr: 'Collectivité', en: 'Local authority' } }] });
    expect(objectives).toMatchObject({ required: true, other: true, options: [{ code: 'access' }, { code: 'advocacy' }, { code: 'other', other: true }] });
    expect(support).toMatchObject({ options: [{ code: 'SQ001', label: { fr: 'Des élus' } }], scale: [{ code: '1', label: { fr: 'Un peu' } }, { code: '2' }] });
    expect(mix?.options).toMatchObject([{ code: 'self', label: { fr: 'Autofinancement' } }]);
  });

  it('gives its words to an export of codes; an option nobody chose is a zero', async () => {
    const text = 'id;submitdate;lastpage;startlanguage;LEAD;OBJ[access];OBJ[other];SUP[SQ001];MIX[self]\n1;2025-01-01;1;fr;A1;Y;;2;37.5\n2;2025-01-01;1;fr;A1;;Recherche;2;0\n';
    const reading = await readText(text, 'results-survey814275.csv', { structure });
    expect(question(reading, 'LEAD')).toMatchObject({ label: 'Qui porte la caisse ?', type: 'single' });
    expect(counts(question(reading, 'LEAD').options)).toEqual({ Association: 2, Collectivité: 0 });
    expect(counts(question(reading, 'OBJ').options)).toMatchObject({ Accès: 1, Plaidoyer: 0 });
    expect(question(reading, 'SUP').rows).toMatchObject([{ label: 'Des élus', options: [{ label: 'Un peu', count: 0 }, { label: 'Beaucoup', count: 2 }] }]);
    expect(question(reading, 'MIX')).toMatchObject({ type: 'numbers', rows: [{ label: 'Autofinancement', numbers: { sum: 37.5 } }] });
  });

  it('the older form, with everything in the question', () => {
    const old = readLss(new TextDecoder().decode(fixture('ls_structure_other.lss')));
    expect(old.questions.map(({ code, toolType }) => [code, toolType])).toEqual([['cob', 'T'], ['yob', 'N'], ['fcol', 'L']]);
  });
});

it('questions of two dimensions take the words of both, as the responses show them', async () => {
  const ask = (qid: string, type: string, title: string, text: string, more = {}) => ({ qid, parent_qid: '0', sid: '1', gid: '1', type, title, question: text, language: 'fr', question_order: qid, ...more });
  const sub = (qid: string, parent_qid: string, title: string, text: string, scale_id = '0') => ({ qid, parent_qid, title, question: text, language: 'fr', question_order: qid, scale_id });
  const answer = (qid: string, code: string, text: string, sortorder: string, scale_id = '0') => ({ qid, code, answer: text, sortorder, scale_id, language: 'fr' });
  const structure = readLss(`<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>fr</language></languages>
${section('answers', [answer('3', 'A1', 'Un peu', '1'), answer('3', 'A2', 'Beaucoup', '2'), answer('3', 'B1', 'Rare', '1', '1'), answer('3', 'B2', 'Souvent', '2', '1'), answer('4', 'X1', 'Prix', '1'), answer('4', 'X2', 'Goût', '2')])}
${section('questions', [ask('1', ':', 'NUM', 'Volumes'), ask('2', ';', 'TXT', 'Détails'), ask('3', '1', 'DUAL', 'Soutien'), ask('4', 'R', 'RANK', 'Classez'), ask('5', 'Q', 'MT', 'Bilan'), ask('7', 'P', 'MC', 'Objectifs', { other: 'Y' })])}
${section('subquestions', [sub('11', '1', 'R1', 'Légumes'), sub('13', '1', 'C1', '2024', '1'), sub('14', '1', 'C2', '2025', '1'), sub('21', '2', 'R1', 'Nom'), sub('22', '2', 'C1', 'Premier', '1'), sub('31', '3', 'R1', 'Les élus'), sub('51', '5', 'A', 'Forces'), sub('52', '5', 'B', 'Faiblesses'), sub('71', '7', 'O1', 'Accès')])}</document>`);
  const rows = [
    ['id', 'submitdate', 'lastpage', 'startlanguage', 'NUM[R1_C1]', 'NUM[R1_C2]', 'TXT[R1_C1]', 'DUAL[R1][1]', 'DUAL[R1][2]', 'RANK[1]', 'RANK[2]', 'MT[A]', 'MT[B]', 'MC[O1]', 'MC[O1comment]', 'MC[other]', 'MC[othercomment]'],
    [1, '2026-01-01 10:00:00', 1, 'fr', '1.5', '2', 'Inès', 'A1', 'B2', 'X2', 'X1', 'fort', '', 'Y', 'oui', '', ''],
    [2, '2026-01-02 10:00:00', 1, 'fr', '1', '3', 'Paul', 'A2', 'B1', 'X1', 'X2', '', 'faible', '', '', 'ferme', 'un jour']
  ];
  const reading = await readText(lines(',', rows), 'results-survey1.csv', { structure });
  expect(reading.questions.map(({ id, label, type }) => [id, label, type])).toEqual([
    ['NUM', 'Volumes', 'numbers'], ['TXT[R1_C1]', 'Détails [Nom | Premier]', 'text'], ['DUAL#1', 'Soutien [1]', 'grid'], ['DUAL#2', 'Soutien [2]', 'grid'], ['RANK', 'Classez', 'grid'],
    ['MT[A]', 'Bilan [Forces]', 'text'], ['MT[B]', 'Bilan [Faiblesses]', 'text'], ['MC', 'Objectifs', 'multiple']
  ]);
  expect(question(reading, 'NUM').rows?.map(({ label, numbers }) => [label, numbers?.sum])).toEqual([['Légumes | 2024', 2.5], ['Légumes | 2025', 5]]);
  expect(counts(question(reading, 'DUAL#2').options)).toEqual({ Rare: 1, Souvent: 1 });
  expect(question(reading, 'RANK').rows).toMatchObject([{ label: 'Rang 1', options: [{ label: 'Prix', count: 1 }, { label: 'Goût', count: 1 }] }, { label: 'Rang 2' }]);
  expect(counts(question(reading, 'MC').options)).toEqual({ Accès: 1, Autre: 1 });
});

describe('.txt of LimeSurvey', () => {
  const HEADS = ['id', 'related_id', 'class', 'type/scale', 'name', 'relevance', 'text', 'help', 'language', 'validation', 'mandatory', 'encrypted', 'other'];
  const ROWS = [
    ['', '', 'S', '', 'sid', '', '814275'],
    ['', '', 'S', '', 'language', '', 'fr'],
    ['', '', 'S', '', 'additional_languages', '', 'en'],
    ['', '', 'SL', '', 'surveyls_title', '', 'Enquête « caisses »', '', 'fr'],
    ['60', '', 'G', '0', 'Vous', '', '', '', 'fr'],
    ['10', '60', 'Q', 'L', 'LEAD', '1', '<p>Qui porte la caisse&nbsp;?</p>', '', 'fr', '', 'Y', 'N', 'Y'],
    ['', '10', 'A', '0', 'A1', '', 'Association', '', 'fr'],
    ['', '10', 'A', '0', 'A2', '', 'Collectivité', '', 'fr'],
    ['10', '60', 'Q', 'L', 'LEAD', '1', 'Who leads?', '', 'en', '', 'Y', 'N', 'Y'],
    ['', '10', 'A', '0', 'A2', '', 'Local authority', '', 'en'],
    ['20', '60', 'Q', 'M', 'OBJ', '1', 'Objectifs', '', 'fr', '', 'N', 'N', 'N'],
    ['21', '20', 'SQ', '0', 'access', '1', 'Accès, droits', '', 'fr'],
    ['22', '20', 'SQ', '0', 'advocacy', '1', 'Plaidoyer', '', 'fr'],
    ['30', '60', 'Q', 'X', 'INFO', '1', 'Merci', '', 'fr'],
    ['40', '60', 'Q', 'B', 'SUP', '1', 'Soutien', '', 'fr'],
    ['41', '40', 'SQ', '0', 'SQ001', '1', 'Des élus', '', 'fr']
  ];

  it('the same questionnaire as an .lss, whatever it was saved with', async () => {
    for (const text of [lines('\t', [HEADS, ...ROWS]), lines(';', [HEADS.slice(2), ...ROWS.map((cells) => cells.slice(2))])]) {
      const reading = await readText(text, 'limesurvey_survey_814275.txt');
      expect(reading).toMatchObject({ kind: 'structure', tool: { name: 'LimeSurvey' }, surveyId: '814275', title: 'Enquête « caisses »' });
      expect(reading.structure?.languages).toEqual(['fr', 'en']);
      expect(reading.structure?.questions.map(({ code, type }) => [code, type])).toEqual([['LEAD', 'single'], ['OBJ', 'multiple'], ['SUP', 'grid']]);
      const [lead, objectives, support] = reading.structure!.questions;
      expect(lead).toMatchObject({ required: true, label: { fr: 'Qui porte la caisse ?', en: 'Who leads?' }, options: [{ code: 'A1', label: { fr: 'Association' } }, { code: 'A2', label: { fr: 'Collectivité', en: 'Local authority' } }, { code: '-oth-', other: true }] });
      expect(objectives?.options).toMatchObject([{ code: 'access', label: { fr: 'Accès, droits' } }, { code: 'advocacy' }]);
      expect(support).toMatchObject({ options: [{ code: 'SQ001' }], scale: Array.from({ length: 10 }, (_, i) => ({ code: String(i + 1) })) });
    }
  });
});

describe('.lsa', () => {
  const FIELDS = ['id', 'submitdate', 'lastpage', 'startlanguage', '814275X1X10', '814275X1X20access', '814275X1X20advocacy', '814275X1X20other', '814275X1X30SQ001', '814275X1X40self'];
  const named = FIELDS.map((field) => field.replace(/^(?=\d)/, '_'));
  const answers = (cells: (string | null)[]) => `<row>${cells.map((cell, at) => (cell === null ? '' : `<${named[at]}><![CDATA[${cell}]]></${named[at]}>`)).join('')}</row>`;
  const LSR = `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Responses</LimeSurveyDocType><responses><fields>${named.map((name) => `<fieldname>${name}</fieldname>`).join('')}</fields><rows>
${answers(['1', '2026-03-10 10:00:00', '3', 'fr', 'A1', 'Y', '', '', '2', '37.5000000000'])}
${answers(['2', '2026-03-11 10:00:00', '3', 'fr', 'A2', '', 'Y', 'ferme > jardin & co', '1', ''])}
${answers(['3', null, '1', 'fr', 'A1', null, null, null, null, null])}</rows></responses></document>`;
  const archive = (lsr: string) => zip([{ name: 'survey_814275.lss', data: LSS }, { name: 'survey_814275_responses.lsr', data: lsr }, { name: 'survey_814275_tokens.lst', data: '<document/>' }]);

  it('responses explained by the structure beside them; a field that is missing was not shown', async () => {
    const reading = await readFile(archive(LSR), 'survey_archive_814275.lsa');
    expectTool(reading, 'LimeSurvey', 3);
    expect(reading.asks).toContainEqual(expect.objectContaining({ code: 'tables_left_out', details: { tables: 'survey_814275_tokens.lst' } }));
    expect(counts(question(reading, 'LEAD').options)).toEqual({ Association: 2, Collectivité: 1 });
    expect(question(reading, 'OBJ')).toMatchObject({ type: 'multiple', answered: 2, notAsked: 1 });
    expect(counts(question(reading, 'OBJ').options)).toMatchObject({ Accès: 1, Plaidoyer: 1 });
    expect(question(reading, 'SUP').rows).toMatchObject([{ label: 'Des élus', options: [{ label: 'Un peu', count: 1 }, { label: 'Beaucoup', count: 1 }] }]);
    expect(question(reading, 'MIX').rows).toMatchObject([{ label: 'Autofinancement', numbers: { sum: 37.5 } }]);
  });

  it('responses alone, or cut short, are refused', async () => {
    await expect(readFile(new TextEncoder().encode(LSR), 'survey_814275_responses.lsr')).rejects.toMatchObject({ code: 'xml_not_table' });
    await expect(readFile(archive('<document><responses/></document>'), 'a.lsa')).rejects.toMatchObject({ code: 'damaged_file' });
  });
});

describe('XLSForm', () => {
  const survey = [
    ['type', 'name', 'label::Français (fr)', 'label::English (en)', 'required'],
    ['start', 'start', '', '', ''],
    ['begin_group', 'g1', 'Groupe', '', ''],
    ['select_one terr', 'territoire ', 'Quel territoire ?', 'Which territory?', 'yes'],
    ['select multiple from obj', 'objectifs', 'Quels objectifs ?', '', ''],
    ['end group', '', '', '', ''],
    ['select one from terr or specify other', 'second', 'Et encore ?', '', ''],
    ['integer', 'participants', 'Combien ?', '', ''],
    ['note', 'merci', 'Merci', '', ''],
    ['calculate', 'total', '', '', '']
  ];
  const choices = [['list name', 'name', 'label::Français (fr)'], ['terr', 'urbain', 'Urbain'], ['terr', 'rural', 'Rural'], ['obj', 'acces', 'Accès'], ['obj', 'plaidoyer', 'Plaidoyer']];
  const structure = readXlsForm(survey, choices, [['form_title', 'form_id'], ['Enquête', 'enq1']])!;

  it('groups, languages, old spellings, or_other', () => {
    expect([structure.title, structure.surveyId]).toEqual(['Enquête', 'enq1']);
    expect(structure.questions.map(({ toolCode, type }) => [toolCode, type])).toEqual([['g1/territoire', 'single'], ['g1/objectifs', 'multiple'], ['second', 'single'], ['participants', 'number']]);
    expect(structure.questions[0]).toMatchObject({ required: true, label: { fr: 'Quel territoire ?', en: 'Which territory?' }, options: [{ code: 'urbain', label: { fr: 'Urbain' } }, { code: 'rural' }] });
    expect(structure.questions[2]?.options?.at(-1)).toMatchObject({ code: 'other', other: true });
  });

  it('tells a list of codes from a text in an export', async () => {
    const reading = await readText('SubmissionDate,g1-territoire,g1-objectifs,participants,KEY,SubmitterID\n2026-01-01,rural,acces,3,k1,1\n2026-01-01,rural,,4,k2,1\n', 'a.csv', { structure });
    expect(question(reading, 'g1-objectifs')).toMatchObject({ type: 'multiple', label: 'Quels objectifs ?', answered: 1 });
    expect(counts(question(reading, 'g1-objectifs').options)).toEqual({ Accès: 1, Plaidoyer: 0 });
    expect(counts(question(reading, 'g1-territoire').options)).toEqual({ Urbain: 0, Rural: 2 });
  });

  it('a sheet that is no survey is not one', () => {
    expect(readXlsForm([['Nom', 'Âge'], ['A', '3']], [], [])).toBeUndefined();
  });
});

it('Sphinx information sheet', () => {
  const structure = readSphinxInformation([['Informations'], [], ['1', 'Q1', 'Quel territoire ?', 'FU - Fermée unique', 'Urbain ; Rural ; Autre'], ['2', 'Q2', 'Quel budget ?', 'ON', ''], ['3', 'Q3', 'Quand ?', 'OD']]);
  expect(structure?.questions.map(({ code, type, label }) => [code, type, label.fr])).toEqual([['Q1', 'single', 'Quel territoire ?'], ['Q2', 'number', 'Quel budget ?'], ['Q3', 'date', 'Quand ?']]);
  expect(structure?.questions[0]?.options?.map(({ code, other }) => [code, other ?? false])).toEqual([['Urbain', false], ['Rural', false], ['Autre', true]]);
});
