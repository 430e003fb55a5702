import { splitBrackets } from '../values/brackets.ts';
import { fold, plain as clean } from '../values/fold.ts';
import { readTick } from '../values/booleans.ts';
import { every, isBlank } from '../shape/profile.ts';
import { dictionary, Draft } from './draft.ts';
import { shapeOf } from './limesurvey/groups.ts';
import type { Table, Tool } from './tool.ts';

const METADATA = dictionary({
  id: ['N°', 'No', 'Num', 'Numéro', 'ID', 'Identifiant', 'N° de réponse', 'Réponse n°', '#'],
  submitted_at: ['Horodateur', 'Timestamp', 'Date de réponse', 'Date de soumission', 'Date de saisie'],
  status: ['Statut de la réponse']
});

/** Any spreadsheet that nobody's tool wrote. */
export const plain: Tool = {
  name: 'Tableur',
  recognise: () => undefined,
  describe(table) {
    const draft = new Draft();
    const parts = table.headers.map((texts) => headingParts(texts));
    let column = 1;
    while (column <= table.headers.length) {
      const part = parts[column - 1]!;
      if (part.label === '' && part.item === undefined) {
        if (table.profile(column).filled > 0) draft.column(column, `Colonne ${column}`);
        column++;
        continue;
      }
      const meaning = column <= 3 && part.item === undefined ? METADATA.get(fold(part.label)) : undefined;
      if (meaning && (meaning !== 'id' || identifies(table, column))) {
        draft.metadata.set(column, meaning);
        column++;
        continue;
      }
      let end = column;
      while (part.item !== undefined && parts[end]?.item !== undefined && fold(parts[end]!.label) === fold(part.label)) end++;
      if (end - column + 1 >= 2) addGroup(table, draft, parts.slice(column - 1, end).map(({ item }) => item!), part.label, column);
      else draft.column(column, part.item === undefined ? part.label : whole(table.headers[column - 1]!));
      column = end + 1;
    }
    return draft.done();
  }
};

/** A number for each response, none twice. */
function identifies(table: Table, column: number): boolean {
  const { values, filled } = table.profile(column);
  return filled > 0 && values.size === filled;
}

function whole(texts: string[]): string {
  return [...new Set(texts.map(clean).filter((text) => text !== ''))].join(' – ');
}

/** `Question [item]`, a heading above an item, or `Question - item` / `Question : item` to be confirmed by the next columns. */
function headingParts(texts: string[]): { label: string; item?: string } {
  const filled = texts.filter((text) => !isBlank(text)).map(clean);
  if (filled.length === 0) return { label: '' };
  const last = filled.at(-1)!;
  if (last.startsWith('#') && filled.length > 1) return headingParts(texts.slice(0, -1));
  if (filled.length > 1 && filled[0] !== last) return { label: filled.slice(0, -1).join(' – '), item: last };
  const brackets = splitBrackets(last);
  if (brackets && brackets.label !== '') return { label: brackets.label, item: brackets.item };
  const dash = /^(.{3,}?)\s(?:[-–—:>|]|::)\s(.{1,200})$/.exec(last) ?? /^(.{3,}?\?)\s*[:-]?\s+(.{1,200})$/.exec(last);
  return dash ? { label: dash[1]!.trim(), item: dash[2]!.trim() } : { label: last };
}

/** Columns that share a heading: ticks, numbers, a scale, or only neighbours. */
export function addGroup(table: Table, draft: Draft, labels: string[], label: string, from: number): void {
  const columns = labels.map((_, i) => from + i);
  const items = columns.map((column, i) => ({ column, label: labels[i]! }));
  const others = items.filter((item) => /^autres?\b|^other\b/.test(fold(item.label)) && table.profile(item.column).filled > 0 && !every(table.profile(item.column), (text) => readTick(text) !== undefined || fold(text) === fold(item.label)));
  const options = items.filter((item) => !others.includes(item));
  const holdsLabel = options.length > 0 && options.some((item) => table.profile(item.column).filled > 0) && options.every((item) => table.profile(item.column).filled === 0 || every(table.profile(item.column), (text) => fold(text) === fold(item.label)));
  const shape = shapeOf(table, columns);
  const otherShape = others.length > 0 && options.length > 0 ? shapeOf(table, options.map((item) => item.column)) : shape;
  if (holdsLabel) draft.add({ id: label, label, layout: 'labels', type: 'multiple', items: options, ...otherOf(others) });
  else if (otherShape === 'indicators') draft.add({ id: label, label, layout: 'indicators', type: 'multiple', items: options, ...otherOf(others) });
  else if (shape === 'texts') items.forEach((item) => draft.column(item.column, `${label} [${item.label}]`));
  else draft.add({ id: label, label, layout: 'rows', type: shape === 'numbers' ? 'numbers' : 'grid', items });
}

function otherOf(others: { column: number }[]): { otherColumns?: number[] } {
  return others.length > 0 ? { otherColumns: others.map(({ column }) => column) } : {};
}
