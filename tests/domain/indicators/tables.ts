import type { PublishedGroup, PublishedNumber, PublishedRow, PublishedTable } from '#lib/domain/confidentiality/published.ts';

export const ok = (value: number): PublishedNumber => ({ status: 'ok', value });
export const secret: PublishedNumber = { status: 'c' };

export function row(code: string, label: string, count: PublishedNumber, more: Partial<PublishedRow> = {}): PublishedRow {
  return { code, label: { fr: label, en: label }, count, ...more };
}

export function group(rows: PublishedRow[], more: Partial<PublishedGroup> = {}): PublishedGroup {
  return { code: null, label: { fr: 'Ensemble', en: 'All' }, population: ok(60), respondents: ok(32), answered: ok(32), rows, ...more };
}

/** A published table written by hand, for sentences. */
export function table(groups: PublishedGroup[], more: Partial<PublishedTable> = {}): PublishedTable {
  return {
    id: '2025.objectives',
    indicator: 'objectives',
    wave: '2025',
    breakdown: null,
    measure: 'distribution',
    title: { fr: 'Objectifs poursuivis par les caisses alimentaires', en: 'Objectives pursued by the caisses alimentaires' },
    verb: { fr: "déclarent poursuivre l'objectif", en: 'say they pursue the objective' },
    question: { fr: 'Quels objectifs poursuivez-vous ?', en: 'Which objectives do you pursue?' },
    unit: 'none',
    multiple: true,
    base: 'answered',
    bases: ['answered', 'respondents', 'population', 'mentions'],
    caveats: [],
    provenance: 'real',
    groups,
    ...more
  };
}
