import type { ComputedGroup } from '../indicators/computed.ts';
import type { Suppressor } from './additive.ts';
import type { PublishedGroup, PublishedNumber } from './published.ts';

/** What binds the release of one table. */
export type Protection = { confidential: boolean; hiddenGroups: ReadonlySet<string>; suppress: Suppressor };

/** What a measure adds to a group beside its sizes. */
export type ReleasedPart = (group: ComputedGroup) => Pick<PublishedGroup, 'rows' | 'mentions' | 'summary' | 'points'>;

export const SECRET: PublishedNumber = { status: 'c' };

/** A plain number. */
export function plain(value: number): PublishedNumber {
  return { status: 'ok', value };
}

/** A positive amount that would print as 0 is `low`, not zero. */
export function rounded(value: number, step = 1): PublishedNumber {
  const near = Number((Math.round(value / step) * step).toPrecision(12));
  return near === 0 && value > 0 ? { status: 'low' } : plain(near);
}
