import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';

const FUNDING = ['funding_mix', 'annual_budget', 'funding_amounts', 'public_funder_levels'];

/** The page where a table's figure stands, with the parameters that show it. */
export function figurePage(table: Pick<PublishedTable, 'indicator' | 'wave' | 'breakdown'>): string {
  const alone = table.indicator === 'objectives';
  const path = alone ? '/objectifs' : FUNDING.includes(table.indicator) ? '/financements' : '/fonctionnement';
  const query = new URLSearchParams({ wave: table.wave });
  if (table.breakdown) query.set(alone ? 'by' : `by-${table.indicator}`, table.breakdown);
  return `${path}?${query.toString()}#${table.indicator}`;
}
