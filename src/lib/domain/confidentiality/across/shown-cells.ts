import { FUNDER_TYPES, FUNDER_FAMILIES } from '../../indicators/funder-types.ts';
import { DEPENDENCY } from '../../indicators/funder-profiles.ts';
import type { PublishedGroup, PublishedNumber, PublishedTable } from '../published.ts';
import type { TableBasis } from './basis.ts';

/** A number of a published table that adds something up, with who stands behind it. */
export type Sum = {
  table: string;
  group: string | null;
  /** What is added up: `count regional`, `total regional`, `sum`; the same word in every edition and every group. */
  quantity: string;
  kind: 'count' | 'amount';
  /** Whether a reader sees it. */
  shown: boolean;
  /** A reader sees that it is nothing: nobody stands behind it. */
  zero: boolean;
  /** Those among whom it is counted. */
  base: string[];
  /** What each brings, above zero: 1 for a count. */
  parts: ReadonlyMap<string, number>;
};

type BasisGroup = TableBasis['groups'][number];
type BasisRow = BasisGroup['rows'][number];

/** Every sum of a table, shown or hidden; numbers that are no sum (medians, shares of the largest) are not among them. */
export function sumsOf(table: PublishedTable, basis: TableBasis): Sum[] {
  const sums = table.groups.flatMap((group) => {
    const behind = basis.groups.find((each) => each.code === group.code);
    return behind ? groupSums(table, group, behind) : [];
  });
  const [everybody] = basis.groups;
  return everybody && table.funders ? [...sums, ...funderSums(table, everybody)] : sums;
}

function isShown(number: PublishedNumber | undefined): boolean {
  return number?.status === 'ok' || number?.status === 'low';
}

/** Whether a number is shown, and as nothing. */
function seen(number: PublishedNumber | undefined): Pick<Sum, 'shown' | 'zero'> {
  return { shown: isShown(number), zero: number?.status === 'ok' && number.value === 0 };
}

function ones(slugs: Iterable<string>): Map<string, number> {
  return new Map([...slugs].map((slug) => [slug, 1]));
}

function amounts(row: BasisRow): Map<string, number> {
  return new Map((row.values ?? []).filter(([, value]) => value > 0));
}

function groupSums(table: PublishedTable, group: PublishedGroup, behind: BasisGroup): Sum[] {
  const base = { table: table.id, group: group.code, base: behind.answered };
  const rows = group.rows.flatMap((row): Sum[] => {
    const source = behind.rows.find((each) => each.code === row.code);
    if (!source) return [];
    const count: Sum = { ...base, quantity: `count ${row.code}`, kind: 'count', ...seen(row.count), parts: ones(source.contributors) };
    const amount = { ...base, kind: 'amount' as const, parts: amounts(source) };
    if (table.measure === 'mix') return [count, { ...amount, quantity: `part ${row.code}`, ...seen(row.meanOfShares), shown: isShown(row.meanOfShares) && isShown(group.answered) }];
    return row.total ? [count, { ...amount, quantity: `total ${row.code}`, ...seen(row.total) }] : [count];
  });
  const { summary } = group;
  // The mean times the number is the sum.
  const sum: Sum[] = summary ? [{ ...base, quantity: 'sum', kind: 'amount', ...seen(summary.mean), shown: isShown(summary.mean) && isShown(summary.n), parts: new Map(behind.values ?? []) }] : [];
  return [...rows, ...sum];
}

/** What funder profiles add to the rows of a table of amounts: families, dependency, funders that come together. */
function funderSums(table: PublishedTable, behind: BasisGroup): Sum[] {
  const types = new Map(behind.rows.map((row) => [row.code, amounts(row)]));
  const families = new Map(FUNDER_FAMILIES.map((family) => [family as string, added([...types].filter(([code]) => FUNDER_TYPES[code] === family).map(([, each]) => each))]));
  const wholes = added([...types.values()]);
  const base = { table: table.id, group: null, base: behind.answered };
  return (table.funders ?? []).flatMap((funder) => {
    const sources = funder.level === 'type' ? types : families;
    const own = sources.get(funder.code) ?? new Map<string, number>();
    const name = `${funder.level} ${funder.code}`;
    const dependent = [...own].filter(([slug, euros]) => euros > DEPENDENCY * (wholes.get(slug) ?? 0)).map(([slug]) => slug);
    const together = funder.together.map(
      ({ code, count }): Sum => ({ ...base, base: [...own.keys()], quantity: `together ${name} ${code}`, kind: 'count', ...seen(count), parts: ones([...own.keys()].filter((slug) => sources.get(code)?.has(slug))) })
    );
    const family: Sum[] =
      funder.level === 'family'
        ? [
            { ...base, quantity: `count ${name}`, kind: 'count', ...seen(funder.count), parts: ones(own.keys()) },
            { ...base, quantity: `total ${name}`, kind: 'amount', ...seen(funder.total), parts: own }
          ]
        : [];
    return [...family, { ...base, base: [...own.keys()], quantity: `dependent ${name}`, kind: 'count', ...seen(funder.dependent), parts: ones(dependent) }, ...together];
  });
}

function added(maps: ReadonlyMap<string, number>[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const map of maps) for (const [slug, value] of map) total.set(slug, (total.get(slug) ?? 0) + value);
  return total;
}
