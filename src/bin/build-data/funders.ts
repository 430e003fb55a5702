import { chooseExactly, scaleToTotal } from './exact.ts';
import type { Mix } from './funding-mix.ts';
import type { Random } from './random.ts';

/**
 * Which of the caisses that detail their funders (columns 0 to 10) has received money of which type. A layout of the
 * demonstration: national funders support fewer projects than the departmental or local ones, as published; every caisse
 * has something of each family; no type is named by one or two, or by all but one or two.
 */
export const FUNDED: Record<string, number[]> = {
  contributions: [0, 1, 2, 4, 5, 6, 8, 9],
  donations: [1, 3, 4, 7, 9, 10],
  sales: [3, 6, 7],
  other_own: [2, 5, 8, 10],
  foundations_funds: [0, 1, 3, 4, 6, 7, 9, 10],
  companies: [2, 4, 5, 9],
  crowdfunding: [1, 5, 8],
  national: [0, 3, 6, 9],
  regional: [2, 6, 10],
  departmental: [0, 2, 4, 5, 7, 9],
  local: [1, 3, 4, 6, 8, 10],
  social_security: [1, 5, 7, 8],
  european: []
};
const FAMILIES: string[][] = [
  ['contributions', 'donations', 'sales', 'other_own'],
  ['foundations_funds', 'companies', 'crowdfunding'],
  ['national', 'regional', 'departmental', 'local', 'social_security', 'european']
];
/** How much of its family's money a type brings where it is present. */
const WEIGHTS: Record<string, number> = {
  contributions: 6, sales: 1.5, foundations_funds: 5, companies: 1, crowdfunding: 0.6, national: 2.6, regional: 1, departmental: 1.6, local: 1.7
};
/** Departmental and local totals against the national one: equivalent, not equal. */
const EQUIVALENT = { departmental: 1.03, local: 0.98 };

/** A caisse that details its funders, with what it has lived on since it was created. */
export type Detailing = { slug: string; mix: Mix; eurosSinceCreation: number };

/** Amounts in euros by caisse and type, since each caisse was created; types not received are absent, not zero. */
export function drawAmounts(random: Random, caisses: Detailing[], foundationsTotal: number): Map<string, Record<string, number>> {
  const amounts = caisses.map((caisse, index) => {
    const entries = FAMILIES.flatMap((types, family) => {
      const present = types.filter((type) => FUNDED[type]?.includes(index));
      const weights = present.map((type) => (WEIGHTS[type] ?? 1) * (0.6 + 0.8 * random.next()));
      const sum = weights.reduce((a, b) => a + b, 0);
      const euros = (caisse.eurosSinceCreation * (caisse.mix[family] ?? 0)) / 100;
      return present.map((type, rank): [string, number] => [type, (euros * (weights[rank] ?? 0)) / sum]);
    });
    return Object.fromEntries(entries);
  });
  const total = (type: string): number => amounts.reduce((sum, row) => sum + (row[type] ?? 0), 0);
  const level = Math.round((total('national') + total('departmental') + total('local')) / 3 / 500) * 500;
  const totals: Record<string, number> = {
    foundations_funds: foundationsTotal,
    national: level,
    departmental: Math.round((level * EQUIVALENT.departmental) / 500) * 500,
    local: Math.round((level * EQUIVALENT.local) / 500) * 500
  };
  for (const [type, members] of Object.entries(FUNDED)) {
    const column = members.map((index) => amounts[index]?.[type] ?? 0);
    if (column.length === 0) continue;
    const goal = totals[type] ?? Math.round(total(type) / 100) * 100;
    scaleToTotal(column, goal, 100).forEach((value, rank) => {
      const row = amounts[members[rank] ?? -1];
      if (row) row[type] = value;
    });
  }
  return new Map(caisses.map((caisse, index) => [caisse.slug, amounts[index] ?? {}]));
}

/** Under it a family of funders is too thin to be split; over it one caisse would make most of every total. */
const DETAILABLE = { part: 5, least: 50_000, most: 600_000 };

/** The caisses that detail their funders, drawn among those that have some of each family and are of middling means. */
export function chooseDetailing(random: Random, candidates: Detailing[], count: number): Detailing[] {
  const fitting = candidates.filter(
    ({ mix, eurosSinceCreation }) =>
      mix.every((part) => part >= DETAILABLE.part) && eurosSinceCreation >= DETAILABLE.least && eurosSinceCreation <= DETAILABLE.most
  );
  if (fitting.length < count) throw new RangeError(`chooseDetailing: ${fitting.length} candidates for ${count}`);
  // Those that foundations help most are readiest to tell.
  return chooseExactly(random, fitting, count, ({ mix, eurosSinceCreation }) => (mix[1] * eurosSinceCreation) / 2_500_000);
}
