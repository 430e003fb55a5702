import type { EditionSummary } from '../../confidentiality/edition.ts';
import type { PublishedGroup, PublishedInterval, PublishedNumber, PublishedRow, PublishedTable } from '../../confidentiality/published.ts';
import { formatDate, formatNumber, formatPublished, typeset } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import type { BaseKind } from '../definition.ts';
import { everybody, known, leadingRow } from '../row-share.ts';
import { boundsText } from './bounds-text.ts';
import { formulaText } from './formula-text.ts';
import { capital, quote } from './grammar.ts';
import { intervalText } from './interval-text.ts';
import { weightedNote } from './weighted-text.ts';

export const NOTE_CODES = ['question', 'asked', 'respondents', 'answered', 'item_non_response', 'formula', 'bounds', 'interval', 'weighted', 'confidentiality', 'caveat', 'provenance', 'edition'] as const;

/** One line of the method tab: a term and what is said of it. `value` repeats the number when there is exactly one. */
export type MethodNote = { code: (typeof NOTE_CODES)[number]; term: string; text: string; value?: PublishedNumber };

const TERMS: Record<MethodNote['code'], { fr: string; en: string }> = {
  question: { fr: 'Question posée', en: 'Question asked' },
  asked: { fr: 'Caisses interrogées', en: 'Caisses asked' },
  respondents: { fr: 'Questionnaires renvoyés', en: 'Questionnaires returned' },
  answered: { fr: 'Réponses à la question', en: 'Answers to the question' },
  item_non_response: { fr: 'Non-réponse à la question', en: 'Item non-response' },
  formula: { fr: 'Calcul', en: 'Calculation' },
  bounds: { fr: 'Ce que les silencieuses pourraient changer', en: 'What the silent ones could change' },
  interval: { fr: 'Intervalle, et sa condition', en: 'Interval, and its condition' },
  weighted: { fr: 'Avec redressement', en: 'With weights' },
  confidentiality: { fr: 'Secret statistique', en: 'Statistical confidentiality' },
  caveat: { fr: 'À savoir', en: 'Good to know' },
  provenance: { fr: 'Données', en: 'Data' },
  edition: { fr: 'Édition', en: 'Edition' }
};

type Options = { base?: BaseKind; rowCode?: string };

/** The lines of the method tab, in order. Lines that would say nothing are left out. */
export function methodNotes(table: PublishedTable, lang: Lang, edition?: EditionSummary, options: Options = {}): MethodNote[] {
  const fr = lang === 'fr';
  const all = everybody(table);
  const base = options.base ?? table.base;
  const row = all.rows.find((each) => each.code === options.rowCode) ?? leadingRow(table, all);
  const notes: MethodNote[] = [];
  const add = (code: MethodNote['code'], text: string | undefined, value?: PublishedNumber): void => {
    if (text) notes.push({ code, term: TERMS[code][lang], text: typeset(capital(text), lang), ...(value ? { value } : {}) });
  };
  add('question', quote(table.question[lang], lang));
  for (const code of ['population', 'respondents', 'answered'] as const) {
    add(code === 'population' ? 'asked' : code, formatPublished(all[code], lang, 'count'), all[code]);
  }
  add('item_non_response', nonResponse(all, lang));
  add('formula', formulaText(table, base, lang));
  if (row && base !== 'mentions') add('bounds', labelled(table, row, boundsText(all, row, lang), lang));
  for (const interval of intervalsOf(table, all, row)) {
    const text = intervalText(table, all, interval, lang);
    add('interval', table.measure === 'quantiles' ? text : row && labelled(table, row, text, lang));
  }
  add('weighted', weightedNote(table, row, lang));
  if (hasHidden(table)) add('confidentiality', fr ? 'un « c » remplace une valeur qui vient de moins de trois caisses, qu’une seule caisse domine, ou qui permettrait de retrouver une telle valeur par différence' : 'a “c” stands for a value that comes from fewer than three caisses, that one caisse dominates, or from which such a value could be found by difference');
  for (const caveat of table.caveats) add('caveat', caveat[lang]);
  if (table.provenance === 'synthetic') add('provenance', fr ? 'réponses synthétiques, inventées pour la démonstration ; aucune ne vient d’une caisse réelle' : 'synthetic responses, invented for demonstration; none comes from a real caisse');
  if (edition) add('edition', fr ? `${edition.version}, publiée le ${formatDate(edition.publishedAt, lang)} ; tableau ${table.id}` : `${edition.version}, published on ${formatDate(edition.publishedAt, lang)}; table ${table.id}`);
  return notes;
}

function labelled(table: PublishedTable, row: PublishedRow, text: string | undefined, lang: Lang): string | undefined {
  return text && table.groups.length > 0 ? `${quote(row.label[lang], lang)}${lang === 'fr' ? ' : ' : ': '}${text}` : undefined;
}

function intervalsOf(table: PublishedTable, all: PublishedGroup, row: PublishedRow | undefined): PublishedInterval[] {
  return (table.measure === 'quantiles' ? all.summary?.intervals : row?.intervals) ?? [];
}

function nonResponse(all: PublishedGroup, lang: Lang): string | undefined {
  const [asked, answered] = [known(all.asked) ?? known(all.respondents), known(all.answered)];
  if (asked === undefined || answered === undefined) return undefined;
  const n = formatNumber(asked - answered, lang);
  const of = formatNumber(asked, lang);
  if (lang === 'fr') return asked === answered ? `aucune : les ${of} ont répondu` : `${n} sur les ${of} à qui la question a été posée`;
  return asked === answered ? `none: all ${of} answered` : `${n} of the ${of} who were asked the question`;
}

function hasHidden(table: PublishedTable): boolean {
  return JSON.stringify(table.groups).includes('"status":"c"');
}
