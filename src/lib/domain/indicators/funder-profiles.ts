import type { Text } from '../language.ts';
import type { ComputedTable } from './computed.ts';
import { FAMILY_LABELS, FUNDER_FAMILIES, FUNDER_TYPES, familyOf, type FunderFamily } from './funder-types.ts';

/** A caisse lives mostly from one source when more than this share of its amounts comes from it. */
export const DEPENDENCY = 0.5;

/** A funder type or a whole family, exact, with the caisses behind each number. */
export type ComputedFunder = {
  level: 'type' | 'family';
  code: string;
  label: Text;
  family: FunderFamily | undefined;
  /** Slug → euros, above zero only. */
  amounts: ReadonlyMap<string, number>;
  /** Caisses that draw more than half of their amounts from it. */
  dependent: string[];
  /** Other source of the same level → caisses that have both. */
  together: ReadonlyMap<string, string[]>;
};

/**
 * Who funds, from the table of amounts by funder type: by type and by family, who receives, how much, who lives mostly from it, and what
 * comes with it. Exact and unprotected, as the table it comes from.
 * @throws Error when the table is not an uncrossed table of amounts.
 */
export function funderProfiles(table: ComputedTable): ComputedFunder[] {
  const [all] = table.groups;
  if (!all || table.indicator.measure !== 'amounts_by_item' || table.breakdown !== null) throw new Error(`${table.id} is not an uncrossed table of amounts`);
  const rows = all.rows.map((row) => ({ code: row.code, label: row.label, amounts: positive(row.values ?? new Map()) }));
  const wholes = sums(rows.map((row) => row.amounts));
  const families = FUNDER_FAMILIES.filter((family) => rows.some((row) => familyOf(row.code) === family)).map((family) => ({
    code: family,
    label: FAMILY_LABELS[family],
    amounts: sums(rows.filter((row) => familyOf(row.code) === family).map((row) => row.amounts))
  }));
  return [...profilesOf('type', rows, wholes), ...profilesOf('family', families, wholes)];
}

type Source = { code: string; label: Text; amounts: ReadonlyMap<string, number> };

function profilesOf(level: ComputedFunder['level'], sources: Source[], wholes: ReadonlyMap<string, number>): ComputedFunder[] {
  return sources.map(({ code, label, amounts }) => ({
    level,
    code,
    label,
    family: level === 'family' ? (code as FunderFamily) : FUNDER_TYPES[code],
    amounts,
    dependent: [...amounts].filter(([slug, euros]) => euros > DEPENDENCY * (wholes.get(slug) ?? 0)).map(([slug]) => slug),
    together: new Map(sources.filter((other) => other.code !== code).map((other) => [other.code, [...amounts.keys()].filter((slug) => other.amounts.has(slug))]))
  }));
}

function positive(values: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...values].filter(([, euros]) => euros > 0));
}

function sums(maps: ReadonlyMap<string, number>[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const map of maps) for (const [slug, euros] of map) total.set(slug, (total.get(slug) ?? 0) + euros);
  return total;
}
