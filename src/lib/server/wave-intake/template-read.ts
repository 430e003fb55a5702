import { PUBLICATION_LEVELS, QUESTION_TYPES, UNITS, type Option, type Question } from '#lib/domain/questionnaire/codebook.ts';
import { openFile } from '#lib/reading/containers/open.ts';
import { readFile } from '#lib/reading/read.ts';
import { CODE, proposeCode } from './codebook-edit.ts';
import { DICTIONARY, OPTION_LIST } from './template.ts';

/** What a file says of a questionnaire. `problems`: lines of the template that mean nothing, as `sheet row: what`. */
export type ReadQuestionnaire = { source: 'template' | 'lss' | 'xlsform' | 'sphinx'; questions: Question[]; title?: string; surveyId?: string; problems: string[] };

type Line = { row: number; cells: Record<string, string> };

function lines(rows: string[][]): Line[] {
  const [header = [], ...rest] = rows;
  const names = header.map((name) => name.trim().toLowerCase());
  return rest
    .map((cells, index) => ({ row: index + 2, cells: Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()])) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
}

const yes = (text = ''): boolean => /^(yes|oui|true|vrai|1|x)$/i.test(text);
const number = (text = ''): number | undefined => (text === '' ? undefined : Number(text.replace(/\s/g, '').replace(',', '.')));

/** The questionnaire of a filled template: its dictionary and its options. */
export function readTemplate(dictionary: string[][], options: string[][]): { questions: Question[]; problems: string[] } {
  const problems: string[] = [];
  const questions: Question[] = [];
  for (const { row, cells } of lines(dictionary)) {
    const said = (what: string): void => void problems.push(`${DICTIONARY.sheet} ${row}: ${what}`);
    const type = QUESTION_TYPES.find((each) => each === cells['type']);
    const [fr, en] = [cells['label_fr'] ?? '', cells['label_en'] ?? ''];
    const code = cells['code'] || proposeCode(fr || en, new Set(questions.map((each) => each.code)));
    if (!type) said(`type « ${cells['type'] ?? ''} »`);
    if (!CODE.test(code) || questions.some((each) => each.code === code)) said(`code « ${code} »`);
    if (!fr && !en) said('label');
    if (!type || (!fr && !en)) continue;
    const [min, max, sum] = [number(cells['min']), number(cells['max']), number(cells['sum'])];
    const unit = UNITS.find((each) => each === cells['unit']);
    const asked = cells['asked_if'] ? { question: cells['asked_if'], anyOf: (cells['asked_if_options'] ?? '').split(/[\s,;]+/).filter(Boolean) } : undefined;
    questions.push({
      code,
      ...(cells['tool_code'] ? { toolCode: cells['tool_code'] } : {}),
      type,
      label: { fr: fr || en, en: en || fr },
      level: PUBLICATION_LEVELS.find((each) => each === cells['level']) ?? 'internal',
      ...(unit ? { unit } : {}),
      ...(min === undefined || Number.isNaN(min) ? {} : { min }),
      ...(max === undefined || Number.isNaN(max) ? {} : { max }),
      ...(yes(cells['integer']) ? { integer: true } : {}),
      ...(sum === undefined || Number.isNaN(sum) ? {} : { sum: { total: sum, tolerance: 1 } }),
      ...(asked ? { askedIf: asked } : {}),
      ...(yes(cells['required']) ? { required: true } : {})
    });
  }
  for (const { row, cells } of lines(options)) {
    const question = questions.find((each) => each.code === cells['question']);
    if (!question) {
      problems.push(`${OPTION_LIST.sheet} ${row}: question « ${cells['question'] ?? ''} »`);
      continue;
    }
    const list = cells['flag'] === 'scale' ? (question.scale ??= []) : (question.options ??= []);
    const [fr, en] = [cells['label_fr'] ?? '', cells['label_en'] ?? ''];
    const option: Option = { code: cells['code'] || proposeCode(fr || en, new Set(list.map((each) => each.code))), label: { fr: fr || en, en: en || fr } };
    list.push({ ...option, ...(cells['flag'] === 'other' ? { other: true } : {}), ...(cells['flag'] === 'dont_know' ? { dontKnow: true } : {}), ...(cells['family'] ? { family: cells['family'] } : {}) });
  }
  return { questions, problems };
}

/** Unique codes that can stand in addresses; the tool keeps its own in `toolCode`. */
function tidyCodes(questions: Question[]): Question[] {
  const taken = new Set<string>();
  return questions.map((question) => {
    const code = CODE.test(question.code) && !taken.has(question.code) ? question.code : proposeCode(question.code, taken);
    taken.add(code);
    return { ...question, code };
  });
}

/**
 * The questionnaire that a file describes: a filled template, a LimeSurvey structure, an XLSForm, a Sphinx information sheet.
 *
 * @returns undefined when the file describes none
 * @throws ReadingRefusal
 */
export async function readQuestionnaire(bytes: Uint8Array, filename: string): Promise<ReadQuestionnaire | undefined> {
  const opened = await openFile(bytes, filename);
  const sheets = opened.grid.sheets ?? [];
  const named = async (wanted: string): Promise<string[][]> => {
    const name = sheets.find((each) => each.trim().toLowerCase() === wanted.toLowerCase());
    return name === undefined ? [] : name === opened.grid.sheet ? [...opened.grid.rows] : opened.sheet(name);
  };
  const dictionary = await named(DICTIONARY.sheet);
  if (dictionary.length > 0) return { source: 'template', ...readTemplate(dictionary, await named(OPTION_LIST.sheet)) };
  const { structure } = await readFile(bytes, filename);
  if (!structure) return undefined;
  const questions = structure.questions.map(({ toolType: _type, other: _other, ...question }) => {
    void _type;
    void _other;
    return question;
  });
  return { source: structure.format, questions: tidyCodes(questions), problems: [], ...(structure.title ? { title: structure.title } : {}), ...(structure.surveyId ? { surveyId: structure.surveyId } : {}) };
}
