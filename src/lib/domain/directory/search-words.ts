/** Words too common to ask for; they count only when nothing else is typed. */
export const EMPTY = new Set(
  'a au aux autour avec chez d dans de departement departements dept des du en et l la le les of in and the ou par pour pres region regions s sous sur un une'.split(' ')
);

/**
 * Words of the field and of geography that people add to a name which does without them: "la caisse de Brest", "SSA
 * Toulouse", "Finistère nord". When no initiative has all the words, these are not insisted on.
 */
export const SOFT = new Set(
  'agglo agglomeration alimentaire alimentaires alimentation bassin ca caisse caisses cc centre commune communes communaute cu est initiative initiatives local locale massif metropole nord ouest pays plaine plaines projet projets secteur secu securite sociale ssa sud vallee ville'.split(' ')
);

const ROMAN = /^(x{0,2})(ix|iv|v?i{0,3})e?$/;
const UNITS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** Number of an arrondissement (1–29) as people write it, `8`, `08`, `8e` or `VIIIe`; undefined for any other word. `word` is folded. */
export function ordinal(word: string): number | undefined {
  const digits = /^0?(\d{1,2})e?$/.exec(word)?.[1];
  if (digits) return Number(digits) || undefined;
  const [, tens = '', units = ''] = ROMAN.exec(word) ?? [];
  const value = 10 * tens.length + UNITS.indexOf(units);
  return value > 0 ? value : undefined;
}

/** "S.S.A." and "S S A" are "ssa": letters that stand alone, three or more, make one word. `text` is folded. */
export const joinLetters = (text: string): string => text.replace(/\b[a-z](?: [a-z]\b){2,}/g, (letters) => letters.replaceAll(' ', ''));
