import { fold } from '../values/fold.ts';
import { dictionary, Draft } from './draft.ts';
import { addBracketed, headings, knownWords } from './shared.ts';
import type { Tool } from './tool.ts';

const METADATA = dictionary({
  id: ['No.', 'Response ID'],
  submitted_at: ['Timestamp'],
  finished: ['Finished'],
  form: ['Survey ID'],
  user: ['Formbricks ID (internal)', 'User ID'],
  notes: ['Notes'],
  tags: ['Tags'],
  source: ['URL', 'Source', 'Country', 'Browser', 'OS', 'Device', 'Action', 'Quotas', 'Quota']
});

/** Formbricks: numbered questions, several answers joined by `; `, a companion column of option identifiers. */
export const formbricks: Tool = {
  name: 'Formbricks',
  recognise(look) {
    const row = look.row(look.at);
    const words = knownWords(row, METADATA);
    const meanings = new Set(words.map((word) => METADATA.get(fold(word))));
    const numbered = row.filter((cell) => /^\d+\. \S/.test(cell.trim())).length;
    if (!meanings.has('id') || !meanings.has('finished') || numbered === 0) return undefined;
    return { why: [`colonnes de Formbricks : ${words.slice(0, 5).join(', ')}`, `${numbered} questions numérotées`], headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    const all = headings(table);
    const rest: number[] = [];
    all.forEach((text, i) => {
      const meaning = METADATA.get(fold(text));
      if (meaning !== undefined) draft.metadata.set(i + 1, meaning);
      else if (/^person\./.test(text)) draft.metadata.set(i + 1, 'participant_attribute');
      else if (/ - Option ID$/.test(text) && all.includes(text.replace(/ - Option ID$/, ''))) draft.left.set(i + 1, 'summary');
      else rest.push(i + 1);
    });
    addBracketed(table, draft, rest, ['; '], (text) => {
      const parts = /^(\d+\. .+?) - (.+)$/.exec(text);
      return parts ? { label: parts[1]!, item: parts[2]! } : undefined;
    });
    // The number is not part of the wording.
    for (const group of draft.groups) group.label = group.label.replace(/^\d+\. /, '');
    return draft.done();
  }
};

