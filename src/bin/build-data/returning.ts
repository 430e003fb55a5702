import type { Answer } from '#lib/domain/waves/response.ts';
import { roundTo } from './exact.ts';
import type { Random } from './random.ts';
import { multiple, number, numbers, type InventedResponse } from './responses.ts';

/** How a caisse that answered the wave before answers the next one: mostly the same, a year later. */
export function nextAnswers(random: Random, before: InventedResponse): Record<string, Answer> {
  return Object.fromEntries(Object.entries(before.answers).map(([code, answer]) => [code, nextAnswer(random, code, answer)]));
}

function nextAnswer(random: Random, code: string, answer: Answer): Answer {
  if (answer.state !== 'answered') return answer;
  switch (code) {
    case 'objectives':
      return answer.type === 'multiple' ? multiple(nextTicks(random, answer.options)) : answer;
    case 'participants':
      return answer.type === 'number' ? number(Math.max(8, Math.round(answer.number * (0.85 + 0.5 * random.next())))) : answer;
    case 'volunteers':
      // The new wording sets a threshold: fewer people reach it.
      return answer.type === 'number' ? number(Math.max(1, Math.round(answer.number * (0.4 + 0.4 * random.next())))) : answer;
    case 'annual_budget':
      return answer.type === 'number' ? number(roundTo(answer.number * (0.9 + 0.35 * random.next()), 500)) : answer;
    case 'funding_mix':
      return answer.type === 'numbers' ? numbers(shiftToSelf(random, answer.numbers)) : answer;
    case 'funding_amounts':
      return answer.type === 'numbers' ? numbers(cumulated(random, answer.numbers)) : answer;
    default:
      return answer;
  }
}

/** A few ticks change; the option that is new this year is ticked by a good third. */
function nextTicks(random: Random, options: string[]): string[] {
  const kept = options.filter((option) => option === 'access' || !random.chance(0.1));
  const gained = ['outlets', 'precarity', 'advocacy'].filter((option) => !options.includes(option) && random.chance(0.15));
  const health = random.chance(0.38) ? ['health'] : [];
  return [...(kept.length > 0 ? kept : options), ...gained, ...health];
}

/** Points pass from public to own money, in fives. */
function shiftToSelf(random: Random, parts: Record<string, number>): Record<string, number> {
  const points = Math.min(parts.public ?? 0, 5 * random.integer(0, 2));
  const shifted = { ...parts, self: (parts.self ?? 0) + points, public: (parts.public ?? 0) - points };
  return Object.values(shifted).every(Number.isInteger) ? shifted : parts;
}

/** Amounts since the creation only grow. */
function cumulated(random: Random, amounts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).map(([type, euros]) => [type, roundTo(euros * (1 + 0.6 * random.next()), 50)]));
}
