import type { PublishedGroup, PublishedTable } from '../../confidentiality/published.ts';
import { formatNumber, formatShare, isPlural, shareDecimals, typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { share } from '../../statistics/share.ts';
import type { BaseKind } from '../definition.ts';
import { known } from '../row-share.ts';
import { caisses } from './grammar.ts';
import { per } from './period.ts';

/**
 * What the percentages of a group are of:
 * `Base : 32 caisses répondantes sur 60 (53 %) ; plusieurs réponses possibles, total supérieur à 100 %`.
 * The remark about the total is written only when it is true of these numbers.
 */
export function baseLine(table: PublishedTable, group: PublishedGroup, lang: Lang, base: BaseKind): string {
  const fr = lang === 'fr';
  const opening = group.code === null ? (fr ? 'Base : ' : 'Base: ') : fr ? `Base, ${group.label.fr} : ` : `Base, ${group.label.en}: `;
  const parts = [who(group, lang, base), several(table, group, lang, base), money(table, lang)].filter(Boolean);
  return typeset(opening + parts.join(fr ? ' ; ' : '; '), lang);
}

/** `(53 %)`, as a share that has been checked. */
function rate(numerator: number, base: number, lang: Lang): string {
  const part = share({ numerator, base, kind: 'population' });
  return part ? ` (${formatShare(part.value, lang, shareDecimals(numerator, base))})` : '';
}

function who(group: PublishedGroup, lang: Lang, base: BaseKind): string {
  const fr = lang === 'fr';
  const [population, respondents, answered] = [group.population, group.respondents, group.answered].map(known);
  if (population === undefined || respondents === undefined || answered === undefined) {
    return fr ? 'effectif non publié (c : secret statistique)' : 'number not published (c: statistical confidentiality)';
  }
  const N = formatNumber(population, lang);
  const s = isPlural(respondents, lang) ? 's' : '';
  if (base === 'population') {
    const answers = fr
      ? `${formatNumber(answered, lang)} ${isPlural(answered, lang) ? 'ont' : 'a'} répondu${rate(answered, population, lang)}`
      : `${formatNumber(answered, lang)} answered${rate(answered, population, lang)}`;
    return fr ? `${caisses(population, lang)} interrogée${isPlural(population, lang) ? 's' : ''}, dont ${answers}` : `${caisses(population, lang)} asked, of which ${answers}`;
  }
  if (base === 'mentions') {
    const mentions = known(group.mentions);
    if (mentions === undefined) return fr ? 'nombre de réponses non publié' : 'number of answers not published';
    const given = fr
      ? `${formatNumber(mentions, lang)} réponse${isPlural(mentions, lang) ? 's' : ''} donnée${isPlural(mentions, lang) ? 's' : ''} par ${caisses(answered, lang)}`
      : `${formatNumber(mentions, lang)} ${mentions === 1 ? 'answer' : 'answers'} given by ${caisses(answered, lang)}`;
    return fr ? `${given} ; total égal à 100 %` : `${given}; total equal to 100%`;
  }
  if (base === 'respondents' || answered === respondents) {
    return fr
      ? `${caisses(respondents, lang)} répondante${s} sur ${N}${rate(respondents, population, lang)}`
      : `${formatNumber(respondents, lang)} responding ${respondents === 1 ? 'caisse' : 'caisses'} out of ${N}${rate(respondents, population, lang)}`;
  }
  const plural = isPlural(answered, lang) ? 's' : '';
  return fr
    ? `${formatNumber(answered, lang)} caisse${plural} ayant répondu à la question, sur ${formatNumber(respondents, lang)} répondante${s} et ${N} interrogées${rate(answered, population, lang)}`
    : `${caisses(answered, lang)} that answered the question, out of ${formatNumber(respondents, lang)} respondents and ${N} asked${rate(answered, population, lang)}`;
}

function several(table: PublishedTable, group: PublishedGroup, lang: Lang, base: BaseKind): string {
  if (!table.multiple || base === 'mentions') return '';
  const mentions = known(group.mentions);
  const whole = known(group[base]);
  const over = mentions !== undefined && whole !== undefined && mentions > whole;
  if (lang === 'fr') return `plusieurs réponses possibles${over ? ', total supérieur à 100 %' : ''}`;
  return `several answers possible${over ? ', total above 100%' : ''}`;
}

function money(table: PublishedTable, lang: Lang): string {
  if (table.measure !== 'amounts_by_item') return '';
  return (lang === 'fr' ? 'montants cumulés' : 'cumulative amounts') + per(table, lang);
}
