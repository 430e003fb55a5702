import type { PublishedTable } from '../../confidentiality/published.ts';
import type { Lang, Text } from '../../language.ts';
import type { BaseKind } from '../definition.ts';

const BASES: Record<BaseKind, Text> = {
  answered: { fr: 'par le nombre de caisses qui ont répondu à la question', en: 'by the number of caisses that answered the question' },
  respondents: {
    fr: 'par le nombre de caisses qui ont renvoyé le questionnaire, celles qui ont laissé la question vide comprises',
    en: 'by the number of caisses that returned the questionnaire, including those that left the question blank'
  },
  population: {
    fr: 'par le nombre de caisses interrogées, les silencieuses comprises : c’est le plus petit pourcentage possible',
    en: 'by the number of caisses asked, including the silent ones: it is the smallest possible percentage'
  },
  mentions: { fr: 'par le nombre total de réponses données (une caisse en donne plusieurs)', en: 'by the total number of answers given (one caisse gives several)' }
};

const OTHERS: Record<'quantiles' | 'mix' | 'amounts_by_item', Text> = {
  quantiles: {
    fr: 'la médiane partage les caisses en deux moitiés ; médiane et quartiles sont des quantiles de type 7 (celui de R par défaut), calculés sur les valeurs déclarées',
    en: 'the median splits the caisses into two halves; median and quartiles are quantiles of type 7 (R’s default), computed on the values given'
  },
  mix: {
    fr: 'la moyenne des parts fait la moyenne des pourcentages de chaque caisse (chacune compte autant : de quoi vit une caisse type) ; la part des totaux divise les euros de la ressource par tous les euros (qui paie)',
    en: 'the mean of shares averages each caisse’s percentages (each counts the same: what a typical caisse lives on); the share of totals divides the euros of the source by all euros (who pays)'
  },
  amounts_by_item: {
    fr: 'nombre de caisses qui ont donné un montant supérieur à zéro, et somme de ces montants ; une ligne laissée vide n’est pas un zéro',
    en: 'number of caisses that gave an amount above zero, and the sum of those amounts; a line left blank is not a zero'
  }
};

/** How the figure's numbers are made, in words. */
export function formulaText(table: PublishedTable, base: BaseKind, lang: Lang): string {
  if (table.measure !== 'distribution' && table.measure !== 'classes') return OTHERS[table.measure][lang];
  const what = table.measure === 'classes'
    ? { fr: 'nombre de caisses dont la valeur est dans la classe, divisé ', en: 'number of caisses whose value lies in the class, divided ' }
    : { fr: 'nombre de caisses qui ont donné cette réponse, divisé ', en: 'number of caisses that gave this answer, divided ' };
  return what[lang] + BASES[base][lang];
}
