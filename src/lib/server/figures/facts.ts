import type { PublishedGroup, PublishedNumber, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { known, rowShare } from '#lib/domain/indicators/row-share.ts';
import type { Lang } from '#lib/domain/language.ts';

/**
 * One number of a published table, on its own line: what it is, of whom, out of how many, and its status.
 * `value` is undefined unless `status` is `ok`. Shares run 0 to 1.
 */
export type Fact = {
  group: string;
  groupLabel: string;
  row: string;
  rowLabel: string;
  measure: string;
  baseKind: string;
  numerator?: number | undefined;
  base?: number | undefined;
  value?: number | undefined;
  status: PublishedNumber['status'];
  unit: string;
};

/** Every number of a table, in the order of its groups and rows. */
export function tableFacts(table: PublishedTable, lang: Lang): Fact[] {
  return table.groups.flatMap((group) => groupFacts(table, group, lang));
}

function groupFacts(table: PublishedTable, group: PublishedGroup, lang: Lang): Fact[] {
  const facts: Fact[] = [];
  const head = { group: group.code ?? 'all', groupLabel: group.label[lang] };
  const add = (row: { code: string; label: string }, measure: string, number: PublishedNumber | undefined, unit: string, more: Partial<Fact> = {}) => {
    if (number) facts.push({ ...head, row: row.code, rowLabel: row.label, measure, baseKind: '', value: known(number), status: number.status, unit, ...more });
  };
  const nobody = { code: '', label: '' };
  add(nobody, 'population', group.population, 'caisses');
  add(nobody, 'respondents', group.respondents, 'caisses');
  add(nobody, 'answered', group.answered, 'caisses');
  add(nobody, 'mentions', group.mentions, 'mentions');
  for (const row of group.rows) {
    const at = { code: row.code, label: row.label[lang] };
    add(at, 'count', row.count, 'caisses');
    if (table.measure === 'distribution' || table.measure === 'classes' || table.measure === 'amounts_by_item') {
      for (const kind of table.bases) {
        const share = rowShare(group, row, kind);
        if (share) add(at, 'share', { status: 'ok', value: share.value }, 'share', { baseKind: kind, numerator: share.numerator, base: share.base });
        else add(at, 'share', row.count.status === 'ok' ? { status: 'z' } : row.count, 'share', { baseKind: kind });
      }
    }
    add(at, 'bound_low', row.bounds && { status: 'ok', value: row.bounds.low }, 'caisses', { baseKind: 'population', base: known(group.population) });
    add(at, 'bound_high', row.bounds && { status: 'ok', value: row.bounds.high }, 'caisses', { baseKind: 'population', base: known(group.population) });
    add(at, 'mean_of_shares', row.meanOfShares, 'share', { base: known(group.answered), baseKind: 'answered' });
    add(at, 'share_of_totals', row.shareOfTotals, 'share', { baseKind: 'euros' });
    add(at, 'total', row.total, table.unit);
    add(at, 'median', row.median, table.unit);
    add(at, 'largest_share', row.largestShare, 'share', { baseKind: 'euros' });
    for (const interval of row.intervals ?? []) {
      const unit = interval.method === 'hypergeometric' ? 'caisses' : 'share';
      add(at, `interval_low_${interval.method}`, { status: 'ok', value: interval.low }, unit, { baseKind: 'population' });
      add(at, `interval_high_${interval.method}`, { status: 'ok', value: interval.high }, unit, { baseKind: 'population' });
    }
  }
  const summary = group.summary;
  if (summary) {
    for (const measure of ['n', 'min', 'q1', 'median', 'q3', 'max', 'mean'] as const) add(nobody, measure, summary[measure], measure === 'n' ? 'caisses' : table.unit);
    for (const interval of summary.intervals) {
      add(nobody, `interval_low_${interval.method}`, { status: 'ok', value: interval.low }, table.unit);
      add(nobody, `interval_high_${interval.method}`, { status: 'ok', value: interval.high }, table.unit);
    }
    for (const value of summary.dots) add(nobody, 'caisse', { status: 'ok', value }, table.unit);
  }
  for (const point of group.points ?? []) {
    point.forEach((value, index) => {
      const row = group.rows[index];
      if (row) add({ code: row.code, label: row.label[lang] }, 'caisse_share', { status: 'ok', value }, 'share');
    });
  }
  return facts;
}
