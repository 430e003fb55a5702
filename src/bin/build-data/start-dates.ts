import type { Status } from '#lib/domain/census/initiative.ts';
import type { Random } from './random.ts';

/** The window in which most projects started: second half of 2024 and first half of 2025. */
const WINDOW = Array.from({ length: 12 }, (_, month) => (month < 6 ? `2024-${two(month + 7)}` : `2025-${two(month - 5)}`));
const EARLIER = ['2021-10', '2022-03', '2022-11', '2023-04', '2023-09', '2024-01', '2024-03', '2024-05'];

/** When an invented initiative started: a month, sometimes a day; empty for what is only being thought about. */
export function startDate(random: Random, hadStartedBySurvey: boolean, status: Status): string {
  if (status === 'reflexion' || (status === 'preparation' && random.chance(0.2))) return '';
  const months = hadStartedBySurvey ? WINDOW.slice(0, 10) : WINDOW;
  const month = random.chance(0.16) ? random.pick(EARLIER) : random.pick(months);
  return random.chance(0.3) ? `${month}-${two(random.integer(1, 28))}` : month;
}

/** When a finished one ended: a few months before the census was closed. */
export function endDate(random: Random): string {
  return `2025-${two(random.integer(7, 9))}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
