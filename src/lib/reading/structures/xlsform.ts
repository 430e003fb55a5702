import type { Option, QuestionType } from '../../domain/questionnaire/codebook.ts';
import { plain } from '../values/fold.ts';
import type { Structure, StructureQuestion } from '../types.ts';

const TYPES: Record<string, QuestionType> = {
  integer: 'number', decimal: 'number', range: 'number', int: 'number', date: 'date', today: 'date', datetime: 'date', dateTime: 'date',
  text: 'text', string: 'text', note: 'text', barcode: 'text', geopoint: 'text', image: 'text', time: 'text', acknowledge: 'single', trigger: 'single'
};

/**
 * The questionnaire of an XLSForm: sheets `survey`, `choices`, `settings`. Names keep their group path (`g1/q2`); calculations and
 * notes are left out. Old spellings (`select one from l or specify other`, `list name`, `begin loop`) are read too.
 */
export function readXlsForm(survey: string[][], choices: string[][], settings: string[][]): Structure | undefined {
  const rows = records(survey);
  if (rows.length === 0 || !('type' in rows[0]!)) return undefined;
  const lists = new Map<string, Option[]>();
  for (const row of records(choices)) {
    const list = (row['list_name'] ?? row['list name'] ?? '').trim();
    const code = (row['name'] ?? row['value'] ?? '').trim();
    if (list === '' || code === '') continue;
    lists.set(list, [...(lists.get(list) ?? []), { code, label: labelOf(row, code) }]);
  }
  const languages = [...new Set(Object.keys(rows[0]!).flatMap((key) => /^label::?\s*(.+)$/i.exec(key)?.[1]?.trim() ?? []))];
  const path: string[] = [];
  const questions: StructureQuestion[] = [];
  for (const row of rows) {
    const type = (row['type'] ?? '').trim().replace(/\s+/g, ' ');
    const name = (row['name'] ?? '').trim();
    if (/^begin[ _](?:group|repeat|loop)/i.test(type)) path.push(name);
    else if (/^end[ _]/i.test(type)) path.pop();
    else if (name !== '') questions.push(...describe(type, name, [...path, name].join('/'), row, lists));
  }
  const form = records(settings)[0];
  const title = form?.['form_title'] ?? form?.['title'];
  const id = form?.['form_id'] ?? form?.['id_string'];
  return { format: 'xlsform', tool: 'XLSForm', languages, questions, ...(title ? { title } : {}), ...(id ? { surveyId: id } : {}) };
}

function describe(type: string, name: string, path: string, row: Record<string, string>, lists: Map<string, Option[]>): StructureQuestion[] {
  const label = labelOf(row, name);
  const required = /^(?:yes|true|oui|true\(\))$/i.test(row['required'] ?? '') ? { required: true } : {};
  const select = /^(?:select[ _](one|multiple|all that apply)(?:[ _]from)?|rank)\s+(\S+)(\s+or[ _](?:other|specify other))?/i.exec(type) ?? /^(?:(add) select (?:one|multiple) prompt using)\s+(\S+)()/i.exec(type);
  if (select) {
    const multiple = !/^one$/i.test(select[1] ?? 'one');
    const other = Boolean(select[3]);
    const options = [...(lists.get(select[2]!) ?? []), ...(other ? [{ code: 'other', label: { fr: 'Autre', en: 'Other' }, other: true }] : [])];
    return [{ code: name, toolCode: path, type: multiple ? 'multiple' : 'single', label, level: 'internal', toolType: type, options, ...(other ? { other } : {}), ...required }];
  }
  const known = Object.hasOwn(TYPES, type.split(' ')[0]!) ? TYPES[type.split(' ')[0]!] : undefined;
  if (known === undefined || type === 'note') return [];
  return [{ code: name, toolCode: path, type: known, label, level: 'internal', toolType: type, ...(type === 'integer' ? { integer: true } : {}), ...required }];
}

/** `label`, `label::Français (fr)`, `label::English`: French and English, each falling back on whatever exists. */
function labelOf(row: Record<string, string>, fallback: string): { fr: string; en: string } {
  const labels = Object.entries(row).filter(([key, text]) => /^label(?:$|::?)/i.test(key) && text.trim() !== '');
  const find = (pattern: RegExp) => labels.find(([key]) => pattern.test(key))?.[1];
  const any = row['label']?.trim() || labels[0]?.[1] || fallback;
  return { fr: plain(find(/\(fr\)|fran[cç]ais|french/i) ?? any), en: plain(find(/\(en\)|english|anglais/i) ?? any) };
}

/** Rows of a sheet by the folded name of their column; blank rows are left out. */
function records(rows: string[][]): Record<string, string>[] {
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const headers = (rows[at] ?? []).map((header) => header.trim().replace(/^([A-Za-z_ ]+)/, (word) => word.toLowerCase()));
  return rows.slice(at + 1).filter((row) => row.some((cell) => cell.trim() !== '')).map((row) => Object.fromEntries(headers.flatMap((header, i) => (header === '' ? [] : [[header, row[i] ?? '']]))));
}
