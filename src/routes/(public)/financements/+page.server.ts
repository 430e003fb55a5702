import { figuresOfPage } from '../figures-of-page.ts';
import { originalWording } from '../original-wording.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** Where the money comes from: the mix, the budgets, the funders, and what the study of 2025 wrote about them. */
export const load: PageServerLoad = async (event) => ({
  ...(await figuresOfPage(event, 'financements', ['funding_mix', 'annual_budget', 'funding_amounts', 'public_funder_levels'], [{ indicator: 'funding_mix', scope: '-mix_each' }])),
  original: originalWording(['budget.mix.self', 'budget.mix.private', 'budget.mix.public', 'budget.median', 'funding.respondents', 'funding.private_total', 'funding.national_fewer', 'funding.local_share'])
});
