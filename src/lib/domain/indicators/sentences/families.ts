import type { PublishedFunder } from '../../confidentiality/published-funders.ts';
import type { PublishedTable } from '../../confidentiality/published.ts';
import { formatEuros, formatNumber, formatShare, typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { everybody, known } from '../row-share.ts';
import { capital, list, small } from './grammar.ts';
import { per } from './period.ts';

/**
 * What the families of funders bring together, with the caisses that told it, and which families cannot be added up.
 *
 * The sums are those that were published with the table: nothing is added that a hidden amount could be taken from.
 * No sentence when the table has no family or the number of caisses is not published.
 */
export function familySentences(table: PublishedTable, lang: Lang): string[] {
  const families = (table.funders ?? []).filter(({ level }) => level === 'family');
  const answered = known(everybody(table).answered);
  if (families.length === 0 || answered === undefined) return [];
  const told = families.filter(({ total }) => known(total) !== undefined);
  const hidden = families.filter(({ total }) => known(total) === undefined);
  return [together(told, hidden.length === 0, answered, table, lang), unsaid(hidden, lang)].filter(Boolean).map((text) => typeset(text, lang));
}

function together(told: PublishedFunder[], all: boolean, answered: number, table: PublishedTable, lang: Lang): string {
  if (told.length === 0) return '';
  const who = formatNumber(answered, lang);
  const families = list(told.map((family) => familyText(family, lang)), lang);
  const period = per(table, lang);
  if (!all) return lang === 'fr' ? `Les ${who} caisses qui ont donné leurs montants déclarent, par famille${period} : ${families}.` : `The ${who} caisses that gave their amounts report, by family${period}: ${families}.`;
  const sum = formatEuros(told.reduce((total, family) => total + (known(family.total) ?? 0), 0), lang) + period;
  return lang === 'fr' ? `Les ${who} caisses qui ont donné leurs montants déclarent en tout ${sum} : ${families}.` : `The ${who} caisses that gave their amounts report ${sum} in all: ${families}.`;
}

function familyText({ label, total, shareOfEuros }: PublishedFunder, lang: Lang): string {
  const share = known(shareOfEuros);
  const part = share === undefined ? '' : lang === 'fr' ? ` (${formatShare(share, lang)} de ces euros)` : ` (${formatShare(share, lang)} of these euros)`;
  return `${small(label[lang])} ${formatEuros(known(total) ?? 0, lang)}${part}`;
}

function unsaid(hidden: PublishedFunder[], lang: Lang): string {
  if (hidden.length === 0) return '';
  const names = list(hidden.map(({ label }) => small(label[lang])), lang);
  return lang === 'fr'
    ? `${capital(names)} : la somme n’est pas publiée, elle dirait un montant que le secret statistique protège.`
    : `${capital(names)}: the sum is not published, it would tell an amount that statistical confidentiality protects.`;
}
