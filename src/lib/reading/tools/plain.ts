import { splitBrackets } from '../values/brackets.ts';
import { fold, plain as clean } from '../values/fold.ts';
import { isBlank } from '../values/blank.ts';
import { dictionary, Draft } from './draft.ts';
import { addGroup } from './group-items.ts';
import { addColumn } from './shared.ts';
import type { Table, Tool } from './tool.ts';

const METADATA = dictionary({
  id: ['N°', 'No', 'Num', 'Numéro', 'ID', 'Identifiant', 'N° de réponse', 'Réponse n°', '#'],
  submitted_at: ['Horodateur', 'Timestamp', 'Date de réponse', 'Date de soumission', 'Date de saisie'],
  status: ['Statut de la réponse']
});

const SEPARATORS = ['; ', ', ', '|', '\n', ' / '];

/** Any spreadsheet that nobody's tool wrote. */
export const plain: Tool = {
  name: 'Tableur (plain spreadsheet)',
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
      else addColumn(table, draft, column, part.item === undefined ? part.label : whole(table.headers[column - 1]!), SEPARATORS);
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
