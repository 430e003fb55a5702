import { fold } from './fold.ts';

const NAMES = /\b(?:code postal|codes postaux|cp|zip|zip code|post ?code|postal code|siret|siren|rna|insee|telephone|tel|portable|mobile|phone|fax|iban|n de telephone|numero de telephone|numero siret|uuid)\b/;
const COUNTS = /\b(?:nombre|combien|number|how many|total)\b/;

/** Whether a heading announces identifiers (postcode, SIRET, telephone): digits that are names, never numbers. */
export function announcesIdentifier(heading: string): boolean {
  const folded = fold(heading);
  return folded.length < 80 && NAMES.test(folded) && !COUNTS.test(folded);
}
