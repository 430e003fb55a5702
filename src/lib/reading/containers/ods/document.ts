import { LIMITS } from '../../limits.ts';
import { ReadingRefusal } from '../../refusal.ts';
import type { PlainSheet } from '../plain-sheet.ts';
import { attribute, xmlText } from '../xml.ts';
import { damaged } from '../zip.ts';
import { SheetBuilder } from './sheet.ts';
import { piecesOf } from './tags.ts';

/** Elements inside a cell whose text is not the cell's. */
const APART = new Set(['office:annotation', 'draw:frame', 'draw:custom-shape', 'text:note']);
const BLANKS: Record<string, string> = { 'text:tab': '\t', 'text:line-break': '\n' };

/**
 * The sheets of an OpenDocument spreadsheet, as texts.
 *
 * @param xml `content.xml`
 * @throws ReadingRefusal `damaged_file`, `too_many_cells`, `sheet_too_wide`, `cell_too_large`
 */
export function readOpenDocument(xml: string): PlainSheet[] {
  const body = xml.indexOf('<office:spreadsheet');
  if (body < 0) throw damaged('ODS');
  const hiddenStyles = stylesNotShown(xml.slice(0, body));
  const sheets: PlainSheet[] = [];
  let sheet: SheetBuilder | undefined;
  let [apart, paragraph, depth] = ['', false, 0];
  for (const piece of piecesOf(xml, body)) {
    if (typeof piece === 'string') {
      if (paragraph && apart === '') sheet?.write(xmlText(piece.replace(/[\r\n\t ]+/g, ' ')));
      continue;
    }
    const { name, closes, alone, attributes } = piece;
    if (apart !== '') {
      if (name === apart && !alone) depth += closes ? -1 : 1;
      if (depth === 0) apart = '';
    } else if (APART.has(name)) {
      if (!closes && !alone) [apart, depth] = [name, 1];
    } else if (name === 'table:table') {
      if (closes && sheet) {
        sheets.push(sheet.done());
        if (sheets.length > LIMITS.sheets) throw new ReadingRefusal('too_many_cells', { limit: LIMITS.cells });
        sheet = undefined;
      } else if (!closes && !alone) sheet = new SheetBuilder(attribute(attributes, 'table:name') ?? '', hiddenStyles.has(attribute(attributes, 'table:style-name') ?? ''));
    } else if (name === 'text:p') {
      if (!closes) sheet?.paragraph();
      paragraph = !closes && !alone;
    } else if (name === 'text:s') sheet?.write(' '.repeat(Math.min(1000, Number(attribute(attributes, 'text:c') ?? 1) || 1)));
    else if (Object.hasOwn(BLANKS, name)) sheet?.write(BLANKS[name]!);
    else sheet?.tag(name, closes, alone, attributes);
  }
  if (sheet) throw damaged('ODS');
  return sheets;
}

/** Names of the table styles that hide their sheet. */
function stylesNotShown(head: string): Set<string> {
  const found = new Set<string>();
  let style: string | undefined;
  for (const piece of piecesOf(head, 0)) {
    if (typeof piece === 'string' || piece.closes) continue;
    const { name, attributes } = piece;
    if (name === 'style:style') style = attribute(attributes, 'style:family') === 'table' ? attribute(attributes, 'style:name') : undefined;
    else if (name === 'style:table-properties' && style !== undefined && attribute(attributes, 'table:display') === 'false') found.add(style);
  }
  return found;
}
