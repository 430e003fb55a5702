import { typeset } from '../../format/index.ts';
import type { Text } from '../../language.ts';
import { fill } from '../../errors.ts';

/** What can be wrong with a text that is bound to figures. All but `unbound` block publication. */
export const TEXT_PROBLEMS = {
  unreadable: { fr: '{where} ne désigne aucun nombre : écrivez {{indicateur.ligne.n}}.', en: '{where} names no number: write {{indicator.row.n}}.' },
  unknown: { fr: '{where} désigne un chiffre qui n’est pas publié.', en: '{where} names a figure that is not published.' },
  hidden: { fr: '{where} désigne un chiffre couvert par le secret statistique.', en: '{where} names a figure under statistical confidentiality.' },
  stale: { fr: '{where} valait {expected} quand le texte a été écrit ; le chiffre est maintenant {value}.', en: '{where} was {expected} when the text was written; the figure is now {value}.' },
  impossible: { fr: '« {where} » : aucun nombre entier de caisses ne peut donner ce pourcentage.', en: '“{where}”: no whole number of caisses can give this percentage.' },
  exceeds: { fr: '« {where} » : le nombre dépasse sa base.', en: '“{where}”: the number is greater than its base.' },
  mismatch: { fr: '« {where} » : ce pourcentage n’est pas celui de ces nombres.', en: '“{where}”: the percentage is not that of these numbers.' },
  unbound: { fr: '« {where} » est écrit en chiffres : liez-le à une figure, il suivra les éditions.', en: '“{where}” is typed in: bind it to a figure and it will follow the editions.' }
} satisfies Record<string, Text>;

export type TextProblemCode = keyof typeof TEXT_PROBLEMS;

/** One problem, with the words of the text it is about. */
export type TextProblem = { code: TextProblemCode; blocking: boolean; where: string; details: Record<string, string>; message: Text };

/** A problem with its sentences filled in. */
export function problem(code: TextProblemCode, where: string, details: Record<string, string> = {}): TextProblem {
  const values = { where, ...details };
  const texts: Text = TEXT_PROBLEMS[code];
  return { code, blocking: code !== 'unbound', where, details, message: { fr: typeset(fill(texts.fr, values), 'fr'), en: typeset(fill(texts.en, values), 'en') } };
}
