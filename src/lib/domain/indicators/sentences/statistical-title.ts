import type { PublishedTable } from '../../confidentiality/published.ts';
import { typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import type { Unit } from '../../questionnaire/codebook.ts';
import { BREAKDOWN_LABELS } from '../breakdowns.ts';
import { per } from './period.ts';

const UNIT_WORDS: Record<Unit, { fr: string; en: string }> = {
  people: { fr: ', en personnes', en: ', in people' },
  eur_per_year: { fr: ', en euros', en: ', in euros' },
  eur_since_creation: { fr: ', en euros', en: ', in euros' },
  percent: { fr: ', en %', en: ', in %' },
  full_time_equivalents: { fr: ', en équivalents temps plein', en: ', in full-time equivalents' },
  none: { fr: '', en: '' }
};

/** What, by what, who, where, when: `Objectifs poursuivis selon le type de porteur – caisses alimentaires, France, vague 2025`. */
export function statisticalTitle(table: PublishedTable, lang: Lang): string {
  const fr = lang === 'fr';
  const counts = table.measure === 'distribution' || table.measure === 'classes';
  const unit = counts ? '' : table.measure === 'mix' ? UNIT_WORDS.percent[lang] : UNIT_WORDS[table.unit][lang];
  const period = counts || table.measure === 'mix' ? '' : per(table, lang);
  const by = table.breakdown ? `${fr ? ' selon ' : ' by '}${BREAKDOWN_LABELS[table.breakdown][lang]}` : '';
  const population = /caisse/i.test(table.title[lang]) ? '' : fr ? 'caisses alimentaires, ' : 'caisses alimentaires (food funds), ';
  const wave = fr ? `vague ${table.wave}` : `${table.wave} wave`;
  const synthetic = table.provenance === 'synthetic' ? (fr ? ' (données synthétiques)' : ' (synthetic data)') : '';
  return typeset(`${table.title[lang]}${by}${unit}${period} – ${population}France, ${wave}${synthetic}`, lang);
}
