import { plain } from '../values/fold.ts';
import type { Rows } from '../rows.ts';
import type { Structure } from '../types.ts';
import { holdsAnswer, inLanguages, limesurveyQuestions, type LimesurveyRow } from './limesurvey-question.ts';

const COLUMNS = ['class', 'type/scale', 'name', 'relevance', 'text', 'language'];

type Named = { code: string; rows: LimesurveyRow[] };
type Described = Named & { subs: Map<string, Named>; answers: Map<string, Named> };

/**
 * The questionnaire of LimeSurvey's other structure file (tab-separated `.txt`): a row per setting (`S`, `SL`), group (`G`), question
 * (`Q`), sub-question (`SQ`) and answer (`A`), once per language. Undefined when the sheet is not one.
 */
export function readLimesurveyTsv(sheet: Rows): Structure | undefined {
  const heads = (sheet.slice(0, 1)[0] ?? []).map((head) => head.trim().toLowerCase());
  if (!COLUMNS.every((name) => heads.includes(name))) return undefined;
  const at = new Map(heads.map((head, i) => [head, i]));
  const settings = new Map<string, string>();
  const titles: LimesurveyRow[] = [];
  const questions = new Map<string, Described>();
  let current: Described | undefined;
  for (const cells of sheet.slice(1)) {
    const field = (name: string) => cells[at.get(name) ?? -1]?.trim() ?? '';
    const [kind, name, scale] = [field('class').toUpperCase(), field('name'), field('type/scale')];
    const row: LimesurveyRow = { title: name, type: scale, text: field('text'), mandatory: field('mandatory'), other: field('other'), ...(field('language') === '' ? {} : { language: field('language') }) };
    if (kind === 'S') settings.set(name, row['text']!);
    else if (kind === 'SL' && name === 'surveyls_title') titles.push(row);
    else if (kind === 'Q') current = add(questions, name, row, () => ({ code: name, rows: [], subs: new Map(), answers: new Map() }));
    else if (kind === 'SQ' && current) add(current.subs, `${scale}/${name}`, row, () => ({ code: name, rows: [] }));
    else if (kind === 'A' && current) add(current.answers, `${scale}/${name}`, row, () => ({ code: name, rows: [] }));
  }
  if (questions.size === 0) return undefined;
  const languages = [...new Set([settings.get('language') ?? '', ...(settings.get('additional_languages') ?? '').split(/\s+/), ...titles.map((row) => row['language'] ?? '')])].filter((language) => language !== '');
  const label = ({ rows }: Named) => inLanguages(rows, 'text', undefined, languages);
  const options = (named: Map<string, Named>) => [...named.values()].map((each) => ({ code: each.code, label: label(each), scale: Number(each.rows[0]!['type'] ?? 0) || 0 }));
  const title = titles[0]?.['text'];
  const surveyId = settings.get('sid');
  return {
    format: 'lss',
    tool: 'LimeSurvey',
    languages,
    questions: [...questions.values()]
      .filter(({ rows: [row] }) => holdsAnswer(row!['type'] ?? ''))
      .flatMap((question) => limesurveyQuestions(question.rows[0]!['type'] ?? '', question.rows[0]!, label(question), options(question.subs), options(question.answers))),
    ...(title ? { title: plain(title) } : {}),
    ...(surveyId ? { surveyId } : {})
  };
}

function add<T extends Named>(map: Map<string, T>, key: string, row: LimesurveyRow, make: () => T): T {
  const found = map.get(key) ?? make();
  map.set(key, found);
  found.rows.push(row);
  return found;
}
