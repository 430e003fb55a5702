import { chooseExactly } from './exact.ts';
import { COMMENTS, OTHER_BODIES } from './free-texts.ts';
import { chooseDetailing, drawAmounts, FUNDED } from './funders.ts';
import { drawMixes } from './funding-mix.ts';
import { drawTicks, objectiveCounts } from './objectives.ts';
import type { Random } from './random.ts';
import { contactEmail, multiple, NO_ANSWER, NOT_ASKED, number, numbers, single, text, type InventedResponse } from './responses.ts';
import { drawBudgets, drawSizes } from './sizes.ts';
import type { Synthetic } from './synthetic.ts';

/** Answers that are not published as numbers: how many caisses give them. */
const TELLING_BUDGET = 29;
const TELLING_MIX = 27;
const SALARIED = { yes: 20, no: 10 };
const SUPPORT = { yes: 16, no: 8, dont_know: 5 };
const GOVERNANCE = { general_assembly: 20, citizen_committee: 17, steering_committee: 13, producers_college: 7, sortition: 4 };
const REFUSING_DETAILS = 18;
const PUBLIC_LEVELS = ['national', 'regional', 'departmental', 'local', 'social_security', 'european'];
/** One caisse names its région and leaves the amount blank, as happens. */
const LEVEL_WITHOUT_AMOUNT = { column: 4, level: 'regional' };
const FIELDWORK_MONTH = 2025 * 12 + 5;

export type Wave2025 = { responses: InventedResponse[]; sizes: Map<string, number>; budgets: Map<string, number> };

/** The invented answers of 2025, one per caisse that answers, reproducing the published figures read through `fact`. */
export function wave2025(random: Random, respondents: Synthetic[], fact: (id: string) => number): Wave2025 {
  const slugs = respondents.map((each) => each.slug);
  const bySlug = new Map(respondents.map((each) => [each.slug, each]));
  const half = Math.round(fact('participants.20_to_50') * respondents.length);
  const sizes = drawSizes(random, respondents, { from20To50: half, over300: fact('participants.over_300') });
  const budgets = drawBudgets(random, respondents, sizes, TELLING_BUDGET, fact('budget.median'));
  const mixes = drawMixes(random, budgets, TELLING_MIX, [fact('budget.mix.self'), fact('budget.mix.private'), fact('budget.mix.public')]);
  const candidates = [...mixes].map(([slug, mix]) => ({ slug, mix, eurosSinceCreation: (budgets.get(slug) ?? 0) * yearsOpen(bySlug.get(slug)) }));
  const detailing = chooseDetailing(random, candidates, fact('funding.respondents'));
  const amounts = drawAmounts(random, detailing, fact('funding.private_total'));
  const objectives = drawTicks(random, respondents, objectiveCounts(fact('objective.access')));
  const governance = drawTicks(random, respondents, GOVERNANCE);
  const otherBodies = textsBySlug(chooseExactly(random, slugs, OTHER_BODIES.length, () => 0), OTHER_BODIES);
  const comments = textsBySlug(random.shuffle(slugs), COMMENTS);
  const salaried = optionsBySlug(random, slugs, SALARIED, (slug) => (budgets.get(slug) ?? 0) / 100_000);
  const support = optionsBySlug(random, slugs, SUPPORT, () => 0);
  const refusing = new Set(chooseExactly(random, slugs.filter((slug) => !amounts.has(slug)), REFUSING_DETAILS, () => 0));
  const withoutFte = chooseExactly(random, slugs.filter((slug) => salaried.get(slug) === 'yes'), 1, () => 0)[0];
  const withoutVolunteers = new Set(chooseExactly(random, slugs, 2, () => 0));

  const responses = respondents.map((initiative): InventedResponse => {
    const { slug } = initiative;
    const size = sizes.get(slug) ?? 0;
    const mix = mixes.get(slug);
    const details = amounts.get(slug);
    const other = otherBodies.get(slug);
    const isSalaried = salaried.get(slug) === 'yes';
    const fte = Math.min(6, Math.max(0.2, Math.round(((budgets.get(slug) ?? 90_000) / 120_000) * (0.5 + random.next()) * 10) / 10));
    const volunteers = Math.max(2, Math.round(size * (0.1 + 0.25 * random.next()) + random.integer(1, 8)));
    return {
      initiative,
      answers: {
        initiative_name: text(initiative.name),
        contact_email: text(contactEmail(initiative)),
        lead_type: single(initiative.lead),
        territory_type: single(initiative.territory),
        participants: number(size),
        objectives: multiple(objectives.get(slug) ?? []),
        governance: multiple([...(governance.get(slug) ?? []), ...(other ? ['other'] : [])], other),
        annual_budget: number(budgets.get(slug)),
        funding_mix: numbers(mix && { self: mix[0], private: mix[1], public: mix[2] }),
        funding_details: details ? single('yes') : refusing.has(slug) ? single('no') : NO_ANSWER,
        public_funder_levels: details ? multiple(publicLevels(detailing.findIndex((each) => each.slug === slug))) : NOT_ASKED,
        funding_amounts: details ? numbers(details) : NOT_ASKED,
        salaried_coordination: single(salaried.get(slug)),
        salaried_fte: !isSalaried ? NOT_ASKED : slug === withoutFte ? NO_ANSWER : number(fte),
        volunteers: number(withoutVolunteers.has(slug) ? undefined : volunteers),
        political_support: single(support.get(slug)),
        comment: text(comments.get(slug))
      }
    };
  });
  return { responses, sizes, budgets };
}

function publicLevels(column: number): string[] {
  const unpaid = (level: string): boolean => column === LEVEL_WITHOUT_AMOUNT.column && level === LEVEL_WITHOUT_AMOUNT.level;
  return PUBLIC_LEVELS.filter((level) => FUNDED[level]?.includes(column) || unpaid(level));
}

/** Years between the start and the fieldwork; half a year at least. */
function yearsOpen(each: Synthetic | undefined): number {
  const [year = 2024, month = 9] = (each?.startedOn ?? '').split('-').filter(Boolean).map(Number);
  return Math.max(0.5, (FIELDWORK_MONTH - (year * 12 + month - 1)) / 12);
}

function textsBySlug(slugs: string[], texts: string[]): Map<string, string> {
  return new Map(texts.map((value, index) => [slugs[index] ?? '', value]));
}

/** Exactly `plan[option]` slugs for each option; what is left has no answer. */
function optionsBySlug(random: Random, slugs: string[], plan: Record<string, number>, leaning: (slug: string) => number): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const [option, count] of Object.entries(plan)) {
    const free = slugs.filter((slug) => !chosen.has(slug));
    for (const slug of chooseExactly(random, free, count, leaning)) chosen.set(slug, option);
  }
  return chosen;
}
