import { fold } from '../values/fold.ts';
import { dictionary, Draft } from './draft.ts';
import { addBracketed, heading } from './shared.ts';
import type { Look, Table, Tool } from './tool.ts';

const METADATA = dictionary({
  submitted_at: ['Horodateur', 'Timestamp', 'Zeitstempel', 'Marca temporal', 'Horodatage'],
  email: ['Adresse e-mail', 'Email Address', 'Adresse électronique', 'Nom d’utilisateur', 'Username', 'Adresse mail'],
  score: ['Score', 'Note', 'Total score']
});
const DIRECT = /^\d{4}\/\d{1,2}\/\d{1,2} \d{1,2}:\d{2}:\d{2}\s?(?:[AP]M)?\s?(?:UTC|GMT|[A-Z]{3,4})/i;
const SHEETS = /^(?:\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2}|\d{4}\/\d{2}\/\d{2})[ T]\d{1,2}:\d{2}/;

/** Google Forms: answers downloaded from the form (joined by `;`) or kept in a linked spreadsheet (joined by `, `). */
export const googleForms: Tool = {
  name: 'Google Forms',
  recognise(look) {
    const stamp = stampColumn(look);
    if (stamp === undefined) return undefined;
    const sample = firstValue(look, stamp);
    const header = look.row(look.at)[stamp - 1]!.trim();
    if (sample === '' || DIRECT.test(sample)) return { why: [`première colonne « ${header} », dates de la forme « ${sample} » : export direct du formulaire`], headerRows: [look.at] };
    if (SHEETS.test(sample)) return { why: [`première colonne « ${header} », dates de la forme « ${sample} » : feuille liée au formulaire`], headerRows: [look.at] };
    return undefined;
  },
  describe(table) {
    const draft = new Draft();
    const stamp = stampColumn(table) ?? 1;
    const separators = DIRECT.test(firstValue(table, stamp)) ? [';'] : [', ', ';'];
    const rest: number[] = [];
    table.headers.forEach((_, i) => {
      const column = i + 1;
      const meaning = column === stamp ? 'submitted_at' : METADATA.get(fold(heading(table, column)));
      if (meaning !== undefined && (column <= 3 || meaning === 'email') && (column === stamp || meaning !== 'submitted_at') && fits(table, column, meaning)) draft.metadata.set(column, meaning);
      else rest.push(column);
    });
    addBracketed(table, draft, rest, separators);
    return draft.done();
  }
};

function stampColumn(look: Look): number | undefined {
  const at = look.row(look.at).slice(0, 1).findIndex((cell) => METADATA.get(fold(cell)) === 'submitted_at');
  return at < 0 ? undefined : at + 1;
}

function firstValue(look: Look, column: number): string {
  for (let row = look.at + 1; row <= Math.min(look.at + 40, look.grid.rows.length); row++) {
    const text = (look.row(row)[column - 1] ?? '').trim();
    if (text !== '') return text;
  }
  return '';
}

/** "Note" may be a question: a score is `7 / 10`. */
function fits(table: Table, column: number, meaning: string): boolean {
  if (meaning !== 'score') return true;
  return [...table.profile(column).values.keys()].every((text) => /^\d+(?:[.,]\d+)?(?:\s*\/\s*\d+)?$/.test(text.trim()));
}
