import { group } from 'd3-array';
import type { Initiative } from '../census/initiative.ts';
import { OBJECTIVES_QUESTION } from '../census/objectives.ts';
import { computeTable } from '../indicators/compute.ts';
import type { ComputedTable } from '../indicators/computed.ts';
import type { Indicator } from '../indicators/definition.ts';
import { funderProfiles } from '../indicators/funder-profiles.ts';
import { familyOf } from '../indicators/funder-types.ts';
import { publishableTables } from '../indicators/publishable.ts';
import { deriveTraits } from '../indicators/traits.ts';
import type { Codebook } from '../questionnaire/codebook.ts';
import type { Response } from '../waves/response.ts';
import type { Told } from './across/attack-together.ts';
import { compareAcross } from './across/compare-across.ts';
import { familyOfTable } from './across/earlier-of.ts';
import type { Earlier, Fresh, Held } from './across/hold-back.ts';
import { hideLinkedCounts } from './across/linked.ts';
import { toldByNesting } from './across/nested.ts';
import { settleFamily } from './across/settle-family.ts';
import type { TableBasis } from './across/basis.ts';
import { NOBODY, type NamedObjectives } from './named/named.ts';
import { releaseBeside } from './named/release-beside.ts';
import { namesToKeepBack } from './named/told-of-past.ts';
import { toldByMoves } from './named/told-by-moves.ts';
import type { PublishedTable } from './published.ts';
import { releaseFunders } from './release-funders.ts';
import type { ReleaseOptions } from './release.ts';
import { Search, type SearchLimits, type Unsearched } from './search.ts';

/** A wave with its responses and the initiatives that were asked. */
export type WaveData = { codebook: Codebook; responses: Response[]; frame: Initiative[] };

export type PrepareOptions = ReleaseOptions & {
  /** Told how much is done, 0 to 1. */
  onTable?: (done: number) => void;
  /** Every edition that published each table, by the table's id, oldest first, withdrawn ones included. */
  earlier?: ReadonlyMap<string, Earlier[]>;
  /** Whose objectives are published under a name. */
  named?: NamedObjectives;
  /** How long what is told is looked for. */
  searchLimits?: SearchLimits;
};

/** Tables of an edition, with what is kept of them in the workshop and what an editor must know. */
export type PreparedTables = {
  tables: PublishedTable[];
  /** Who stands behind each confidential table, by its id; never published. */
  bases: Map<string, TableBasis>;
  /** Tables that stay as an earlier edition published them. */
  held: Held[];
  /** What all editions together would tell of single caisses: the edition may not be published unless it is empty. */
  told: Told[];
  /** Newly published names without which earlier editions would tell nothing; empty unless they are what tells. */
  keepBack: string[];
  /** Tables among which that could not be looked for to the end, and by which method. */
  unsearched: Unsearched[];
};

/**
 * Every publishable table of an edition, in the order of the pages: computed, released, set against every earlier edition, and each uncrossed one
 * compared with the same indicator in the earlier waves (by opening date), the nearest first. The same input gives the same tables.
 */
export function prepareTables(waves: readonly WaveData[], indicators: Indicator[], { onTable, earlier = new Map(), named = NOBODY, searchLimits, ...options }: PrepareOptions = {}): PreparedTables {
  const material = new Map(waves.map((wave) => [wave.codebook.wave, { ...wave, traits: deriveTraits(wave) }]));
  const keys = publishableTables(indicators, waves.map((wave) => wave.codebook));
  const released = keys.map((key, at): Fresh => {
    const wave = material.get(key.wave) as WaveData & { traits: ReturnType<typeof deriveTraits> };
    const indicator = indicators.find((each) => each.id === key.indicator) as Indicator;
    const computed = computeTable({ ...wave, indicator, breakdown: key.breakdown });
    const published = releaseBeside(computed, named.now, options);
    onTable?.(((at + 1) / keys.length) * 0.8);
    return { computed, published };
  });
  const fresh = hideLinkedCounts(released).map((each): Fresh => (hasFunders(each.computed) ? { ...each, published: { ...each.published, funders: releaseFunders(funderProfiles(each.computed), each.published) } } : each));
  const settled = [...group(fresh, familyOfTable).values()].map((family) => settleFamily(family, earlier, named, new Search(searchLimits)));
  const order = new Map(keys.map((key, at) => [key.id, at]));
  const tables = compareAcross(settled.flatMap((family) => family.tables), earlier, (wave) => material.get(wave)?.codebook.openedOn ?? '', named.now).sort((a, b) => (order.get(a.published.id) ?? 0) - (order.get(b.published.id) ?? 0));
  onTable?.(1);
  const told = [...toldByNesting(tables, named.now), ...settled.flatMap((family) => family.told), ...toldByMoves(earlier, named)];
  return {
    tables: tables.map(({ published }) => published),
    bases: new Map(tables.flatMap(({ published, basis }) => (basis && published.level === 'confidential' ? [[published.id, basis] as const] : []))),
    held: tables.flatMap(({ held }) => held ?? []),
    told,
    keepBack: told.some(({ beside }) => beside) ? namesToKeepBack(settled.map(({ past }) => past.filter(({ basis }) => basis.question === OBJECTIVES_QUESTION)).filter((past) => past.length > 0), earlier, named) : [],
    unsearched: settled.flatMap((family) => family.unsearched)
  };
}

/** The tables of an edition that no other precedes. */
export function publishTables(waves: readonly WaveData[], indicators: Indicator[], options: PrepareOptions = {}): PublishedTable[] {
  return prepareTables(waves, indicators, options).tables;
}

/** Whether the items of a table of amounts are funder types. */
function hasFunders(table: ComputedTable): boolean {
  return table.indicator.measure === 'amounts_by_item' && table.breakdown === null && table.groups.some((group) => group.rows.some((row) => familyOf(row.code)));
}
