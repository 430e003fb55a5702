import type { MissingReason } from '../../domain/missing.ts';
import { isBlank } from './blank.ts';
import { fold } from './fold.ts';

// Maps, not objects: a respondent may well type "constructor".
const WORDS = new Map<string, MissingReason>();
const declare = (reason: MissingReason, words: string[]) => words.forEach((word) => WORDS.set(fold(word), reason));

declare('dont_know', [
  'NSP', 'N.S.P.', 'ne sait pas', 'ne sais pas', 'je ne sais pas', 'sait pas', 'sais pas', 'je ne sais pas encore',
  'nspp', 'ne se prononce pas', 'ne sait pas / ne se prononce pas', 'don’t know', 'dont know', 'unknown', 'inconnu', 'dk'
]);
declare('no_answer', [
  'NR', 'N.R.', 'non réponse', 'non-réponse', 'sans réponse', 'pas de réponse', 'nc', 'n.c.', 'non communiqué', 'non communiquée',
  'non communiqués', 'ND', 'n.d.', 'non disponible', 'non déterminé', 'non renseigné', 'non renseignée', 'à compléter', 'refus',
  'refuse de répondre', 'vide', '(vide)', 'à préciser', 'à renseigner', 'ne souhaite pas répondre', 'no answer', 'not available', 'refused', 'null', 'none given', 'x', 'xx'
]);
declare('not_applicable', [
  'SO', 'S.O.', 's/o', 'sans objet', 'N/A', 'NA', 'n.a.', 'non applicable', 'non concerné', 'non concernée', 'non concernés', 'non concerné(e)', 'non concerné(e)s', 'pas concerné(e)',
  'pas concerné', 'pas concernée', 'ne s’applique pas', 'not applicable'
]);

/** Signs alone: a dash or a slash is a blank, a question mark says that the respondent does not know. */
const SIGNS = new Map<string, MissingReason>(Object.entries({
  '-': 'no_answer', '–': 'no_answer', '—': 'no_answer', '--': 'no_answer', '/': 'no_answer', '//': 'no_answer',
  '.': 'no_answer', '…': 'no_answer', '...': 'no_answer', '?': 'dont_know', '??': 'dont_know', '∅': 'no_answer'
} as const));

/** Numbers that survey tools and studies use for a missing value; never one by themselves: an editor decides. */
export const MISSING_CODES = new Set(['99', '999', '9999', '-1', '-9', '-99', '-999', '88', '98', '998']);

/**
 * The reason that a word for "nothing" stands for (`NSP` → `dont_know`, `nc` → `no_answer`, `sans objet` → `not_applicable`),
 * or undefined when the text is an answer. `0`, `FAUX` and `Aucun` are answers. A blank text is `no_answer`.
 */
export function missingWord(text: string): MissingReason | undefined {
  // No word for "nothing" begins with a digit: numbers are most of what is asked here.
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return undefined;
  const trimmed = text.trim();
  if (trimmed === '') return 'no_answer';
  if (trimmed.length > 40) return undefined;
  return SIGNS.get(trimmed) ?? WORDS.get(fold(trimmed));
}

/** For free texts, where a word may be an answer: only a sign alone is a blank. */
export function missingSign(text: string): MissingReason | undefined {
  if (text.length > 20) return isBlank(text) ? 'no_answer' : undefined;
  const trimmed = text.trim();
  return trimmed === '' ? 'no_answer' : SIGNS.get(trimmed);
}
