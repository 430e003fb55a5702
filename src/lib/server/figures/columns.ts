import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Column } from '../exports/columns.ts';
import type { Fact } from './facts.ts';

/** A figure's file: the columns of the table files, with the numerator and the denominator of each percentage beside it. */
export function factColumns(table: PublishedTable, version: string): readonly Column<Fact>[] {
  const column = (name: string, type: 'text' | 'number', fr: string, en: string, value: Column<Fact>['value']): Column<Fact> => ({ name, type, description: { fr, en }, value });
  return [
    column('edition', 'text', 'Édition', 'Edition', () => version),
    column('table', 'text', 'Identifiant de la table', 'Identifier of the table', () => table.id),
    column('wave', 'text', 'Vague', 'Wave', () => table.wave),
    column('indicator', 'text', 'Indicateur', 'Indicator', () => table.indicator),
    column('breakdown', 'text', 'Croisement, z si aucun', 'Breakdown, z when there is none', () => table.breakdown ?? 'z'),
    column('group', 'text', 'Groupe ; all : tous', 'Group; all: everybody', (fact) => fact.group),
    column('group_label', 'text', 'Nom du groupe', 'Name of the group', (fact) => fact.groupLabel),
    column('row', 'text', 'Modalité ; z pour un nombre du groupe entier', 'Row; z for a number of the whole group', (fact) => fact.row || 'z'),
    column('row_label', 'text', 'Nom de la modalité', 'Name of the row', (fact) => fact.rowLabel || 'z'),
    column('measure', 'text', 'Ce qui est mesuré', 'What is measured', (fact) => fact.measure),
    column('base', 'text', 'Nature du dénominateur', 'Kind of denominator', (fact) => fact.baseKind || 'z'),
    column('numerator', 'number', 'Numérateur d’un pourcentage', 'Numerator of a percentage', (fact) => fact.numerator),
    column('denominator', 'number', 'Dénominateur', 'Denominator', (fact) => fact.base),
    column('unit', 'text', 'Unité ; share va de 0 à 1', 'Unit; share runs from 0 to 1', (fact) => fact.unit),
    column('value', 'number', 'Valeur ; vide quand le statut n’est pas ok', 'Value; empty when the status is not ok', (fact) => fact.value),
    column('status', 'text', 'ok, z, x, c, low', 'ok, z, x, c, low', (fact) => fact.status),
    column('provenance', 'text', 'real ou synthetic', 'real or synthetic', () => table.provenance)
  ];
}
