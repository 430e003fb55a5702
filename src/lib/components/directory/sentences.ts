import type { Initiative } from '#lib/domain/census/initiative.ts';
import { KIND_LABELS, STATUS_LABELS } from '#lib/domain/directory/labels.ts';
import type { Rate } from '#lib/domain/directory/rate.ts';
import { formatNumber, isPlural } from '#lib/domain/format/index.ts';
import type { Lang } from '#lib/domain/language.ts';
import { m } from '#lib/i18n/generated/messages.js';

/** What an initiative is and where, in a sentence: its page and its picture say the same. */
export function initiativeSummary({ kind, status, territory }: Pick<Initiative, 'kind' | 'status' | 'territory'>, lang: Lang): string {
  return m.directory_summary({ kind: KIND_LABELS[kind][lang], status: STATUS_LABELS[status][lang].toLowerCase(), place: territory }, { locale: lang });
}

/** How many initiatives a territory has, against its inhabitants, in a sentence. */
export function territoryLede({ count, caisses, population, per100k }: Rate & { caisses: number }, lang: Lang): string {
  const locale = { locale: lang };
  const number = (value: number, decimals = 0): string => formatNumber(value, lang, { decimals });
  if (count === 0) return m.directory_territory_none({ population: number(population) }, locale);
  const values = { count: number(count), caisses: number(caisses), population: number(population), rate: per100k === undefined ? 'z' : number(per100k, 2) };
  return isPlural(count, lang) ? m.directory_territory_lede(values, locale) : m.directory_territory_lede_one(values, locale);
}

/** What kind of territory it is, and its official code. */
export function territoryLevel(level: 'region' | 'departement' | 'epci', code: string, lang: Lang): string {
  const levels = { region: m.directory_level_region, departement: m.directory_level_departement, epci: m.directory_level_epci };
  return levels[level]({ code }, { locale: lang });
}
