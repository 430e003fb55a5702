import type { CensusRow } from './census-columns.ts';
import { roundTo } from './exact.ts';
import type { Random } from './random.ts';
import { endDate } from './start-dates.ts';
import type { Synthetic } from './synthetic.ts';

const CONTRIBUTIONS = [
  'libre, 1 € au moins', 'libre, 10 € au moins', 'selon le revenu, de 10 à 80 €', 'barème', 'selon les moyens', '2 % du revenu net'
];
const ALLOCATIONS = [
  '100 € par mois', '150 € par mois', '80 € par mois', '60 € par mois', '100 € par mois en bons papier', '100 unités de monnaie locale par mois'
];
/** Date on which the invented rows are said to have been checked: the closing of the 2025 census. */
const CLOSED_ON = '2025-09-30';

/** Row of the census file for an invented initiative. `size` is its number of participants when somebody knows it. */
export function syntheticRow(random: Random, each: Synthetic, size: number | undefined): CensusRow {
  const [seat] = each.communes;
  const more = each.communes.length - 1;
  const told = size !== undefined && each.status === 'active' && random.chance(0.6);
  const kept = (chance: number, values: readonly string[]): string => (random.chance(chance) ? random.pick(values) : '');
  return {
    slug: each.slug,
    name: each.name,
    kind: each.kind,
    status: each.status,
    insee_codes: each.communes.map((commune) => commune.code).join('|'),
    department: seat?.departement ?? '',
    territory: `${seat?.name ?? ''}${more === 0 ? '' : more === 1 ? ' et une commune voisine' : ` et ${more} communes voisines`}`,
    started_on: each.startedOn,
    ended_on: each.status === 'terminee' ? endDate(random) : '',
    lead_name: `Porteur synthétique ${String(each.number).padStart(3, '0')}`,
    lead_type: each.lead,
    // The census is gathered from the press and sites: rounder than what the caisse itself answers.
    participants: told ? String(Math.max(10, roundTo(size, 10))) : '',
    participants_unit: told ? 'personnes' : '',
    participants_as_of: told ? '2025-09' : '',
    contribution: each.kind === 'caisse' ? kept(0.8, CONTRIBUTIONS) : '',
    allocation: each.kind === 'caisse' ? kept(0.8, ALLOCATIONS) : each.kind === 'prix_differencies' ? 'trois prix : 70, 100 et 130 %' : '',
    funding_facts: '',
    confidence: '',
    sources: '',
    provenance: 'synthetic',
    verified_on: CLOSED_ON
  };
}
