const TAGS = /<\/?[a-z][^<>]{0,500}>/gi;
const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", eacute: 'é', egrave: 'è', agrave: 'à' };
const LONGEST = 2_000;
const cache = new Map<string, string>();

/**
 * A text reduced to what makes two spellings of it the same: no accents, case, punctuation, HTML tags,
 * line breaks nor repeated spaces. `L’alimentation<br> durable !` → `l alimentation durable`.
 */
export function fold(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  // A text that long is no label: its beginning and its length are enough to tell it from another.
  if (text.length > LONGEST) return `${fold(text.slice(0, LONGEST))} ${text.length}`;
  const folded = plain(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (text.length < 200) {
    if (cache.size > 50_000) cache.clear();
    cache.set(text, folded);
  }
  return folded;
}

/** The text without HTML: tags become spaces, the usual entities their character. Spaces and line breaks are reduced to one space. */
export function plain(text: string): string {
  return text
    .replace(TAGS, ' ')
    .replace(/&(#\d+|[a-z]+);/gi, (whole, name: string) => entity(name) ?? whole)
    .replace(/[\s\u00a0\u202f\u2009\ufeff]+/g, ' ')
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name.toLowerCase()) ? ENTITIES[name.toLowerCase()] : undefined;
  const code = Number(name.slice(1));
  return code > 31 && code < 0x10ffff ? String.fromCodePoint(code) : undefined;
}
