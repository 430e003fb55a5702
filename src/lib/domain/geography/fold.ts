/**
 * A name as people type it: no accents, no case, no hyphens or apostrophes, "st", "ste", "gde" and "s/" spelt out, "8ème" and "8e" alike.
 * "Sainte-Foy-la-Grande", "ste foy la grande" and "SAINTE FOY LA GRANDE" give the same text.
 */
export function fold(text: string): string {
  return (/^[\w '-]*$/.test(text) ? text.toLowerCase() : withoutAccents(text))
    .replace(/\bs\/-?/g, 'sur ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\b(\d{1,2})(?:eme|ieme|er|ere)\b/g, '$1e')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bgde\b/g, 'grande');
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}
