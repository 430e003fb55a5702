import { fold } from '#lib/domain/geography/fold.ts';

const LONGEST = 60;

/** An identifier made of a text: unaccented lower-case words joined by hyphens, sixty characters at most; `initiative` when nothing is left. */
export function toSlug(text: string): string {
  const words = fold(text).split(' ').filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, LONGEST);
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug || 'initiative';
}
