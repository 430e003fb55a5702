import type { PublishedTable } from '../../confidentiality/published.ts';
import type { Lang } from '../../language.ts';

/** The period of an amount, ready to follow it: ` par an`, ` depuis leur création`; empty for what is not money. */
export function per(table: Pick<PublishedTable, 'period' | 'unit'>, lang: Lang): string {
  if (table.period) return ` ${table.period[lang]}`;
  if (table.unit === 'eur_per_year') return lang === 'fr' ? ' par an' : ' per year';
  if (table.unit === 'eur_since_creation') return lang === 'fr' ? ' depuis leur création' : ' since they started';
  return '';
}
