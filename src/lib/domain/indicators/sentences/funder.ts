import type { PublishedFunder } from '../../confidentiality/published-funders.ts';
import type { PublishedTable } from '../../confidentiality/published.ts';
import { formatEuros, formatNumber, formatShare, typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { everybody, known } from '../row-share.ts';
import { capital, caisses, quote } from './grammar.ts';
import { per } from './period.ts';

/** A funder type or family in plain words: who, how much, which share of the euros, dependency, and what comes with it most often. */
export function funderSentences(funder: PublishedFunder, table: PublishedTable, lang: Lang): string[] {
  const fr = lang === 'fr';
  const n = known(everybody(table).answered) ?? 0;
  const [count, total, part, dependent] = [funder.count, funder.total, funder.shareOfEuros, funder.dependent].map(known);
  const label = quote(funder.label[lang], lang);
  const said: string[] = [];
  if (count === 0) said.push(fr ? `aucune des ${n} caisses qui ont donné leurs montants ne déclare ${label}` : `none of the ${n} caisses that gave their amounts reports ${label}`);
  else if (count !== undefined) {
    const sum = total === undefined ? '' : fr ? `, pour ${formatEuros(total, lang)}${per(table, lang)}` : `, for ${formatEuros(total, lang)}${per(table, lang)}`;
    const of = part === undefined ? '' : fr ? `, soit ${formatShare(part, lang)} de tous les euros déclarés` : `, ${formatShare(part, lang)} of all euros reported`;
    said.push(fr ? `${caisses(count, lang)} sur les ${n} qui ont donné leurs montants ${count < 2 ? 'déclare' : 'déclarent'} ${label}${sum}${of}` : `${formatNumber(count, lang)} of the ${n} caisses that gave their amounts ${count === 1 ? 'reports' : 'report'} ${label}${sum}${of}`);
  } else said.push(fr ? `le nombre de caisses qui déclarent ${label} n’est pas publié (c : secret statistique)` : `the number of caisses that report ${label} is not published (c: statistical confidentiality)`);
  if (count && dependent !== undefined) {
    said.push(
      fr
        ? dependent === 0 ? 'aucune n’en tire plus de la moitié de ses montants' : `${formatNumber(dependent, lang)} en ${dependent < 2 ? 'tire' : 'tirent'} plus de la moitié de ${dependent < 2 ? 'ses' : 'leurs'} montants`
        : dependent === 0 ? 'none draws more than half of its amounts from it' : `${formatNumber(dependent, lang)} ${dependent === 1 ? 'draws more than half of its' : 'draw more than half of their'} amounts from it`
    );
  }
  const companions = funder.together.filter((other) => (known(other.count) ?? 0) > 0).sort((a, b) => (known(b.count) ?? 0) - (known(a.count) ?? 0));
  const [first] = companions;
  if (count && first) {
    const both = formatNumber(known(first.count) ?? 0, lang);
    // A hidden count may be larger: only when all are known is one the most frequent.
    const most = funder.together.every((other) => known(other.count) !== undefined);
    const [how, often] = most ? ['le plus souvent', 'most often'] : ['notamment', 'among others'];
    said.push(fr ? `${how} avec ${quote(first.label.fr, lang)} (${both} caisses sur ${formatNumber(count, lang)})` : `${often} with ${quote(first.label.en, lang)} (${both} of ${formatNumber(count, lang)} caisses)`);
  }
  return said.map((sentence) => typeset(`${capital(sentence)}.`, lang));
}
