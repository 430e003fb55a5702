import type { PublishedGroup, PublishedRow, PublishedTable } from '../../confidentiality/published.ts';
import { formatEuros, formatNumber, formatShare } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { known, rowShare } from '../row-share.ts';
import { agree } from './conjugate.ts';
import { caisses, negated, quote } from './grammar.ts';
import { per } from './period.ts';

/** Caisses and euros of one item, with the coverage: how many gave amounts out of how many returned the questionnaire. */
export function lectureAmounts(table: PublishedTable, group: PublishedGroup, row: PublishedRow, lang: Lang): string {
  const label = quote(row.label[lang], lang);
  const share = rowShare(group, row, 'answered');
  const total = known(row.total);
  if (!share && total) {
    const amount = formatEuros(total, lang) + per(table, lang);
    return lang === 'fr' ? `${label} : ${amount}, pour un nombre de caisses qui n’est pas publié (c : secret statistique)` : `${label}: ${amount}, for a number of caisses that is not published (c: statistical confidentiality)`;
  }
  if (!share) {
    return lang === 'fr'
      ? `les montants de ${label} ne sont pas publiés (c : secret statistique)`
      : `the amounts of ${label} are not published (c: statistical confidentiality)`;
  }
  const verb = agree(table.verb, share.numerator, lang, table.verbSingular);
  const n = formatNumber(share.numerator, lang);
  const of = covered(share.base, known(group.respondents), lang);
  const none = lang === 'fr' ? `aucune caisse sur ${of} ${negated(verb)} ${label}` : `none of ${of} ${table.verb.en} ${label}`;
  if (share.numerator === 0) return none;
  const who = lang === 'fr' ? `${caisses(share.numerator, lang)} sur ${of} ${verb} ${label}` : `${n} of ${of} ${verb} ${label}`;
  if (total === undefined) {
    return lang === 'fr' ? `${who} ; le montant n’est pas publié (c : secret statistique)` : `${who}; the amount is not published (c: statistical confidentiality)`;
  }
  const sum = formatEuros(total, lang) + per(table, lang);
  const median = known(row.median);
  // A confidential share is rounded to the nearest tenth: it must not be read as exact.
  const about = table.level === 'confidential' ? (lang === 'fr' ? 'environ ' : 'about ') : '';
  const largest = known(row.largestShare);
  const parts = [
    lang === 'fr' ? `pour un total de ${sum}` : `for a total of ${sum}`,
    median === undefined ? '' : lang === 'fr' ? `la médiane est de ${formatEuros(median, lang)} par caisse concernée` : `the median is ${formatEuros(median, lang)} per caisse concerned`,
    largest === undefined ? '' : lang === 'fr' ? `la caisse qui reçoit le plus fait ${about}${formatShare(largest, lang)} du total` : `the caisse that receives most makes up ${about}${formatShare(largest, lang)} of the total`
  ].filter(Boolean);
  const [first = '', ...rest] = parts;
  return [`${who}, ${first}`, ...rest].join(lang === 'fr' ? ' ; ' : '; ');
}

/** Who gave amounts, out of who returned the questionnaire: `les 11 qui ont donné leurs montants (sur 32 répondantes)`. */
function covered(base: number, respondents: number | undefined, lang: Lang): string {
  const n = formatNumber(base, lang);
  const all = respondents === undefined || respondents === base ? undefined : formatNumber(respondents, lang);
  if (lang === 'fr') return `les ${n} qui ont donné leurs montants${all ? ` (pour ${all} répondantes)` : ''}`;
  return `the ${n} caisses that gave their amounts${all ? ` (out of ${all} respondents)` : ''}`;
}
