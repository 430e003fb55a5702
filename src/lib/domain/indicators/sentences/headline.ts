import type { PublishedGroup, PublishedTable } from '../../confidentiality/published.ts';
import { formatEuros, formatQuantity, formatShare, typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import type { BaseKind } from '../definition.ts';
import { everybody, known, leadingRow, rowShare } from '../row-share.ts';
import { capital, quote } from './grammar.ts';
import { hidden, pickGroup } from './lecture.ts';
import { per } from './period.ts';
import { claim } from './subject.ts';

/**
 * The sentence above a figure: what the mark `rowCode` says, else the leading one, counts first, no final stop.
 * `28 caisses sur 32 déclarent poursuivre « … »`.
 */
export function headline(table: PublishedTable, lang: Lang, base: BaseKind, rowCode?: string): string {
  const all = everybody(table);
  return typeset(capital(body(table, all, lang, base, rowCode)), lang);
}

function body(table: PublishedTable, all: PublishedGroup, lang: Lang, base: BaseKind, rowCode?: string): string {
  if (table.measure === 'quantiles') return median(table, all, lang);
  const row = all.rows.find((each) => each.code === rowCode) ?? leadingRow(table, all);
  if (!row) return `${table.title[lang]}${lang === 'fr' ? ' : ' : ': '}${hidden(lang)}`;
  const label = quote(row.label[lang], lang);
  if (table.measure === 'mix') {
    const mean = formatShare(known(row.meanOfShares) ?? 0, lang);
    return lang === 'fr' ? `en moyenne, ${label} fait ${mean} du budget d’une caisse` : `on average, ${label} makes up ${mean} of a caisse’s budget`;
  }
  const share = rowShare(all, row, table.measure === 'amounts_by_item' ? 'answered' : base);
  const total = known(row.total);
  if (table.measure === 'amounts_by_item' && total !== undefined) {
    const sum = formatEuros(total, lang) + per(table, lang);
    if (!share) return `${label}${lang === 'fr' ? ' : ' : ': '}${sum}`;
    return lang === 'fr' ? `${label} : ${sum}, pour ${share.numerator} caisses sur ${share.base}`.replace(/pour ([01]) caisses/, 'pour $1 caisse') : `${label}: ${sum}, for ${share.numerator} of ${share.base} caisses`;
  }
  if (!share) return hidden(lang, row.label[lang]);
  return claim(share, row.label[lang], table, lang, share.kind !== 'population') + ofWhich(table, row.code, lang, base);
}

/** In a crossed table, the same row in its largest group: `, dont 17 sur 19 dans le groupe « Association »`. */
function ofWhich(table: PublishedTable, code: string, lang: Lang, base: BaseKind): string {
  const group = pickGroup(table);
  const row = group.rows.find((each) => each.code === code);
  const share = group.code !== null && base !== 'mentions' && row ? rowShare(group, row, base) : undefined;
  if (!share) return '';
  const label = quote(group.label[lang], lang);
  return lang === 'fr' ? `, dont ${share.numerator} sur ${share.base} dans le groupe ${label}` : `, among them ${share.numerator} of ${share.base} in the group ${label}`;
}

function median(table: PublishedTable, all: PublishedGroup, lang: Lang): string {
  const value = known(all.summary?.median);
  const title = table.title[lang];
  if (value === undefined) return `${title}${lang === 'fr' ? ' : ' : ': '}${hidden(lang)}`;
  const text = formatQuantity(value, table.unit, lang) + (/annuel|annual|yearly/i.test(title) ? '' : per(table, lang));
  return lang === 'fr' ? `${title} : la médiane est de ${text}` : `${title}: the median is ${text}`;
}
