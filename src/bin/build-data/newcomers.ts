import type { Answer } from '#lib/domain/waves/response.ts';
import { roundTo } from './exact.ts';
import { plainMix } from './funding-mix.ts';
import type { Random } from './random.ts';
import { contactEmail, multiple, NO_ANSWER, NOT_ASKED, number, numbers, single, text } from './responses.ts';
import type { Synthetic } from './synthetic.ts';

/** How readily a young caisse ticks each option. */
const OBJECTIVES: Record<string, number> = {
  access: 0.9, capacity: 0.6, governance: 0.6, producers: 0.5, outlets: 0.3, precarity: 0.6, advocacy: 0.25, health: 0.4
};
const GOVERNANCE: Record<string, number> = {
  general_assembly: 0.6, citizen_committee: 0.6, steering_committee: 0.35, producers_college: 0.2, sortition: 0.12
};
const LEVELS: Record<string, number> = { national: 0.3, regional: 0.3, departmental: 0.5, local: 0.6, social_security: 0.35 };

/** Answers of a caisse that has never answered before: small, young, often without a budget to tell yet. */
export function newcomerAnswers(random: Random, each: Synthetic): Record<string, Answer> {
  const size = random.integer(8, 70);
  const budget = random.chance(0.8) ? roundTo(9_000 + size * random.integer(500, 2_200), 500) : undefined;
  const mix = budget !== undefined && random.chance(0.85) ? plainMix(random, 0.2) : undefined;
  const details = mix !== undefined && random.chance(0.5);
  const levels = ticked(random, LEVELS, 'local');
  const salaried = random.chance(0.4);
  return {
    initiative_name: text(each.name),
    contact_email: text(contactEmail(each)),
    lead_type: single(each.lead),
    territory_type: single(each.territory),
    participants: number(size),
    objectives: multiple(ticked(random, OBJECTIVES, 'access')),
    governance: multiple(ticked(random, GOVERNANCE, 'citizen_committee')),
    annual_budget: number(budget),
    funding_mix: numbers(mix && { self: mix[0], private: mix[1], public: mix[2] }),
    funding_details: single(details ? 'yes' : 'no'),
    public_funder_levels: details ? multiple(levels) : NOT_ASKED,
    funding_amounts: details ? numbers(amounts(random, (budget ?? 0) * 0.6, mix ?? [0, 0, 0], levels)) : NOT_ASKED,
    salaried_coordination: single(salaried ? 'yes' : 'no'),
    salaried_fte: salaried ? number(random.integer(2, 10) / 10) : NOT_ASKED,
    volunteers: random.chance(0.9) ? number(random.integer(1, 12)) : NO_ANSWER,
    political_support: single(random.pick(['yes', 'yes', 'no', 'dont_know'])),
    comment: NO_ANSWER
  };
}

function ticked(random: Random, chances: Record<string, number>, atLeast: string): string[] {
  const options = Object.entries(chances).flatMap(([option, chance]) => (random.chance(chance) ? [option] : []));
  return options.length > 0 ? options : [atLeast];
}

/** The first months' money, by the mix: contributions, foundations, and the public levels named. */
function amounts(random: Random, euros: number, mix: [number, number, number], levels: string[]): Record<string, number> {
  const part = (index: 0 | 1 | 2): number => (euros * mix[index]) / 100;
  const entries: [string, number][] = [
    ['contributions', part(0) * 0.8],
    ['donations', part(0) * 0.2],
    [random.chance(0.7) ? 'foundations_funds' : 'companies', part(1)],
    ...levels.map((level): [string, number] => [level, part(2) / levels.length])
  ];
  return Object.fromEntries(entries.flatMap(([type, value]) => (roundTo(value, 50) > 0 ? [[type, roundTo(value, 50)]] : [])));
}
