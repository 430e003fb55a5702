import { childOf, childrenOf, parseXml, type XmlNode } from '../containers/xml.ts';
import { ReadingRefusal } from '../refusal.ts';
import { plain } from '../values/fold.ts';
import type { Option, QuestionType } from '../../domain/questionnaire/codebook.ts';
import type { Structure, StructureQuestion } from '../types.ts';

/** Question types of LimeSurvey, by letter. `X` (a text shown) and `*` (an equation) hold no answer of a respondent. */
const TYPES: Record<string, QuestionType> = {
  L: 'single', '!': 'single', O: 'single', G: 'single', Y: 'single', '5': 'single', I: 'single',
  M: 'multiple', P: 'multiple', R: 'grid',
  F: 'grid', H: 'grid', A: 'grid', B: 'grid', C: 'grid', E: 'grid', '1': 'grid',
  N: 'number', K: 'numbers', ':': 'numbers',
  S: 'text', T: 'text', U: 'text', Q: 'text', ';': 'text', '|': 'text', D: 'date'
};

const FIXED: Record<string, [string, string, string][]> = {
  Y: [['Y', 'Oui', 'Yes'], ['N', 'Non', 'No']],
  G: [['F', 'Féminin', 'Female'], ['M', 'Masculin', 'Male']],
  C: [['Y', 'Oui', 'Yes'], ['U', 'Incertain', 'Uncertain'], ['N', 'Non', 'No']],
  E: [['I', 'Augmenter', 'Increase'], ['S', 'Sans changement', 'Same'], ['D', 'Diminuer', 'Decrease']]
};

type Row = Record<string, string>;

/**
 * The questionnaire of a LimeSurvey structure file (`.lss`): questions in order with their options, sub-questions and scales, in each
 * language. Versions before 4 keep texts in `questions`, later ones in `question_l10ns`.
 *
 * @throws ReadingRefusal `damaged_file`
 */
export function readLss(xml: string): Structure {
  const root = parseXml(xml);
  if (!root || childOf(root, 'LimeSurveyDocType') === undefined) throw new ReadingRefusal('damaged_file', { part: '.lss' });
  const languages = childrenOf(childOf(root, 'languages'), 'language').map((node) => node.text.trim());
  const rows = (name: string) => rowsOf(childOf(root, name));
  const texts = localised(rows('question_l10ns'), 'qid', 'question');
  const answerTexts = localised(rows('answer_l10ns'), 'aid', 'answer');
  const questions = distinct([...rows('questions')], 'qid');
  const subquestions = distinct([...rows('subquestions'), ...rows('questions').filter((row) => Number(row['parent_qid']) > 0)], 'qid');
  const settings = rows('surveys_languagesettings');
  const surveyId = rows('surveys')[0]?.['sid'] ?? questions[0]?.rows[0]?.['sid'];
  const groups = rows('groups');
  const order = (row: Row) => Number(groups.find((group) => group['gid'] === row['gid'])?.['group_order'] ?? 0) * 10_000 + Number(row['question_order'] ?? 0);
  const text = (entry: Distinct, field: string, table: Map<string, Row>) => inLanguages(entry, field, table.get(entry.id), languages);
  const described = questions
    .filter(({ rows: [row] }) => !(Number(row!['parent_qid']) > 0) && Object.hasOwn(TYPES, row!['type'] ?? ''))
    .sort((a, b) => order(a.rows[0]!) - order(b.rows[0]!))
    .map((entry): StructureQuestion => {
      const row = entry.rows[0]!;
      const letter = row['type'] ?? '';
      const subs = subquestions
        .filter(({ rows: [sub] }) => sub!['parent_qid'] === entry.id)
        .sort((a, b) => Number(a.rows[0]!['question_order']) - Number(b.rows[0]!['question_order']))
        .map((sub): Option => ({ code: sub.rows[0]!['title'] ?? '', label: text(sub, 'question', texts) }));
      const answers = distinctAnswers(rows('answers').filter((answer) => answer['qid'] === entry.id), answerTexts, languages);
      return describe(letter, row, text(entry, 'question', texts), subs, answers);
    });
  const title = settings[0]?.['surveyls_title'];
  return { format: 'lss', tool: 'LimeSurvey', languages, questions: described, ...(title ? { title: plain(title) } : {}), ...(surveyId ? { surveyId } : {}) };
}

function describe(letter: string, row: Row, label: { fr: string; en: string }, subs: Option[], answers: Option[]): StructureQuestion {
  const type = TYPES[letter]!;
  const code = row['title'] ?? '';
  const other = row['other'] === 'Y';
  const fixed = (FIXED[letter] ?? numbered(letter)).map(([value, fr, en]) => ({ code: value, label: { fr, en } }));
  const choices = answers.length > 0 ? answers : fixed;
  const withOther = (list: Option[]) => (other ? [...list, { code: type === 'single' ? '-oth-' : 'other', label: { fr: 'Autre', en: 'Other' }, other: true }] : list);
  const common: StructureQuestion = { code, toolCode: code, type, label, level: 'internal', toolType: letter, ...(other ? { other } : {}), ...(row['mandatory'] === 'Y' ? { required: true } : {}) };
  if (type === 'single') return { ...common, options: withOther(choices) };
  if (type === 'multiple') return { ...common, options: withOther(subs) };
  if (type === 'numbers') return { ...common, options: subs };
  if (type === 'grid') return { ...common, options: subs, scale: choices };
  return common;
}

/** Scales of points: five, ten. */
function numbered(letter: string): [string, string, string][] {
  const points = letter === 'A' || letter === '5' ? 5 : letter === 'B' ? 10 : 0;
  return Array.from({ length: points }, (_, i) => [String(i + 1), String(i + 1), String(i + 1)]);
}

type Distinct = { id: string; rows: Row[] };

function distinct(rows: Row[], key: string): Distinct[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row[key] ?? '';
    const known = found.get(id);
    if (!known) found.set(id, [row]);
    else if (!known.some((other) => other['language'] === row['language'])) known.push(row);
  }
  return [...found].map(([id, list]) => ({ id, rows: list }));
}

function distinctAnswers(rows: Row[], texts: Map<string, Row>, languages: string[]): Option[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(`${row['scale_id'] ?? 0}/${row['code'] ?? ''}`, [...(found.get(`${row['scale_id'] ?? 0}/${row['code'] ?? ''}`) ?? []), row]);
  return [...found.values()]
    .filter(([row]) => Number(row!['scale_id'] ?? 0) === 0)
    .sort((a, b) => Number(a[0]!['sortorder'] ?? 0) - Number(b[0]!['sortorder'] ?? 0))
    .map((list) => ({ code: list[0]!['code'] ?? '', label: inLanguages({ id: '', rows: list }, 'answer', texts.get(list[0]!['aid'] ?? ''), languages) }));
}

/** French and English, each falling back on the other, then on the first language. */
function inLanguages(entry: Distinct, field: string, table: Row | undefined, languages: string[]): { fr: string; en: string } {
  const by = new Map(entry.rows.map((row) => [row['language'] ?? languages[0] ?? '', plain(row[field] ?? '')]));
  for (const [language, text] of Object.entries(table ?? {})) by.set(language, plain(text));
  const find = (wanted: string) => [...by].find(([language, text]) => language.startsWith(wanted) && text !== '')?.[1];
  const any = find('fr') ?? find('en') ?? [...by.values()].find((text) => text !== '') ?? '';
  return { fr: find('fr') ?? any, en: find('en') ?? any };
}

/** Texts by identifier, then by language. */
function localised(rows: Row[], key: string, field: string): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) found.set(row[key] ?? '', { ...found.get(row[key] ?? ''), [row['language'] ?? '']: row[field] ?? '' });
  return found;
}

function rowsOf(section: XmlNode | undefined): Row[] {
  return childrenOf(childOf(section, 'rows'), 'row').map((row) => Object.fromEntries(row.children.map((field) => [field.name, field.text])));
}
