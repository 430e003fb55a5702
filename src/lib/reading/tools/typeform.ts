import { every } from '../shape/profile.ts';
import { fold } from '../values/fold.ts';
import { dictionary, Draft } from './draft.ts';
import { heading, knownWords } from './shared.ts';
import type { Table, Tool } from './tool.ts';

const METADATA = dictionary({
  id: ['#', 'Response ID', 'Token'],
  started_at: ['Start Date (UTC)', 'Start date'],
  submitted_at: ['Submit Date (UTC)', 'Submit date'],
  network: ['Network ID'],
  stage: ['Stage Date (UTC)', 'Response Type', 'Tags', 'Ending']
});

/** Typeform: one column per option, whose heading is the option's label; the text of the question is lost. */
export const typeform: Tool = {
  name: 'Typeform',
  recognise(look) {
    const words = knownWords(look.row(look.at), METADATA);
    const has = (meaning: string) => words.some((word) => METADATA.get(fold(word)) === meaning);
    if (!has('submitted_at') || !(has('network') || has('started_at')) || !(look.row(look.at)[0]?.trim() === '#' || has('network'))) return undefined;
    return { why: [`colonnes de Typeform : ${words.join(', ')}`], headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    let column = 1;
    let lost = 0;
    while (column <= table.headers.length) {
      const text = heading(table, column);
      const meaning = text === '#' ? 'id' : METADATA.get(fold(text));
      if (meaning !== undefined && (column === 1 || meaning !== 'id')) {
        draft.metadata.set(column++, meaning);
        continue;
      }
      const end = optionRun(table, column);
      if (end - column >= 2) {
        lost++;
        addChoice(table, draft, column, end);
        column = end;
      } else {
        if (text !== '' || table.profile(column).filled > 0) draft.column(column, text, every(table.profile(column), (value) => /^[01]$/.test(value.trim())) ? { type: 'single' } : {});
        column++;
      }
    }
    if (lost > 0) draft.asks.push({ code: 'question_text_lost', where: {}, choices: ['name_the_question'], details: { count: lost } });
    return draft.done();
  }
};

/** End of a run of columns that hold nothing but their own heading; `Other` closes it. */
function optionRun(table: Table, from: number): number {
  let end = from;
  const seen = new Set<string>();
  let some = false;
  while (end <= table.headers.length) {
    const text = heading(table, end);
    const folded = fold(text);
    if (text === '' || seen.has(folded) || METADATA.has(folded)) break;
    if (isOther(folded)) return some ? end + 1 : end;
    const own = every(table.profile(end), (value) => fold(value) === folded);
    if (!own && table.profile(end).filled > 0) break;
    // A blank column may be an option nobody chose, or a question nobody answered: only between options.
    if (!own && !(end > from && continues(table, end + 1))) break;
    some ||= own;
    seen.add(folded);
    end++;
  }
  return some ? end : from;
}

/** Whether the next column that holds something still belongs to the choice. */
function continues(table: Table, from: number): boolean {
  let column = from;
  while (column <= table.headers.length && table.profile(column).filled === 0 && !isOther(fold(heading(table, column)))) column++;
  if (column > table.headers.length) return false;
  const folded = fold(heading(table, column));
  return isOther(folded) || every(table.profile(column), (value) => fold(value) === folded);
}

function isOther(folded: string): boolean {
  return folded === 'other' || folded === 'autre' || folded === 'autres';
}

function addChoice(table: Table, draft: Draft, from: number, end: number): void {
  const items = Array.from({ length: end - from }, (_, i) => ({ column: from + i, label: heading(table, from + i) }));
  const others = items.filter((item) => isOther(fold(item.label)));
  const options = items.filter((item) => !others.includes(item));
  const label = options.map((item) => item.label).join(' / ');
  draft.add({ id: label, label, layout: 'labels', type: 'multiple', items: options, ...(others.length > 0 ? { otherColumns: others.map((item) => item.column) } : {}) });
}
