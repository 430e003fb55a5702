import { fold } from '../values/fold.ts';
import { dictionary, Draft } from './draft.ts';
import { isOtherWord } from '../values/other-words.ts';
import { addBracketed, heading, headings, isTickColumn, knownWords } from './shared.ts';
import type { Table, Tool } from './tool.ts';

const METADATA = dictionary({ id: ['Submission ID'], respondent: ['Respondent ID'], submitted_at: ['Submitted at'], status: ['Status'] });

/** Tally: a column that sums up a multiple choice, then one TRUE/FALSE column per option (`Question (Option)`). */
export const tally: Tool = {
  name: 'Tally',
  recognise(look) {
    const words = knownWords(look.row(look.at).slice(0, 6), METADATA);
    if (words.filter((word) => METADATA.get(fold(word)) !== 'status').length < 2 || !words.some((word) => METADATA.get(fold(word)) === 'respondent')) return undefined;
    return { why: [`colonnes de Tally : ${words.join(', ')}`], headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    const all = headings(table);
    const rest: number[] = [];
    let column = 1;
    while (column <= all.length) {
      const text = all[column - 1]!;
      const meaning = column <= 4 ? METADATA.get(fold(text)) : undefined;
      const end = optionsAfter(table, column);
      if (meaning !== undefined) draft.metadata.set(column++, meaning);
      else if (end > column + 1) {
        const items = Array.from({ length: end - column - 1 }, (_, i) => ({ column: column + 1 + i, label: optionOf(text, heading(table, column + 1 + i))! }));
        draft.add({ id: text, label: text, layout: 'indicators', type: 'multiple', items, summaryColumn: column, ...(items.some((item) => isOtherWord(item.label)) ? { otherInSummary: true } : {}) });
        column = end;
      } else {
        rest.push(column);
        column++;
      }
    }
    addBracketed(table, draft, rest, [', '], rowOf);
    draft.groups.sort((left, right) => left.items[0]!.column - right.items[0]!.column);
    return draft.done();
  }
};

/** `Question (Row)`: the columns of a matrix; a number only tells two questions apart. */
function rowOf(text: string): { label: string; item: string } | undefined {
  const parts = /^(.+) \((.+)\)$/.exec(text);
  return parts && !/^\d+$/.test(parts[2]!) ? { label: parts[1]!, item: parts[2]! } : undefined;
}

/** End of the option columns of the question that a column sums up. */
function optionsAfter(table: Table, column: number): number {
  const text = heading(table, column);
  let end = column + 1;
  while (text !== '' && end <= table.headers.length && optionOf(text, heading(table, end)) !== undefined && (table.profile(end).filled === 0 || isTickColumn(table, end))) end++;
  return end;
}

/** `Question (Option)` → `Option`; a repeated question is `Question (2)`. */
function optionOf(question: string, header: string): string | undefined {
  const bare = question.replace(/ \(\d+\)$/, '');
  if (!header.startsWith(`${bare} (`) || !header.endsWith(')')) return undefined;
  const option = header.slice(bare.length + 2, -1);
  return /^\d+$/.test(option) ? undefined : option;
}
