import { BREAKDOWN_LABELS } from '#lib/domain/indicators/breakdowns.ts';
import type { Breakdown } from '#lib/domain/indicators/definition.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { PublicationLevel } from '#lib/domain/questionnaire/codebook.ts';
import type { EditionDraft } from '#lib/server/editions/index.ts';

export type HeldView = { table: string; title: string; crossed?: string; wave: string; reason: 'few' | 'apart' | 'unknown'; version?: string; waiting: number; sums: string };
export type LevelView = { key: string; label: string; wave: string; from: PublicationLevel; to: PublicationLevel; tables: number };
/** Tables in which one method of search was not carried to its end. */
export type SearchView = { key: string; method: 'programs' | 'unions'; tables: { table: string; title: string; wave: string }[] };
/** What an approver must know before an edition is published: what it holds back, what it protects less, what stops it. */
export type GuardsView = { held: HeldView[]; levels: LevelView[]; disclosures: string[]; namesThatTell: string[]; searches: SearchView[] };

const crossed = (breakdown: Breakdown, lang: Lang): string => `${lang === 'fr' ? 'selon' : 'by'} ${BREAKDOWN_LABELS[breakdown][lang]}`;

/** The guards of a draft in the reader's language. */
export function viewGuards({ held, levelChanges, disclosures, namesThatTell, searches }: Pick<EditionDraft, 'held' | 'levelChanges' | 'disclosures' | 'namesThatTell' | 'searches'>, lang: Lang): GuardsView {
  return {
    held: held.map(({ table, title, breakdown, wave, reason, version, waiting, sums }) => ({
      table,
      title: title[lang],
      ...(breakdown ? { crossed: crossed(breakdown, lang) } : {}),
      wave,
      reason,
      ...(version ? { version } : {}),
      waiting,
      sums: sums.slice(0, 4).map((sum) => sum.replace(/^\* /, '')).join(', ') + (sums.length > 4 ? '…' : '')
    })),
    levels: levelChanges.map(({ key, label, wave, from, to, tables }) => ({ key, label: label[lang], wave, from, to, tables })),
    disclosures,
    namesThatTell,
    searches: searches.map(({ key, method, tables }) => ({
      key,
      method,
      tables: tables.map(({ table, title, breakdown, wave }) => ({ table, title: breakdown ? `${title[lang]}, ${crossed(breakdown, lang)}` : title[lang], wave }))
    }))
  };
}
