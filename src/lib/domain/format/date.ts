import type { Lang } from '../language.ts';

const LOCALES: Record<Lang, string> = { fr: 'fr-FR', en: 'en-GB' };
const PARTS: Record<'month' | 'day', Intl.DateTimeFormatOptions> = {
  month: { month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' }
};
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: Lang, precision: 'month' | 'day', timeZone: string): Intl.DateTimeFormat {
  const key = `${lang} ${precision} ${timeZone}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[lang], { ...PARTS[precision], timeZone });
    formatters.set(key, found);
  }
  return found;
}

/**
 * A date in words, no more precise than it is known: `2024` → `2024`, `2024-09` → `septembre 2024`,
 * `2024-09-01` → `1er septembre 2024`. An instant (`2025-12-19T23:30:00Z`) is given as the day in Paris.
 * Anything else is returned unchanged, so that an odd date is seen and not hidden.
 */
export function formatDate(iso: string, lang: Lang): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.+)?)?)?$/.exec(iso);
  if (!found) return iso;
  const [, year, month, day, time] = found;
  if (!month) return year ?? iso;
  const date = new Date(time ? iso : `${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || (!time && date.getUTCMonth() + 1 !== Number(month))) return iso;
  const text = formatter(lang, day ? 'day' : 'month', time ? 'Europe/Paris' : 'UTC').format(date);
  return lang === 'fr' ? text.replace(/^1 /, '1er ') : text;
}
