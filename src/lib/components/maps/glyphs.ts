import type { Kind } from '#lib/domain/census/initiative.ts';

/** Outline of each kind around 0,0: a shape of its own, so that colour is never alone. Areas are about the same. */
export const GLYPHS: Record<Kind, string> = {
  caisse: 'M0-5.6a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2z',
  prix_differencies: 'M-5-5h10v10h-10z',
  cheque_alimentaire: 'M0-6.8L6.4 4.6H-6.4z',
  groupe_local: 'M0-6.9L6.9 0L0 6.9L-6.9 0z',
  autre: 'M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z'
};

/** Design token of each kind's colour. */
export const HUES: Record<Kind, string> = {
  caisse: '--option-1',
  prix_differencies: '--option-4',
  cheque_alimentaire: '--option-3',
  groupe_local: '--option-5',
  autre: '--option-8'
};
