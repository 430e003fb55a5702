import type { ComputedFunder } from '../indicators/funder-profiles.ts';
import { median } from '../statistics/median.ts';
import type { PublishedFunder } from './published-funders.ts';
import type { PublishedNumber, PublishedRow, PublishedTable } from './published.ts';
import { plain, rounded, SECRET } from './release-part.ts';
import { CONFIDENTIAL_MEDIAN_FROM, VALUE_STEP } from './rounding.ts';
import { isDominated, isSmall, isUnsafeTick } from './unsafe.ts';

/**
 * What may be published of funder profiles, given the published table of amounts they come from: a type hidden there is hidden here, and
 * nothing adds up to it (shares of all euros are given only when every type's total is). Two sources that come together are counted
 * only when both counts are shown, and when the count tells neither of one or two caisses nor of all that receive from one of them.
 */
export function releaseFunders(funders: ComputedFunder[], table: PublishedTable): PublishedFunder[] {
  const rows = new Map(table.groups[0]?.rows.map((row) => [row.code, row]));
  const confidential = table.level !== 'open';
  const types = funders.filter((each) => each.level === 'type');
  const allTotals = types.every((each) => rows.get(each.code)?.total?.status !== 'c');
  const everything = types.reduce((sum, each) => sum + euros(each), 0);
  const labels = new Map(funders.map((each) => [`${each.level} ${each.code}`, each.label]));
  const sizes = new Map(funders.map((each) => [`${each.level} ${each.code}`, each.amounts.size]));
  const own = new Map(funders.map((each) => [`${each.level} ${each.code}`, ownOf(each, types, rows, table, confidential)]));
  return funders.map((funder) => {
    const { level, code, label, family, amounts, dependent } = funder;
    const numbers = own.get(`${level} ${code}`) as Own;
    const together = [...funder.together].map(([other, both]) => {
      const key = `${level} ${other}`;
      const few = [amounts.size, sizes.get(key) ?? 0].some((size) => isUnsafeTick(both.length, size));
      const secret = confidential && (numbers.count.status === 'c' || own.get(key)?.count.status === 'c' || few);
      return { code: other, label: labels.get(key) ?? label, count: secret ? SECRET : plain(both.length) };
    });
    return {
      level,
      code,
      label,
      ...(family ? { family } : {}),
      ...numbers,
      shareOfEuros: !allTotals ? SECRET : everything === 0 ? { status: 'z' } : plain(euros(funder) / everything),
      dependent: confidential && (numbers.count.status === 'c' || isUnsafeTick(dependent.length, amounts.size)) ? SECRET : plain(dependent.length),
      together
    };
  });
}

function euros({ amounts }: ComputedFunder): number {
  return [...amounts.values()].reduce((sum, value) => sum + value, 0);
}

type Own = { count: PublishedNumber; total: PublishedNumber; median: PublishedNumber; largestShare: PublishedNumber };
type Rows = Map<string, Pick<PublishedRow, 'count' | 'total' | 'median' | 'largestShare'>>;

/** A type's numbers are those of its row; a family has its own. */
function ownOf(funder: ComputedFunder, types: ComputedFunder[], rows: Rows, table: PublishedTable, confidential: boolean): Own {
  const row = funder.level === 'type' ? rows.get(funder.code) : undefined;
  if (!row) return ofFamily(funder, types, rows, table, confidential);
  return { count: row.count, total: row.total ?? SECRET, median: row.median ?? SECRET, largestShare: row.largestShare ?? SECRET };
}

/** A family's own numbers; its total minus the types shown would give a single hidden type. */
function ofFamily(funder: ComputedFunder, types: ComputedFunder[], rows: Rows, table: PublishedTable, confidential: boolean): Own {
  const values = [...funder.amounts.values()];
  if (values.length === 0) return { count: plain(0), total: plain(0), median: { status: 'z' }, largestShare: { status: 'z' } };
  const members = types.filter((each) => each.family === funder.family);
  const hiddenMember = members.some((each) => rows.get(each.code)?.total?.status === 'c');
  const secretTotal = confidential && (hiddenMember || isSmall(values.length) || isDominated(values));
  const answered = table.groups[0]?.answered;
  const secretCount = confidential && (answered?.status !== 'ok' || isUnsafeTick(values.length, answered.value));
  const few = secretCount || (confidential && values.length < CONFIDENTIAL_MEDIAN_FROM);
  const total = euros(funder);
  return {
    count: secretCount ? SECRET : plain(values.length),
    total: secretTotal ? SECRET : rounded(total),
    median: secretTotal || few ? SECRET : rounded(median(values) ?? 0, confidential ? VALUE_STEP[table.unit] / 10 : 1),
    largestShare: secretTotal || few ? SECRET : rounded(Math.max(...values) / total, confidential ? 0.1 : 0.01)
  };
}
