import { fold } from '../values/fold.ts';
import { dictionary, Draft } from './draft.ts';
import { addBracketed, heading, knownWords } from './shared.ts';
import type { Tool } from './tool.ts';

const METADATA = dictionary({
  id: ['ID', 'Id'],
  started_at: ['Heure de début', 'Start time', 'Heure de debut'],
  submitted_at: ['Heure de fin', 'Completion time'],
  email: ['Adresse de messagerie', 'Email', 'Courrier électronique', 'E-mail'],
  name: ['Nom', 'Name'],
  modified_at: ['Heure de la dernière modification', 'Last modified time'],
  language: ['Langue', 'Language'],
  score: ['Total points', 'Total des points', 'Quiz feedback', 'Commentaires du questionnaire', 'Grade posted time', 'Heure de publication de la note']
});
const OWN = ['started_at', 'submitted_at', 'email', 'modified_at'];

/** Microsoft Forms: one sheet, several answers each followed by `;`, headings with odd spaces. */
export const microsoftForms: Tool = {
  name: 'Microsoft Forms',
  recognise(look) {
    const row = look.row(look.at);
    const own = knownWords(row.slice(0, 12), METADATA).filter((word) => OWN.includes(METADATA.get(fold(word))!));
    const times = own.filter((word) => ['started_at', 'submitted_at'].includes(METADATA.get(fold(word))!));
    if (own.length < 2 || times.length === 0 || METADATA.get(fold(row[0] ?? '')) === undefined) return undefined;
    return { why: [`colonnes de Microsoft Forms : ${own.join(', ')}`, ...(look.grid.sheet ? [`feuille « ${look.grid.sheet} »`] : [])], headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    const seen = new Set<string>();
    const rest: number[] = [];
    table.headers.forEach((_, i) => {
      const text = heading(table, i + 1);
      const meaning = METADATA.get(fold(text));
      // The tool's own columns come first; a question may be called "Nom" too.
      if (meaning !== undefined && i < 12 && !seen.has(text)) {
        seen.add(text);
        draft.metadata.set(i + 1, meaning);
      } else if (/^(?:Points|Feedback|Commentaires)\s[-–]\s/.test(text)) draft.metadata.set(i + 1, 'score');
      else rest.push(i + 1);
    });
    addBracketed(table, draft, rest, [';', '; ']);
    return draft.done();
  }
};
