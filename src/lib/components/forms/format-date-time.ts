import { formatDate } from '#lib/domain/format/index.ts';
import type { Lang } from '#lib/domain/language.ts';

const time: Record<Lang, Intl.DateTimeFormat> = {
  fr: new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' })
};

/** An instant as the team reads it, in Paris: "22 novembre 2026, 20:36". */
export function formatDateTime(iso: string, lang: Lang): string {
  return `${formatDate(iso, lang)}, ${time[lang].format(new Date(iso))}`;
}
