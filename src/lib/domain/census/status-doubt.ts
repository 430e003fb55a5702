import type { Initiative } from './initiative.ts';

/** Two fields of a record that do not go together. */
export type StatusDoubt = 'ended_but_running' | 'ended_before_start';

/**
 * What a record's status and dates say against each other on a day, or undefined. A date that is less precise than the day
 * counts as past once the day is after all of it.
 *
 * @param today ISO date
 * @example
 * statusDoubt({ status: 'active', endedOn: '2026-10' }, '2026-11-23') // → 'ended_but_running'
 * statusDoubt({ status: 'active', endedOn: '2026-11' }, '2026-11-23') // → undefined
 */
export function statusDoubt({ status, startedOn, endedOn }: Pick<Initiative, 'status' | 'startedOn' | 'endedOn'>, today: string): StatusDoubt | undefined {
  if (startedOn && endedOn && endedOn < startedOn.slice(0, endedOn.length)) return 'ended_before_start';
  if (endedOn && status !== 'terminee' && endedOn < today.slice(0, endedOn.length)) return 'ended_but_running';
  return undefined;
}
