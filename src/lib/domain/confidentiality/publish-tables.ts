import type { Initiative } from '../census/initiative.ts';
import { compareTables } from '../indicators/compare.ts';
import { computeTable } from '../indicators/compute.ts';
import type { ComputedTable } from '../indicators/computed.ts';
import type { Indicator } from '../indicators/definition.ts';
import { funderProfiles } from '../indicators/funder-profiles.ts';
import { familyOf } from '../indicators/funder-types.ts';
import { publishableTables } from '../indicators/publishable.ts';
import { deriveTraits } from '../indicators/traits.ts';
import type { Codebook } from '../questionnaire/codebook.ts';
import type { Response } from '../waves/response.ts';
import type { PublishedTable } from './published.ts';
import { releaseComparison } from './release-comparison.ts';
import { releaseFunders } from './release-funders.ts';
import { releaseTable, type ReleaseOptions } from './release.ts';

/** A wave with its responses and the initiatives that were asked. */
export type WaveData = { codebook: Codebook; responses: Response[]; frame: Initiative[] };

type Progress = (done: number) => void;

/**
 * Every publishable table of an edition, in the order of the pages: computed, released, and each uncrossed one compared with the same
 * indicator in the earlier waves (by opening date), the nearest first. The same waves and indicators give the same tables.
 * `onTable` is told how much is done, 0 to 1.
 */
export function publishTables(waves: WaveData[], indicators: Indicator[], { onTable, ...options }: ReleaseOptions & { onTable?: Progress } = {}): PublishedTable[] {
  const material = new Map(waves.map((wave) => [wave.codebook.wave, { ...wave, traits: deriveTraits(wave) }]));
  const keys = publishableTables(indicators, waves.map((wave) => wave.codebook));
  const whole = new Map<string, { computed: ComputedTable; published: PublishedTable }[]>();
  const tables = keys.map((key, at) => {
    const wave = material.get(key.wave) as WaveData & { traits: ReturnType<typeof deriveTraits> };
    const indicator = indicators.find((each) => each.id === key.indicator) as Indicator;
    const computed = computeTable({ ...wave, indicator, breakdown: key.breakdown });
    const published = releaseTable(computed, undefined, options);
    if (hasFunders(computed)) published.funders = releaseFunders(funderProfiles(computed), published);
    if (key.breakdown === null) whole.set(key.indicator, [...(whole.get(key.indicator) ?? []), { computed, published }]);
    onTable?.((at + 1) / keys.length);
    return published;
  });
  const opened = (wave: string): string => material.get(wave)?.codebook.openedOn ?? '';
  for (const family of whole.values()) {
    for (const { computed, published } of family) {
      const earlier = family.filter((other) => opened(other.computed.wave) < opened(computed.wave)).sort((a, b) => opened(b.computed.wave).localeCompare(opened(a.computed.wave)));
      if (earlier.length > 0) published.comparisons = earlier.map((before) => releaseComparison(compareTables(before.computed, computed), before.published, published));
    }
  }
  return tables;
}

/** Whether the items of a table of amounts are funder types. */
function hasFunders(table: ComputedTable): boolean {
  return table.indicator.measure === 'amounts_by_item' && table.breakdown === null && table.groups.some((group) => group.rows.some((row) => familyOf(row.code)));
}
