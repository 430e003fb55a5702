import { childOf, childrenOf, insides, parseXml, xmlText } from '../containers/xml.ts';
import { LIMITS } from '../limits.ts';
import { ReadingRefusal } from '../refusal.ts';
import { Rows } from '../rows.ts';

/** What LimeSurvey's full answers write for a question that was not shown: in the archive its field is missing. */
const NOT_SHOWN = 'N/A';
const FIELD = /^(\d+)X(\d+)X(\d+)(.*)$/;
const ROW = /<!\[CDATA\[|<(\/?)row\s*(\/?)>/g;
const TAG = /<([\w.-]+)\s*(\/?)>/g;

/**
 * The responses of a LimeSurvey archive (`.lsa`) as a sheet of codes: fields `814275X12X345SQ001` take the code of their question
 * (`Q1[SQ001]`) from the structure.
 *
 * @param lsr text of `…_responses.lsr`
 * @param lss text of the structure in the same archive
 * @throws ReadingRefusal `damaged_file`, `empty_file`, `too_many_cells`
 */
export function readLsr(lsr: string, lss: string): Rows {
  const head = lsr.indexOf('<rows>') < 0 ? lsr : lsr.slice(0, lsr.indexOf('<rows>'));
  const fields = [...insides(head, 'fieldname')].map((name) => clean(xmlText(name.trim())));
  if (fields.length === 0) throw new ReadingRefusal('damaged_file', { part: '.lsr' });
  if (fields.length > LIMITS.columns) throw new ReadingRefusal('sheet_too_wide', { column: fields.length, limit: LIMITS.columns, cell: '' });
  const titles = questionTitles(lss);
  const rows = new Rows();
  rows.add(fields.map((field) => heading(field, titles)));
  let cells = 0;
  for (const inside of rowsOf(lsr)) {
    const values = new Map<string, string>();
    for (const [name, value] of valuesOf(inside)) values.set(clean(name), value);
    cells += fields.length;
    if (cells > LIMITS.cells) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
    rows.add(fields.map((field) => values.get(field) ?? (FIELD.test(field) ? NOT_SHOWN : '')));
  }
  return rows.close();
}

/** The insides of the rows. Marks of rows inside an answer are its text: nobody adds a response by answering. */
function* rowsOf(lsr: string): Generator<string> {
  const marks = new RegExp(ROW);
  let from = -1;
  for (let mark = marks.exec(lsr); mark; mark = marks.exec(lsr)) {
    if (mark[1] === undefined) {
      const end = lsr.indexOf(']]>', marks.lastIndex);
      if (end < 0) return;
      marks.lastIndex = end + 3;
    } else if (mark[2]) yield '';
    else if (mark[1] === '') from = marks.lastIndex;
    else if (from >= 0) {
      yield lsr.slice(from, mark.index);
      from = -1;
    }
  }
}

/** The elements of a row with their text; one that is not closed right after its text is passed over. */
function* valuesOf(row: string): Generator<[name: string, value: string]> {
  const tags = new RegExp(TAG);
  for (let tag = tags.exec(row); tag; tag = tags.exec(row)) {
    const name = tag[1]!;
    if (tag[2]) yield [name, ''];
    if (tag[2]) continue;
    const from = tags.lastIndex;
    const cdata = row.startsWith('<![CDATA[', from);
    const end = row.indexOf(cdata ? ']]>' : '<', from);
    if (end < 0) return;
    // What a text holds is no element, whatever it looks like.
    tags.lastIndex = cdata ? end + 3 : end;
    if (row.startsWith(`</${name}>`, tags.lastIndex)) yield [name, cdata ? row.slice(from + 9, end) : xmlText(row.slice(from, end))];
  }
}

/** Names of XML elements cannot begin with a digit nor hold `#`. */
function clean(name: string): string {
  return name.replace(/^_(?=\d)/, '').replaceAll('-', '#');
}

/** Codes of the questions by identifier. */
function questionTitles(lss: string): Map<string, string> {
  const root = parseXml(lss);
  const titles = new Map<string, string>();
  for (const row of childrenOf(childOf(childOf(root, 'questions'), 'rows'), 'row')) {
    const text = (name: string) => childOf(row, name)?.text.trim() ?? '';
    if (!(Number(text('parent_qid')) > 0)) titles.set(text('qid'), text('title'));
  }
  return titles;
}

/** `814275X12X345SQ001#0` → `Q1[SQ001][1]`. Question identifiers may be followed by digits: the longest known one is taken. */
function heading(field: string, titles: Map<string, string>): string {
  const match = FIELD.exec(field);
  if (!match) return field;
  const digits = match[3]! + match[4]!;
  for (let length = match[3]!.length; length > 0; length--) {
    const title = titles.get(digits.slice(0, length));
    if (title === undefined) continue;
    const rest = digits.slice(length).replace(/^_filecount$/, 'filecount');
    const [sub, scale] = rest.split('#');
    return `${title}${sub ? `[${sub}]` : ''}${scale === undefined ? '' : `[${Number(scale) + 1}]`}`;
  }
  return field;
}
