import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { formatDate } from '#lib/domain/format/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** The line that every picture of the census ends with: its edition, the date, the site. */
export function pictureSource({ version, publishedAt }: EditionSummary, lang: Lang, host: string): string {
  return `${m.site_edition({ version }, { locale: lang })}, ${formatDate(publishedAt, lang)}. ${host}`;
}
