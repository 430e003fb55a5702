import { Work } from './work.ts';

/**
 * How what is told is looked for. `programs`: linear programs over the counts, of all breakdowns at once; `unions`: every sum that the sums shown can make.
 */
export type SearchMethod = 'programs' | 'unions';

/** Tables in which a method was not carried to its end: what they tell together may not all have been found. */
export type Unsearched = { method: SearchMethod; tables: string[] };

/** What an approver acknowledges: another list of tables is another key. */
export function unsearchedKey({ method, tables }: Unsearched): string {
  return `search.${method}:${tables.join('+')}`;
}

/** Steps for all attacks on the tables of one indicator of one wave; see `Work`. */
export type SearchLimits = { programs: number; unions: number };

/** Some seconds of an ordinary machine. A wave of thirty answers takes a thousandth of them, one of a hundred thousand no more. */
const LIMITS: SearchLimits = { programs: 2e9, unions: 2e8 };

/** What a search may still spend, and where its last attack gave up. The same tables give the same answer on every machine. */
export class Search {
  readonly programs: Work;
  readonly unions: Work;
  private given = new Map<SearchMethod, Set<string>>();

  constructor({ programs, unions }: SearchLimits = LIMITS) {
    this.programs = new Work(programs);
    this.unions = new Work(unions);
  }

  /** Another attack begins: only the last one, on what is published, says what was not searched. */
  begin(): void {
    this.given = new Map();
  }

  gaveUp(method: SearchMethod, tables: Iterable<string>): void {
    const known = this.given.get(method) ?? new Set();
    for (const table of tables) known.add(table);
    this.given.set(method, known);
  }

  get unsearched(): Unsearched[] {
    return [...this.given].map(([method, tables]) => ({ method, tables: [...tables].sort() }));
  }
}
