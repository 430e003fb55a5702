import type { ComputedGroup } from '../../indicators/computed.ts';
import { OBJECTIVES_QUESTION } from '../../census/objectives.ts';
import { knownSets } from '../named/known-sets.ts';
import type { Named } from '../named/named.ts';
import { tableWithout } from '../named/without-units.ts';
import { isSmall } from '../unsafe.ts';
import { basisOf } from './basis.ts';
import type { Told } from './attack-together.ts';
import type { Fresh } from './hold-back.ts';

/** Consecutive rows that are all shown, with the caisses in them. */
type Run = { name: string; slugs: Set<string> };

/**
 * What two cuts of one protected question tell of one or two: "under 20" and "under 21" of two indicators differ by those of exactly 20. Every run of
 * consecutive rows of one is set against every run of the other, in each group that both give.
 */
export function toldByNesting(all: readonly Fresh[], named: Named = new Map()): Told[] {
  return [nested(all), ...beside(all, named)].flat();
}

/** What is left to who knows what is published under a name. */
function beside(all: readonly Fresh[], named: Named): Told[][] {
  const [, ...known] = knownSets(all.map(({ computed }) => basisOf(computed)), named);
  return known.map((units) => nested(all.filter(({ computed }) => computed.question.code === OBJECTIVES_QUESTION).map((each) => ({ ...each, computed: tableWithout(each.computed, units) }))).map((told): Told => ({ ...told, beside: true })));
}

function nested(tables: readonly Fresh[]): Told[] {
  return tables.flatMap((first, at) => tables.slice(at + 1).flatMap((second) => (areCuts(first, second) ? between(first, second) : [])));
}

function areCuts({ computed: a, published }: Fresh, { computed: b, published: other }: Fresh): boolean {
  const counts = [a, b].every(({ indicator }) => indicator.measure === 'classes' || indicator.measure === 'distribution');
  return counts && published.level === 'confidential' && other.level === 'confidential' && a.wave === b.wave && a.question.code === b.question.code && a.indicator.id !== b.indicator.id && a.breakdown === b.breakdown;
}

function between(first: Fresh, second: Fresh): Told[] {
  return first.computed.groups.flatMap((group, at) => {
    const other = second.computed.groups.findIndex(({ code }) => code === group.code);
    if (other < 0) return [];
    const runs = runsOf(second, other);
    return runsOf(first, at).flatMap((run) =>
      runs.flatMap((beside) => {
        const [inner, outer] = run.slugs.size < beside.slugs.size ? [run, beside] : [beside, run];
        if (!isSmall(outer.slugs.size - inner.slugs.size) || [...inner.slugs].some((slug) => !outer.slugs.has(slug))) return [];
        return [{ table: second.published.id, quantity: `${run.name} / ${beside.name}`, units: [...outer.slugs].filter((slug) => !inner.slugs.has(slug)) }];
      })
    );
  });
}

function runsOf({ computed, published }: Fresh, at: number): Run[] {
  const rows = (computed.groups[at] as ComputedGroup).rows;
  const shown = (row: number): boolean => published.groups[at]?.rows[row]?.count.status === 'ok';
  const runs: Run[] = [];
  for (let from = 0; from < rows.length; from++) {
    const slugs = new Set<string>();
    for (let to = from; to < rows.length && shown(to); to++) {
      for (const slug of rows[to]?.contributors ?? []) slugs.add(slug);
      runs.push({ name: from === to ? `count ${rows[from]?.code}` : `count ${rows[from]?.code}…${rows[to]?.code}`, slugs: new Set(slugs) });
    }
  }
  return runs;
}
