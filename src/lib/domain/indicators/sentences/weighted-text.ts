import type { PublishedRow, PublishedTable } from '../../confidentiality/published.ts';
import { formatNumber, formatShare } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import { everybody, known, rowShare } from '../row-share.ts';
import { BREAKDOWN_LABELS } from '../breakdowns.ts';
import { quote } from './grammar.ts';
import { shareText } from './share-text.ts';

/** Weighted beside unweighted, with the margin that was used and its warnings. Undefined when nothing was weighted. */
export function weightedNote(table: PublishedTable, row: PublishedRow | undefined, lang: Lang): string | undefined {
  const { weighted } = table;
  if (!weighted) return undefined;
  const fr = lang === 'fr';
  const by = BREAKDOWN_LABELS[weighted.margin][lang];
  const warnings = weighted.warnings.map((each) => each[lang]);
  const sizes = fr
    ? `redressement sur ${by}, taille efficace ${formatNumber(weighted.effectiveSize, lang, { decimals: 1 })}`
    : `weighted by ${by}, effective size ${formatNumber(weighted.effectiveSize, lang, { decimals: 1 })}`;
  const value = row && known(weighted.rows.find((each) => each.code === row.code)?.value);
  const plain = row && rowShare(everybody(table), row, 'answered');
  const beside =
    value === undefined || !row || !plain
      ? ''
      : fr
        ? `${quote(row.label.fr, lang)} : ${shareText(plain, lang)} sans redressement, ${formatShare(value, lang, 1)} avec ; `
        : `${quote(row.label.en, lang)}: ${shareText(plain, lang)} without weights, ${formatShare(value, lang, 1)} with; `;
  return [beside + sizes, ...warnings].join(fr ? ' ; ' : '; ');
}
