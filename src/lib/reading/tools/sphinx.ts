import { every } from '../shape/profile.ts';
import { isBlank } from '../values/blank.ts';
import { readSphinxInformation } from '../structures/sphinx.ts';
import { readTick } from '../values/booleans.ts';
import { fold, plain } from '../values/fold.ts';
import { dictionary, Draft } from './draft.ts';
import type { Table, Tool } from './tool.ts';

const METADATA = dictionary({
  id: ['N°Obs', 'N° Obs', 'NumObs', 'Clé', 'CLE', 'Numéro d’observation'],
  submitted_at: ['Date de saisie', 'Date_saisie', 'DATE_SAISIE', 'Date d’enregistrement', 'Date de réponse'],
  status: ['Progression', 'PROGRESSION', 'ORIGINE_SAISIE', 'Origine de la saisie'],
  duration: ['TEMPS_SAISIE', 'Temps de saisie'],
  language: ['LANG_SAISIE', 'Langue de saisie'],
  modified_at: ['DATE_MODIF', 'Date de modification', 'DATE_ENREG'],
  device: ['APPAREIL_SAISIE', 'Appareil de saisie']
});
const PRECISE = /^si .{0,20}autre.{0,30}precise|^autres? (?:a )?precise|^precisez/;

/** Sphinx iQ 2: headings in row 2, answers of a multiple choice packed to the left, a sheet `information` with the variables. */
export const sphinx: Tool = {
  name: 'Sphinx iQ',
  recognise(look) {
    const row = look.row(look.at);
    const information = look.otherSheet('information');
    const structure = information && readSphinxInformation(information);
    const numbered = series(row.map(plain));
    const first = fold(row[0] ?? '');
    const observed = first === 'n obs' || first === 'nobs';
    const own = row.filter((cell) => /^(?:DATE_SAISIE|DATE_ENREG|DATE_MODIF|TEMPS_SAISIE|ORIGINE_SAISIE|LANG_SAISIE|APPAREIL_SAISIE|PROGRESSION)$/.test(cell.trim()));
    const named = structure?.questions.filter((question) => row.some((cell) => same(cell, question.code) || same(cell.replace(/_\d+$/, ''), question.code))).length ?? 0;
    if (named < 2 && own.length < 2 && !(own.length > 0 && numbered > 0) && !(observed && numbered > 0) && !(look.at === 2 && isBlank(row[0]) && numbered > 0)) return undefined;
    const why = [
      ...(named >= 2 ? [`feuille « information » : ${named} variables retrouvées`] : []),
      ...(observed ? ['première colonne « N°Obs »'] : []),
      ...(own.length > 0 ? [`colonnes de Sphinx : ${own.slice(0, 4).join(', ')}`] : []),
      ...(numbered > 0 ? [`${numbered} questions à réponses numérotées (_1, _2…)`] : [])
    ];
    return { why, headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    const information = table.otherSheet('information');
    const structure = information && readSphinxInformation(information);
    const headers = table.headers.map((texts) => plain(texts.at(-1) ?? ''));
    let column = 1;
    while (column <= headers.length) {
      const text = headers[column - 1]!;
      const meaning = METADATA.get(fold(text)) ?? (column === 1 && text === '' && table.profile(1).filled > 0 ? 'id' : undefined);
      if (meaning !== undefined) draft.metadata.set(column++, meaning);
      else if (text === '' && table.profile(column).filled === 0) column++;
      else column = addQuestion(table, draft, headers, column, structure);
    }
    return { ...draft.done(), ...(structure ? { structure } : {}) };
  }
};

function addQuestion(table: Table, draft: Draft, headers: string[], column: number, structure: ReturnType<typeof readSphinxInformation>): number {
  const text = headers[column - 1]!;
  const previous = draft.groups.at(-1);
  if (PRECISE.test(fold(text)) && previous && previous.layout !== 'rows') {
    previous.otherColumns = [...(previous.otherColumns ?? []), column];
    return column + 1;
  }
  const stem = text.replace(/_1$/, '');
  let end = column + 1;
  if (stem !== text) while (headers[end - 1] === `${stem}_${end - column + 1}`) end++;
  const known = structure?.questions.find((question) => same(question.code, stem) || same(question.label.fr, stem));
  const label = known?.label.fr ?? spaced(stem);
  if (end - column < 2) {
    draft.column(column, known?.label.fr ?? spaced(text), { id: text, ...(known ? { code: known.code, type: known.type === 'multiple' ? 'single' : known.type } : {}) });
    return end;
  }
  const columns = Array.from({ length: end - column }, (_, i) => column + i);
  const items = columns.map((each, i) => ({ column: each, label: String(i + 1) }));
  const code = known ? { code: known.code } : {};
  if (columns.every((each) => table.profile(each).filled === 0 || every(table.profile(each), (value) => readTick(value) !== undefined))) {
    draft.add({ id: stem, label, ...code, layout: 'indicators', type: 'multiple', items: items.map((item, i) => ({ ...item, label: known?.options?.[i]?.label.fr ?? item.label })) });
  } else draft.add({ id: stem, label, ...code, layout: 'positional', type: 'multiple', items });
  return end;
}

/** How many questions have numbered columns (`Question_1`, `Question_2`). */
function series(row: string[]): number {
  return row.filter((cell) => cell.endsWith('_1') && row.includes(`${cell.slice(0, -2)}_2`)).length;
}

/** Line breaks of a question are underscores in the headings. */
function spaced(text: string): string {
  return text.includes(' ') ? text.replace(/_(?=\D|$)/g, ' ').trim() : text;
}

function same(left: string, right: string): boolean {
  return fold(left) !== '' && fold(left) === fold(right);
}
