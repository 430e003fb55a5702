import type { PublishedGroup, PublishedNumber, PublishedRow, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { rowShare } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { Column } from './columns.ts';

/** One number of a published table, alone on its line. */
export type TableLine = {
  table: PublishedTable;
  group: PublishedGroup;
  row?: PublishedRow;
  /** `count`, `share`, `total`, `median`, … */
  measure: string;
  unit: string;
  number: PublishedNumber;
};

const OF_ROW = [
  ['count', 'caisses'],
  ['meanOfShares', 'share'],
  ['shareOfTotals', 'share'],
  ['total', 'euros'],
  ['median', 'euros'],
  ['largestShare', 'share']
] as const;

/** Every published number of a table, one a line, in the order in which the page shows them. */
export function tableLines(table: PublishedTable): TableLine[] {
  return table.groups.flatMap((group) => {
    const line = (measure: string, unit: string, number: PublishedNumber | undefined, row?: PublishedRow): TableLine[] =>
      number ? [{ table, group, ...(row ? { row } : {}), measure, unit, number }] : [];
    const { summary } = group;
    return [
      ...line('population', 'caisses', group.population),
      ...line('respondents', 'caisses', group.respondents),
      ...line('answered', 'caisses', group.answered),
      ...line('mentions', 'mentions', group.mentions),
      ...group.rows.flatMap((row) => [
        ...OF_ROW.flatMap(([measure, unit]) => line(measure, unit, row[measure], row)),
        ...line('share', 'share', shareOf(table, group, row), row)
      ]),
      ...(summary
        ? (['n', 'min', 'q1', 'median', 'q3', 'max', 'mean'] as const).flatMap((measure) =>
            line(measure, measure === 'n' ? 'caisses' : table.unit, summary[measure])
          )
        : [])
    ];
  });
}

/** The percentage that the page shows by default; without one, nothing is written rather than a guess. */
function shareOf(table: PublishedTable, group: PublishedGroup, row: PublishedRow): PublishedNumber | undefined {
  if (table.measure !== 'distribution' && table.measure !== 'classes') return undefined;
  const share = rowShare(group, row, table.base);
  return share ? { status: 'ok', value: share.value } : row.count.status === 'ok' ? undefined : row.count;
}

/** Columns of a file of published tables; labels in the language asked for. */
export function tableColumns(lang: Lang): readonly Column<TableLine>[] {
  return [
    { name: 'table', type: 'text', value: ({ table }) => table.id, description: { fr: 'Identifiant de la table', en: 'Identifier of the table' } },
    { name: 'wave', type: 'text', value: ({ table }) => table.wave, description: { fr: 'Vague', en: 'Wave' } },
    { name: 'indicator', type: 'text', value: ({ table }) => table.indicator, description: { fr: 'Indicateur', en: 'Indicator' } },
    { name: 'breakdown', type: 'text', value: ({ table }) => table.breakdown ?? 'z', description: { fr: 'Croisement, z si aucun', en: 'Breakdown, z when there is none' } },
    { name: 'group', type: 'text', value: ({ group }) => group.code ?? 'all', description: { fr: 'Groupe du croisement ; all : tous', en: 'Group of the breakdown; all: everybody' } },
    { name: 'group_label', type: 'text', value: ({ group }) => group.label[lang], description: { fr: 'Nom du groupe', en: 'Name of the group' } },
    { name: 'row', type: 'text', value: ({ row }) => row?.code ?? 'z', description: { fr: 'Modalité ; z pour un nombre du groupe entier', en: 'Row; z for a number of the whole group' } },
    { name: 'row_label', type: 'text', value: ({ row }) => row?.label[lang] ?? 'z', description: { fr: 'Nom de la modalité', en: 'Name of the row' } },
    { name: 'measure', type: 'text', value: ({ measure }) => measure, description: { fr: 'Ce qui est mesuré : count, share, meanOfShares, shareOfTotals, total, median…', en: 'What is measured: count, share, meanOfShares, shareOfTotals, total, median…' } },
    { name: 'base', type: 'text', value: ({ table, measure }) => (measure === 'share' ? table.base : 'z'), description: { fr: 'Dénominateur d’un pourcentage : answered, respondents, population, mentions', en: 'Denominator of a percentage: answered, respondents, population, mentions' } },
    { name: 'unit', type: 'text', value: ({ unit }) => unit, description: { fr: 'Unité ; share va de 0 à 1', en: 'Unit; share runs from 0 to 1' } },
    { name: 'value', type: 'number', value: ({ number }) => (number.status === 'ok' ? number.value : undefined), description: { fr: 'Valeur ; vide quand le statut n’est pas ok', en: 'Value; empty when the status is not ok' } },
    { name: 'status', type: 'text', value: ({ number }) => number.status, description: { fr: 'ok, z sans objet, x indisponible, c secret statistique, low arrondi à 0', en: 'ok, z not applicable, x not available, c statistical confidentiality, low rounds to 0' } },
    { name: 'as_of_edition', type: 'text', value: ({ table }) => table.asOf ? (table.asOf.version ?? 'x') : 'z', description: { fr: 'Édition dont ces nombres sont repris, quand trop peu de réponses ont changé depuis ; x s’ils sont tous cachés, z sinon', en: 'Edition that these numbers are carried on from, when too few answers have changed since; x when all are hidden, z otherwise' } },
    { name: 'provenance', type: 'text', value: ({ table }) => table.provenance, description: { fr: 'real, ou synthetic : réponses inventées', en: 'real, or synthetic: invented responses' } }
  ];
}
