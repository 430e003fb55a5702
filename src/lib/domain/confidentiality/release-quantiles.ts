import type { ComputedGroup, ComputedTable } from '../indicators/computed.ts';
import { mean } from '../statistics/mean.ts';
import { medianInterval } from '../statistics/median-interval.ts';
import { quantile } from '../statistics/quantile.ts';
import { keyOf } from './hidden-groups.ts';
import { hideUnsafeRests } from './hide-unsafe-rests.ts';
import { cellId, hideCells } from './matrix.ts';
import type { PublishedInterval, PublishedNumber, PublishedSummary } from './published.ts';
import { plain, rounded, SECRET, type Protection, type ReleasedPart } from './release-part.ts';
import { CONFIDENTIAL_MEDIAN_FROM, EXACT_QUANTILES_FROM, toStep, VALUE_STEP } from './rounding.ts';
import { isDominated, isSmall } from './unsafe.ts';

const NOTHING = { quantileType: 7 as const, intervals: [], dots: [] };

/** Median, quartiles and mean of a number; every caisse a dot only for an open question that is not crossed. */
export function releaseQuantiles(table: ComputedTable, protection: Protection): ReleasedPart {
  const hidden = hiddenSummaries(table, protection);
  return (group) => ({ rows: [], summary: hidden.has(cellId(keyOf(group.code), 'sum')) ? secretSummary(group) : summary(table, group, protection) });
}

function secretSummary(group: ComputedGroup): PublishedSummary {
  return { n: plain(group.answered.length), median: SECRET, q1: SECRET, q3: SECRET, mean: SECRET, min: SECRET, max: SECRET, ...NOTHING };
}

/** Mean × n adds up across groups: the sum of each group is a cell. */
function hiddenSummaries(table: ComputedTable, protection: Protection): Set<string> {
  const groups = new Map(table.groups.map((group) => [keyOf(group.code), [...(group.values?.values() ?? [])]]));
  const values = (group: string): number[] => groups.get(group) ?? [];
  const lines = { groups: [...groups.keys()], rows: ['sum'] };
  const hidden = hideCells(
    {
      ...lines,
      value: (group) => values(group).reduce((sum, value) => sum + value, 0),
      primary: (group) => protection.hiddenGroups.has(group) || (protection.confidential && isDominated(values(group))),
      empty: (group) => values(group).length === 0
    },
    protection.suppress
  );
  return protection.confidential ? hideUnsafeRests({ ...lines, values, unsafe: (rest) => isSmall(rest.length) || isDominated(rest) }, hidden) : hidden;
}

function summary(table: ComputedTable, group: ComputedGroup, protection: Protection): PublishedSummary {
  const values = [...(group.values?.values() ?? [])];
  if (values.length === 0) {
    const none: PublishedNumber = { status: 'x' };
    return { n: plain(0), median: none, q1: none, q3: none, mean: none, min: none, max: none, ...NOTHING };
  }
  const { confidential } = protection;
  const n = values.length;
  const step = VALUE_STEP[table.indicator.unit];
  const many = n >= EXACT_QUANTILES_FROM;
  // A quantile of few values is one of them, or gives them all away with the others.
  const at = (p: number): PublishedNumber => {
    const value = quantile(values, p, 7) ?? 0;
    if (!confidential) return many ? fine(value) : rounded(value, step);
    const enough = p === 0.5 ? n >= CONFIDENTIAL_MEDIAN_FROM : many;
    return enough ? rounded(value, step / 10) : SECRET;
  };
  const end = (value: number): PublishedNumber => (confidential || !many ? SECRET : rounded(value, step));
  const average = mean({ values })?.estimate ?? 0;
  const whole = group.code === null && table.breakdown === null;
  return {
    n: plain(n),
    median: at(0.5),
    q1: at(0.25),
    q3: at(0.75),
    quantileType: 7,
    mean: confidential || many ? fine(average) : rounded(average, step),
    min: end(Math.min(...values)),
    max: end(Math.max(...values)),
    intervals: table.filtered || !many ? [] : intervals(values, group, confidential, step),
    dots: whole && !confidential ? values.map((value) => toStep(value, step)).sort((a, b) => a - b) : []
  };
}

/** To a hundredth: enough for means of small numbers, no binary noise. */
function fine(value: number): PublishedNumber {
  return rounded(value, 0.01);
}

/** The bounds of a median are single values: rounded as such, and left out for a confidential question. */
function intervals(values: number[], group: ComputedGroup, confidential: boolean, step: number): PublishedInterval[] {
  const N = group.population?.length;
  if (N === undefined) return [];
  const middle = confidential ? undefined : medianInterval({ values, N });
  const average = mean({ values, N })?.interval;
  return [
    ...(middle ? [{ method: 'order_statistics' as const, level: 0.95 as const, low: toStep(middle.low, step), high: toStep(middle.high, step) }] : []),
    ...(average ? [{ method: 'student_fpc' as const, level: 0.95 as const, low: toStep(average.low, step), high: toStep(average.high, step) }] : [])
  ];
}
