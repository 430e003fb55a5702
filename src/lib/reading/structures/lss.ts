import { childOf, childrenOf, parseXml, type XmlNode } from '../containers/xml.ts';
import { ReadingRefusal } from '../refusal.ts';
import { plain } from '../values/fold.ts';
import type { Structure, StructureQuestion } from '../types.ts';
import { holdsAnswer, inLanguages, limesurveyQuestions, type LimesurveyRow as Row, type Listed } from './limesurvey-question.ts';

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
  const text = (entry: Distinct, field: string, table: Map<string, Row>) => inLanguages(entry.rows, field, table.get(entry.id), languages);
  const described = questions
    .filter(({ rows: [row] }) => !(Number(row!['parent_qid']) > 0) && holdsAnswer(row!['type'] ?? ''))
    .sort((a, b) => order(a.rows[0]!) - order(b.rows[0]!))
    .flatMap((entry): StructureQuestion[] => {
      const row = entry.rows[0]!;
      const letter = row['type'] ?? '';
      const subs = subquestions
        .filter(({ rows: [sub] }) => sub!['parent_qid'] === entry.id)
        .sort((a, b) => Number(a.rows[0]!['question_order']) - Number(b.rows[0]!['question_order']))
        .map((sub): Listed => ({ code: sub.rows[0]!['title'] ?? '', label: text(sub, 'question', texts), scale: Number(sub.rows[0]!['scale_id'] ?? 0) }));
      const answers = distinctAnswers(rows('answers').filter((answer) => answer['qid'] === entry.id), answerTexts, languages);
      return limesurveyQuestions(letter, row, text(entry, 'question', texts), subs, answers);
    });
  const title = settings[0]?.['surveyls_title'];
  return { format: 'lss', tool: 'LimeSurvey', languages, questions: described, ...(title ? { title: plain(title) } : {}), ...(surveyId ? { surveyId } : {}) };
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

function distinctAnswers(rows: Row[], texts: Map<string, Row>, languages: string[]): Listed[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(`${row['scale_id'] ?? 0}/${row['code'] ?? ''}`, [...(found.get(`${row['scale_id'] ?? 0}/${row['code'] ?? ''}`) ?? []), row]);
  return [...found.values()]
    .sort((a, b) => Number(a[0]!['sortorder'] ?? 0) - Number(b[0]!['sortorder'] ?? 0))
    .map((list) => ({ code: list[0]!['code'] ?? '', label: inLanguages(list, 'answer', texts.get(list[0]!['aid'] ?? ''), languages), scale: Number(list[0]!['scale_id'] ?? 0) }));
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
