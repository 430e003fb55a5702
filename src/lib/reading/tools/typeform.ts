import { every } from '../shape/profile.ts';
import { fold, plain } from '../values/fold.ts';
import { isOtherWord } from '../values/other-words.ts';
import { dictionary, Draft } from './draft.ts';
import { heading, knownWords } from './shared.ts';
import type { Look, Table, Tool } from './tool.ts';

const METADATA = dictionary({
  id: ['#', 'Response ID', 'Token'],
  started_at: ['Start Date (UTC)', 'Start date'],
  submitted_at: ['Submit Date (UTC)', 'Submit date'],
  network: ['Network ID'],
  stage: ['Stage Date (UTC)', 'Response Type', 'Tags', 'Ending']
});

/**
 * Typeform: one column per option, whose heading is the option's label. The text of the question is lost, unless the export has a row
 * above the headings that gives it over the first option.
 */
export const typeform: Tool = {
  name: 'Typeform',
  recognise(look) {
    const words = knownWords(look.row(look.at), METADATA);
    const has = (meaning: string) => words.some((word) => METADATA.get(fold(word)) === meaning);
    if (!has('submitted_at') || !(has('network') || has('started_at')) || !(look.row(look.at)[0]?.trim() === '#' || has('network'))) return undefined;
    const why = [`colonnes de Typeform : ${words.join(', ')}`];
    if (!titlesAbove(look)) return { why, headerRows: [look.at] };
    return { why: [...why, 'textes des questions au-dessus de leur première option'], headerRows: [look.at - 1, look.at], spread: false };
  },
  describe(table) {
    const draft = new Draft();
    const titles = table.headerRows.length > 1 ? table.row(table.headerRows[0]!).map(plain) : [];
    let column = 1;
    let lost = 0;
    while (column <= table.headers.length) {
      const text = heading(table, column);
      const meaning = text === '#' ? 'id' : METADATA.get(fold(text));
      if (meaning !== undefined && (column === 1 || meaning !== 'id')) {
        draft.metadata.set(column++, meaning);
        continue;
      }
      const title = titles[column - 1];
      const titled = title ? titledRun(table, column, titles) : undefined;
      const end = titled?.end ?? optionRun(table, column);
      if (title && titled && end > column + 1) {
        addGroup(table, draft, column, end, title, titled.scale);
        column = end;
      } else if (end - column >= 2) {
        lost++;
        addGroup(table, draft, column, end);
        column = end;
      } else column = addOne(table, draft, column, title ? `${title} – ${text}` : text);
    }
    if (lost > 0) draft.asks.push({ code: 'question_text_lost', where: {}, choices: ['name_the_question'], details: { count: lost } });
    return draft.done();
  }
};

/** Whether the row above the headings holds titles over some columns; a title of the file stands in the first one. */
function titlesAbove(look: Look): boolean {
  return look.at > 1 && look.row(look.at - 1).slice(1).some((cell) => cell.trim() !== '');
}

function addOne(table: Table, draft: Draft, column: number, label: string): number {
  const previous = draft.groups.at(-1);
  if (isOther(fold(label)) && previous?.layout === 'column' && previous.items[0]!.column === column - 1) previous.otherColumns = [column];
  else if (label !== '' || table.profile(column).filled > 0) draft.column(column, label, every(table.profile(column), (value) => /^[01]$/.test(value.trim())) ? { type: 'single' } : {});
  return column + 1;
}

function ownLabel(table: Table, column: number): boolean {
  const folded = fold(heading(table, column));
  return every(table.profile(column), (value) => fold(value) === folded);
}

/** Columns under a title: options, up to the next title or to a column that holds something else; or the rows of a scale. */
function titledRun(table: Table, from: number, titles: string[]): { end: number; scale: boolean } {
  const free = (column: number) => column <= table.headers.length && (column === from || !titles[column - 1]) && !METADATA.has(fold(heading(table, column)));
  const empty = (column: number) => table.profile(column).filled === 0;
  let end = from;
  while (free(end) && (ownLabel(table, end) || empty(end)) && !isOther(fold(heading(table, end)))) end++;
  if (end > from) return { end: free(end) && isOther(fold(heading(table, end))) ? end + 1 : end, scale: false };
  const scale = new Set(table.profile(from).values.keys());
  for (end = from + 1; free(end); end++) {
    const texts = [...table.profile(end).values.keys()];
    if (texts.length > 12 || (texts.length > 0 && !texts.some((text) => scale.has(text)))) break;
    texts.forEach((text) => scale.add(text));
  }
  return { end, scale: true };
}

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
    const own = ownLabel(table, end);
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
  return column <= table.headers.length && (isOther(fold(heading(table, column))) || ownLabel(table, column));
}

/** The tool's own heading, one word. */
function isOther(folded: string): boolean {
  return !folded.includes(' ') && isOtherWord(folded);
}

function addGroup(table: Table, draft: Draft, from: number, end: number, title?: string, scale = false): void {
  const items = Array.from({ length: end - from }, (_, i) => ({ column: from + i, label: heading(table, from + i) }));
  const others = scale ? [] : items.filter((item) => isOther(fold(item.label)));
  const options = items.filter((item) => !others.includes(item));
  const label = title ?? options.map((item) => item.label).join(' / ');
  if (scale) draft.add({ id: label, label, layout: 'rows', type: 'grid', items });
  else draft.add({ id: label, label, layout: 'labels', type: 'multiple', items: options, ...(others.length > 0 ? { otherColumns: others.map((item) => item.column) } : {}) });
}
