import { fold } from '../geography/fold.ts';
import { KINDS, LEAD_TYPES, STATUSES, type Initiative } from './initiative.ts';

/** Columns of the editors' table, in their order. The first is always shown. */
export const TABLE_COLUMNS = ['name', 'kind', 'status', 'territory', 'departement', 'startedOn', 'endedOn', 'leadName', 'leadType', 'participants', 'contribution', 'allocation', 'objectives', 'provenance', 'confidence', 'sources', 'verifiedOn', 'changedAt'] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];
export const DEFAULT_COLUMNS: readonly TableColumn[] = ['name', 'kind', 'status', 'territory', 'startedOn', 'leadType', 'participants', 'verifiedOn'];

/** Filters of the address and the values they take; départements are not listed here. */
export const TABLE_FILTERS = {
  type: { column: 'kind', values: KINDS },
  statut: { column: 'status', values: STATUSES },
  porteur: { column: 'leadType', values: LEAD_TYPES },
  provenance: { column: 'provenance', values: ['documented', 'synthetic'] }
} as const satisfies Record<string, { column: TableColumn; values: readonly string[] }>;
export type TableFilter = keyof typeof TABLE_FILTERS;

/** One line of the table. Cells are raw values; an empty text is not known. */
export type TableRow = { slug: string; version: number; archived: boolean; cells: Record<TableColumn, string> };

export type TableQuery = {
  q: string;
  filters: Partial<Record<TableFilter, string>>;
  departement?: string;
  /** Archived ones instead of those in the census. */
  archived: boolean;
  sort: TableColumn;
  descending: boolean;
  columns: TableColumn[];
  /** From 1. */
  page: number;
};

const isColumn = (name: string): name is TableColumn => (TABLE_COLUMNS as readonly string[]).includes(name);

/** Reads the address. What it does not understand is left out; the page says so by itself. */
export function parseTableQuery(parameters: URLSearchParams): TableQuery {
  const sort = parameters.get('tri') ?? 'name';
  const name = sort.replace(/^-/, '');
  const chosen = parameters.getAll('col').filter(isColumn);
  const filters: TableQuery['filters'] = {};
  for (const key of Object.keys(TABLE_FILTERS) as TableFilter[]) {
    const value = parameters.get(key);
    if (value && (TABLE_FILTERS[key].values as readonly string[]).includes(value)) filters[key] = value;
  }
  const departement = parameters.get('departement')?.trim().toUpperCase();
  return {
    q: parameters.get('q')?.trim().slice(0, 200) ?? '',
    filters,
    ...(departement ? { departement } : {}),
    archived: parameters.get('archivees') === '1',
    sort: isColumn(name) ? name : 'name',
    descending: sort.startsWith('-'),
    columns: TABLE_COLUMNS.filter((column) => column === 'name' || (chosen.length > 0 ? chosen.includes(column) : DEFAULT_COLUMNS.includes(column))),
    page: Math.max(1, Math.floor(Number(parameters.get('page'))) || 1)
  };
}

/** An initiative as a line. `changedAt`: instant of its newest change. */
export function tableRow(item: Initiative, { version, archived, changedAt }: { version: number; archived: boolean; changedAt: string }): TableRow {
  const { name, kind, status, territory, leadType, provenance, sources, places, participants } = item;
  return {
    slug: item.slug,
    version,
    archived,
    cells: {
      name, kind, status, territory, leadType, provenance, changedAt,
      departement: places[0]?.departement ?? '',
      startedOn: item.startedOn ?? '',
      endedOn: item.endedOn ?? '',
      leadName: item.leadName ?? '',
      participants: participants ? String(participants.count) : '',
      contribution: item.contribution ?? '',
      allocation: item.allocation ?? '',
      objectives: item.objectives ? JSON.stringify(item.objectives) : '',
      confidence: item.confidence ?? '',
      sources: String(sources.length),
      verifiedOn: item.verifiedOn ?? ''
    }
  };
}

const NUMBERS: ReadonlySet<TableColumn> = new Set(['participants', 'sources']);
const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** What a row is searched by, folded once: rows stay the same objects from one request to the next. */
const folded = new WeakMap<TableRow, string>();

function matches(row: TableRow, words: string[]): boolean {
  if (words.length === 0) return true;
  let text = folded.get(row);
  if (text === undefined) {
    text = fold([row.slug, row.cells.name, row.cells.territory, row.cells.leadName, row.cells.departement].join(' '));
    folded.set(row, text);
  }
  return words.every((word) => (text ?? '').includes(word));
}

/** What sorting needs of a list, worked out once for as long as the list is the same. */
type Order = { byName: Map<TableRow, number>; ranks: Map<TableColumn, Map<string, number>> };
const orders = new WeakMap<readonly TableRow[], Order>();

function orderOf(rows: readonly TableRow[]): Order {
  let order = orders.get(rows);
  if (!order) {
    const sorted = [...rows].sort((a, b) => collator.compare(a.cells.name, b.cells.name) || (a.slug < b.slug ? -1 : 1));
    order = { byName: new Map(sorted.map((row, at) => [row, at])), ranks: new Map() };
    orders.set(rows, order);
  }
  return order;
}

/** Rank of each value of a column, equal for values that sort alike; a value is compared once, however many rows have it. */
function ranksOf(rows: readonly TableRow[], column: TableColumn, { ranks }: Order): Map<string, number> {
  const known = ranks.get(column);
  if (known) return known;
  const compare = (a: string, b: string): number => (NUMBERS.has(column) ? Number(a) - Number(b) : collator.compare(a, b));
  const values = [...new Set(rows.map((row) => row.cells[column]))].filter((value) => value !== '').sort(compare);
  const found = new Map<string, number>();
  let rank = 0;
  for (const [at, value] of values.entries()) {
    const before = values[at - 1];
    if (before !== undefined && compare(before, value) !== 0) rank += 1;
    found.set(value, rank);
  }
  ranks.set(column, found);
  return found;
}

/** The lines that a query asks for, in its order: unknown values last both ways, then by name, then by slug. */
export function selectRows(rows: readonly TableRow[], query: TableQuery): TableRow[] {
  const words = fold(query.q).split(' ').filter(Boolean);
  const filters = (Object.entries(query.filters) as [TableFilter, string][]).map(([key, value]) => [TABLE_FILTERS[key].column, value] as const);
  const { sort, descending, departement } = query;
  const found = rows.filter(
    (row) =>
      row.archived === query.archived &&
      filters.every(([column, value]) => row.cells[column] === value) &&
      (departement === undefined || row.cells.departement === departement) &&
      matches(row, words)
  );
  const order = orderOf(rows);
  const ranks = ranksOf(rows, sort, order);
  const keyed = found.map((row) => {
    const rank = ranks.get(row.cells[sort]);
    return { row, key: rank === undefined ? Infinity : descending ? -rank : rank, position: order.byName.get(row) ?? 0 };
  });
  return keyed.sort((a, b) => (a.key === b.key ? a.position - b.position : a.key - b.key)).map(({ row }) => row);
}
