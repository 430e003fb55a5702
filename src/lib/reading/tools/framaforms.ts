import { every } from '../shape/profile.ts';
import { isBlank } from '../values/blank.ts';
import { fold, plain } from '../values/fold.ts';
import { isOtherWord } from '../values/other-words.ts';
import { dictionary, Draft } from './draft.ts';
import { addColumn, heading, knownWords } from './shared.ts';
import type { Look, Table, Tool } from './tool.ts';

const METADATA = dictionary({
  serial: ['webform_serial', 'Serial', 'Numéro de série', 'Série', 'N° de série', 'Numéro'],
  id: ['SID', 'webform_sid'],
  submitted_at: ['webform_time', 'Submitted Time', 'Heure de soumission', 'Date de soumission', 'Soumis le', 'Submitted'],
  completed_at: ['webform_completed_time', 'Completed Time', 'Heure d’achèvement', 'Heure de fin', 'Date d’achèvement', 'Terminé le', 'Heure de complétion'],
  modified_at: ['webform_modified_time', 'Modified Time', 'Heure de modification', 'Date de modification', 'Modifié le'],
  draft: ['webform_draft', 'Draft', 'Brouillon'],
  ip: ['webform_ip_address', 'IP Address', 'Adresse IP'],
  user_id: ['webform_uid', 'UID', 'User ID'],
  user: ['webform_username', 'Username', 'Nom d’utilisateur', 'Utilisateur'],
  form_id: ['NID']
});
const DETAILS = new Set(['submission details', 'submission detail', 'details de la soumission', 'details de soumission', 'details des soumissions', 'informations de soumission']);
/** Separators that Drupal joins several answers with, without a space. */
const COMPACT = [','];

/** Framaforms (Drupal webform): title, question texts of grids and split choices, then everything else: three header rows. */
export const framaforms: Tool = {
  name: 'Framaforms',
  recognise(look) {
    const words = knownWords(look.row(look.at).slice(0, 14), METADATA);
    const meanings = new Set(words.map((word) => METADATA.get(fold(word))));
    const details = DETAILS.has(fold(look.row(look.at - 1)[0] ?? ''));
    if (!(meanings.has('id') || meanings.has('serial')) || meanings.size < (details ? 2 : 4)) return undefined;
    const headerRows = [look.at - 2, look.at - 1, look.at].filter((row) => row >= 1 && (row === look.at || isHeading(look, row)));
    return { why: [`colonnes de Drupal webform : ${words.slice(0, 5).join(', ')}`, `${headerRows.length} lignes d’en-tête${details ? `, « ${plain(look.row(look.at - 1)[0] ?? '')} »` : ''}`], headerRows };
  },
  describe(table) {
    const draft = new Draft();
    draft.title = table.headerRows.length === 3 ? plain(table.row(table.headerRows[0]!)[0] ?? '') : undefined;
    const last = table.headerRows.at(-1)!;
    const middle = table.headerRows.length > 1 ? table.row(last - 1) : [];
    let column = 1;
    while (column <= table.headers.length) {
      const meaning = METADATA.get(fold(ownHeading(table, column)));
      if (meaning !== undefined && !draft.metadata.has(column) && column <= 14) {
        draft.metadata.set(column, meaning);
        column++;
        continue;
      }
      const question = plain(middle[column - 1] ?? '');
      column = question !== '' && !DETAILS.has(fold(question)) ? addSplit(table, draft, column, question, middle) : addOne(table, draft, column);
    }
    draft.conventions = { decimal: 'dot' };
    return draft.done();
  }
};

function isHeading(look: Look, row: number): boolean {
  return look.row(row).some((cell) => !isBlank(cell)) || row === look.at - 1;
}

/** Heading of the last row only: the rows above are spread over their columns. */
function ownHeading(table: Table, column: number): string {
  return plain(table.row(table.headerRows.at(-1)!)[column - 1] ?? '');
}

function addOne(table: Table, draft: Draft, column: number): number {
  const text = ownHeading(table, column) || heading(table, column);
  if (text !== '' || table.profile(column).filled > 0) addColumn(table, draft, column, text, COMPACT);
  return column + 1;
}

/** A grid or a split choice: its text stands above its first column only, so that the values tell where it ends. */
function addSplit(table: Table, draft: Draft, from: number, label: string, middle: string[]): number {
  const isMark = (column: number) => every(table.profile(column), (text) => text.trim() === 'X');
  const isEmpty = (column: number) => table.profile(column).filled === 0;
  const free = (column: number) => column <= table.headers.length && isBlank(middle[column - 1]) && ownHeading(table, column) !== '';
  let end = from + 1;
  if (isMark(from) || (isEmpty(from) && free(from + 1) && isMark(from + 1))) {
    while (free(end) && (isMark(end) || (isEmpty(end) && !isOtherWord(ownHeading(table, end))))) end++;
    const other = free(end) && isOtherWord(ownHeading(table, end)) && !isMark(end) ? [end] : [];
    draft.add({ id: label, label, layout: 'indicators', type: 'multiple', items: items(table, from, end), ...(other.length > 0 ? { otherColumns: other } : {}) });
    return end + other.length;
  }
  const scale = new Set(table.profile(from).values.keys());
  const shares = (column: number) => {
    const texts = [...table.profile(column).values.keys()];
    return texts.length > 0 && texts.length <= 12 && texts.filter((text) => scale.has(text)).length >= Math.min(2, texts.length);
  };
  while (free(end) && (isEmpty(end) || shares(end))) {
    for (const text of table.profile(end).values.keys()) scale.add(text);
    end++;
  }
  if (end === from + 1) {
    draft.column(from, `${label} – ${ownHeading(table, from)}`);
    return end;
  }
  draft.add({ id: label, label, layout: 'rows', type: 'grid', items: items(table, from, end) });
  return end;
}

function items(table: Table, from: number, end: number): { column: number; label: string }[] {
  return Array.from({ length: end - from }, (_, i) => ({ column: from + i, label: ownHeading(table, from + i) }));
}
