import { expect, test } from 'vitest';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { statusDoubt } from '#lib/domain/census/status-doubt.ts';

type Dated = Pick<Initiative, 'status' | 'startedOn' | 'endedOn'>;

test.each<[Dated, ReturnType<typeof statusDoubt>]>([
  [{ status: 'active', endedOn: '2026-10' }, 'ended_but_running'],
  [{ status: 'preparation', endedOn: '2025' }, 'ended_but_running'],
  [{ status: 'active', endedOn: '2026-11-22' }, 'ended_but_running'],
  // Not over yet, as precisely as it is known.
  [{ status: 'active', endedOn: '2026-11-23' }, undefined],
  [{ status: 'active', endedOn: '2026-11' }, undefined],
  [{ status: 'active', endedOn: '2026' }, undefined],
  [{ status: 'terminee', endedOn: '2024' }, undefined],
  [{ status: 'active', startedOn: '2024-05' }, undefined],
  [{ status: 'terminee', startedOn: '2024-05', endedOn: '2024-04-30' }, 'ended_before_start'],
  [{ status: 'terminee', startedOn: '2024-05', endedOn: '2024' }, undefined],
  [{ status: 'terminee', startedOn: '2024', endedOn: '2024-02' }, undefined]
])('%o on 2026-11-23: %s', (record, doubt) => {
  expect(statusDoubt(record, '2026-11-23')).toBe(doubt);
});
