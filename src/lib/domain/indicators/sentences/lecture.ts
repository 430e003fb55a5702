import type { PublishedGroup, PublishedRow, PublishedTable } from '../../confidentiality/published.ts';
import { typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import type { BaseKind } from '../definition.ts';
import { everybody, known, leadingRow, rowShare } from '../row-share.ts';
import { boundsText } from './bounds-text.ts';
import { capital, quote } from './grammar.ts';
import { lectureAmounts } from './lecture-amounts.ts';
import { lectureMix } from './lecture-mix.ts';
import { lectureQuantiles } from './lecture-quantiles.ts';
import { claim } from './subject.ts';

const OPENING = { fr: 'Lecture : ', en: 'Reading: ' };

/**
 * The « Lecture » of a figure: one sentence that says in words what one of its marks shows.
 * `rowCode` names the mark, else the leading one; `groupCode` names a group of a crossed table, else the one with most
 * answers. A mark under `c` says so and nothing more.
 */
export function lecture(table: PublishedTable, lang: Lang, base: BaseKind, rowCode?: string, groupCode?: string): string {
  return typeset(`${OPENING[lang]}${body(table, lang, base, rowCode, groupCode)}.`, lang);
}

/** The same sentence without "Lecture :" and its stop, beginning with a capital: accessible names, sharing texts. */
export function lectureBody(table: PublishedTable, lang: Lang, base: BaseKind, rowCode?: string, groupCode?: string): string {
  return typeset(capital(body(table, lang, base, rowCode, groupCode)), lang);
}

/** The sentence to share, with its stop; it says on its own when the data are synthetic, for it travels without the page. */
export function sharingText(table: PublishedTable, lang: Lang, base: BaseKind, rowCode?: string): string {
  const synthetic = table.provenance === 'synthetic' ? (lang === 'fr' ? ' (données synthétiques)' : ' (synthetic data)') : '';
  return `${lectureBody(table, lang, base, rowCode)}${synthetic}.`;
}

function body(table: PublishedTable, lang: Lang, base: BaseKind, rowCode?: string, groupCode?: string): string {
  const all = everybody(table);
  const group = pickGroup(table, groupCode);
  const place = group.code === null ? '' : inGroup(group, lang);
  if (table.measure === 'quantiles') return place + lectureQuantiles(table, group, lang);
  const row = group.rows.find((each) => each.code === rowCode) ?? leadingRow(table, group);
  if (!row) return place + hidden(lang);
  if (table.measure === 'mix') return place + lectureMix(table, group, row, lang);
  if (table.measure === 'amounts_by_item') return place + lectureAmounts(table, group, row, lang);
  return place + counts(table, group, row, lang, base) + compared(all, group, row, lang, base);
}

/** The claim of a count and its band. */
function counts(table: PublishedTable, group: PublishedGroup, row: PublishedRow, lang: Lang, base: BaseKind): string {
  const share = rowShare(group, row, base);
  if (!share) return hidden(lang, row.label[lang]);
  const band = base === 'mentions' ? undefined : boundsText(group, row, lang);
  return [claim(share, row.label[lang], table, lang), ...(band ? [band] : [])].join(lang === 'fr' ? ' ; ' : '; ');
}

/** In a crossed table, the same row among everybody. */
function compared(all: PublishedGroup, group: PublishedGroup, row: PublishedRow, lang: Lang, base: BaseKind): string {
  if (group.code === null) return '';
  const same = all.rows.find((each) => each.code === row.code);
  const share = same && rowShare(all, same, base);
  if (!share) return '';
  return lang === 'fr'
    ? ` ; toutes caisses confondues, ${share.numerator} sur ${share.base}`
    : `; all caisses together, ${share.numerator} of ${share.base}`;
}

/** The group a sentence about a crossed table speaks of. */
export function pickGroup(table: PublishedTable, groupCode?: string): PublishedGroup {
  const asked = table.groups.find((group) => group.code !== null && group.code === groupCode);
  if (asked) return asked;
  if (table.breakdown === null) return everybody(table);
  // A group whose numbers are hidden would make a sentence of nothing.
  const speaks = (group: PublishedGroup): boolean =>
    table.measure === 'quantiles' ? group.summary?.median.status === 'ok' : leadingRow(table, group) !== undefined;
  const groups = table.groups.filter((group) => group.code !== null && speaks(group));
  const size = (group: PublishedGroup): number => known(group.answered) ?? 0;
  return groups.reduce<PublishedGroup | undefined>((best, group) => (!best || size(group) > size(best) ? group : best), undefined) ?? everybody(table);
}

function inGroup(group: PublishedGroup, lang: Lang): string {
  return lang === 'fr' ? `dans le groupe ${quote(group.label.fr, lang)}, ` : `in the group ${quote(group.label.en, lang)}, `;
}

/** What is said of a number that is not shown. */
export function hidden(lang: Lang, label?: string): string {
  const what = label === undefined ? '' : lang === 'fr' ? ` de ${quote(label, lang)}` : ` of ${quote(label, lang)}`;
  return lang === 'fr'
    ? `la valeur${what} n’est pas publiée (c : secret statistique)`
    : `the value${what} is not published (c: statistical confidentiality)`;
}
