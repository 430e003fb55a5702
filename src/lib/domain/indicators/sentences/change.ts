import type { PublishedChange, PublishedComparison, PublishedPair } from '../../confidentiality/published-comparison.ts';
import type { PublishedTable } from '../../confidentiality/published.ts';
import { formatNumber, formatQuantity, formatShare, isPlural, typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { known } from '../row-share.ts';
import { capital, quote } from './grammar.ts';

/**
 * What changed in one row between two waves, level first, then among the same caisses:
 * `De 2025 à 2026 : « Accès » passe de 28 sur 32 à 33 sur 38 (−0,7 point) ; parmi les 25 caisses des deux vagues, de 22 à 21 (…).`
 * A break in series says so and gives no change. Undefined for a row that does not exist.
 */
export function changeSentence(table: PublishedTable, comparison: PublishedComparison, code: string, lang: Lang): string | undefined {
  const row = comparison.rows.find((each) => each.code === code);
  const text = !comparison.comparable ? broken(comparison, lang) : table.measure === 'quantiles' ? ofNumber(table, comparison, lang) : row && (table.measure === 'mix' ? ofMix(table, row, comparison, lang) : ofRow(row, comparison, lang));
  return text && typeset(`${capital(text)}.`, lang);
}

function broken({ wave, note }: PublishedComparison, lang: Lang): string {
  const why = note ? `${lang === 'fr' ? ' : ' : ': '}${note[lang].replace(/[.\s]+$/, '')}` : '';
  return lang === 'fr' ? `la série est rompue depuis ${wave}${why}` : `the series breaks after ${wave}${why}`;
}

function ofRow(row: PublishedChange, comparison: PublishedComparison, lang: Lang): string {
  const label = quote(row.label[lang], lang);
  const { wave } = comparison;
  if (row.presence === 'added') return lang === 'fr' ? `${label} n’était pas proposé en ${wave}` : `${label} was not offered in ${wave}`;
  if (row.presence === 'removed') return lang === 'fr' ? `${label} n’est plus proposé depuis ${wave}` : `${label} has no longer been offered since ${wave}`;
  const [before, after, level] = [known(row.before), known(row.after), known(row.level)];
  if (before === undefined || after === undefined || level === undefined) {
    return lang === 'fr' ? `l’évolution de ${label} n’est pas publiée (c : secret statistique)` : `the change of ${label} is not published (c: statistical confidentiality)`;
  }
  const [from, to] = [`${before} ${lang === 'fr' ? 'sur' : 'of'} ${comparison.answeredBefore}`, `${after} ${lang === 'fr' ? 'sur' : 'of'} ${comparison.answeredAfter}`];
  const first = lang === 'fr' ? `depuis ${wave}, ${label} passe de ${from} à ${to} (${points(level, lang)})` : `since ${wave}, ${label} went from ${from} to ${to} (${points(level, lang)})`;
  const second = row.paired && same(row.paired, lang);
  return second ? [first, second].join(lang === 'fr' ? ' ; ' : '; ') : first;
}

/** A mean share: the later one is the table's, the earlier one the difference. */
function ofMix(table: PublishedTable, row: PublishedChange, { wave }: PublishedComparison, lang: Lang): string | undefined {
  const after = known(table.groups[0]?.rows.find((each) => each.code === row.code)?.meanOfShares);
  const level = known(row.level);
  if (after === undefined || level === undefined) return undefined;
  const label = quote(row.label[lang], lang);
  const [from, to] = [formatShare(after - level, lang), formatShare(after, lang)];
  return lang === 'fr'
    ? `depuis ${wave}, la part moyenne de ${label} passe de ${from} à ${to} (${points(level, lang)})`
    : `since ${wave}, the mean share of ${label} went from ${from} to ${to} (${points(level, lang)})`;
}

/** `+3,2 points`: a difference of percentages is in points, never in percent. */
function points(level: number, lang: Lang): string {
  const value = Math.round(level * 1000) / 10;
  const word = lang === 'fr' ? (isPlural(value, lang) ? 'points' : 'point') : `percentage ${isPlural(value, lang) ? 'points' : 'point'}`;
  return `${formatNumber(value, lang, { decimals: 1, sign: true })} ${word}`;
}

function same(pair: PublishedPair, lang: Lang): string | undefined {
  const [n, before, after, gained, lost] = [pair.n, pair.before, pair.after, pair.gained, pair.lost].map(known);
  if (n === undefined || n === 0) return undefined;
  if (before === undefined || after === undefined) return lang === 'fr' ? `l’évolution des mêmes caisses n’est pas publiée` : `the change among the same caisses is not published`;
  if (gained === 0 && lost === 0) return lang === 'fr' ? `parmi les ${n} caisses qui ont répondu aux deux vagues, aucune n’a changé` : `among the ${n} caisses that answered both waves, none changed`;
  return lang === 'fr'
    ? `parmi les ${n} caisses qui ont répondu aux deux vagues, de ${before} à ${after} (${gained} en plus, ${lost} en moins)`
    : `among the ${n} caisses that answered both waves, from ${before} to ${after} (${gained} more, ${lost} fewer)`;
}

function ofNumber(table: PublishedTable, { wave, number }: PublishedComparison, lang: Lang): string | undefined {
  const [before, after] = [known(number?.medianBefore), known(number?.medianAfter)];
  if (before === undefined || after === undefined) return undefined;
  const write = (value: number): string => formatQuantity(value, table.unit, lang);
  const level = lang === 'fr' ? `depuis ${wave}, la médiane passe de ${write(before)} à ${write(after)}` : `since ${wave}, the median went from ${write(before)} to ${write(after)}`;
  const [n, up, down] = [number?.paired.n, number?.paired.up, number?.paired.down].map(known);
  if (n === undefined || up === undefined || down === undefined) return level;
  return lang === 'fr'
    ? `${level} ; parmi les ${n} caisses qui ont répondu aux deux vagues, ${up} en hausse et ${down} en baisse`
    : `${level}; among the ${n} caisses that answered both waves, ${up} went up and ${down} went down`;
}

/** `53 % des caisses de 2025 ont de nouveau répondu` style sizes: who stayed, entered, left. */
export function compositionSentence({ stayed, entered, left, wave, answeredBefore }: PublishedComparison, lang: Lang): string {
  const rate = answeredBefore === 0 ? '' : ` (${formatShare(stayed / answeredBefore, lang)})`;
  return typeset(
    lang === 'fr'
      ? `${stayed} des ${answeredBefore} caisses qui avaient répondu en ${wave} ont de nouveau répondu${rate} ; ${entered} ${entered < 2 ? 'répond' : 'répondent'} pour la première fois, ${left} ${left < 2 ? 'n’a' : 'n’ont'} pas répondu cette fois.`
      : `${stayed} of the ${answeredBefore} caisses that had answered in ${wave} answered again${rate}; ${entered} answered for the first time, ${left} did not answer this time.`,
    lang
  );
}
