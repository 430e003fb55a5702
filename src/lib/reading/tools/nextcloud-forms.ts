import { fold } from '../values/fold.ts';
import { dictionary, Draft } from './draft.ts';
import { addBracketed, heading, knownWords } from './shared.ts';
import type { Tool } from './tool.ts';

const METADATA = dictionary({
  user_id: ['User ID', 'ID utilisateur', 'Identifiant utilisateur', 'ID de l’utilisateur', 'Identifiant de l’utilisateur'],
  name: ['User display name', 'Nom d’affichage', 'Nom d’affichage de l’utilisateur', 'Nom d’utilisateur affiché', 'Nom affiché de l’utilisateur'],
  submitted_at: ['Timestamp', 'Horodatage', 'Horodateur', 'Date et heure']
});

/** Nextcloud Forms: three columns of its own, several answers joined by `; `, one column per row of a grid. */
export const nextcloudForms: Tool = {
  name: 'Nextcloud Forms',
  recognise(look) {
    const words = knownWords(look.row(look.at).slice(0, 4), METADATA);
    const meanings = new Set(words.map((word) => METADATA.get(fold(word))));
    if (meanings.size < 3) return undefined;
    return { why: [`colonnes de Nextcloud Forms : ${words.join(', ')}`], headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    const rest: number[] = [];
    table.headers.forEach((_, i) => {
      const meaning = i < 4 ? METADATA.get(fold(heading(table, i + 1))) : undefined;
      if (meaning !== undefined) draft.metadata.set(i + 1, meaning);
      else rest.push(i + 1);
    });
    addBracketed(table, draft, rest, ['; '], (text) => {
      const parts = /^(.+?)(?: \[(.+)\]|: (.+)| - (.+))$/.exec(text);
      return parts ? { label: parts[1]!, item: (parts[2] ?? parts[3] ?? parts[4])! } : undefined;
    });
    return draft.done();
  }
};
