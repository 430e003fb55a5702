import { optionRows } from '#lib/server/wave-intake/answer-rows.ts';
import type { Preparation } from '#lib/server/wave-intake/index.ts';

/** The steps of a deposit, in order; each is the last part of its address. */
export const STEPS = ['lire', 'associer', 'reponses', 'rapprocher', 'controler', 'comparer', 'publier'] as const;
export type Step = (typeof STEPS)[number];

/** How much is left to settle at each step; 0 everywhere means ready. */
export function openPoints(preparation: Preparation): Record<Step, number> {
  const { reading, mapping, matches, counts } = preparation;
  // Nothing was read: that is the one thing to settle, whatever else would follow from it.
  if (!reading) return { lire: 1, associer: 0, reponses: 0, rapprocher: 0, controler: 1, comparer: 0, publier: 0 };
  return {
    lire: 0,
    associer: mapping.filter((proposal) => proposal.question === undefined).length,
    reponses: optionRows(preparation, 'fr').filter((row) => row.value === '').length,
    rapprocher: matches.counts.new + matches.counts.uncertain,
    controler: counts.blocking + counts.unseen,
    comparer: 0,
    publier: 0
  };
}

/** Where work is left; comparing, when there is none. */
export function firstOpenStep(preparation: Preparation): Step {
  const open = openPoints(preparation);
  // A file that cannot be read has its reason under Contrôler, with the way out.
  if (open.lire) return 'controler';
  return STEPS.find((step) => open[step] > 0) ?? 'comparer';
}
