import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import { tableId } from '#lib/domain/indicators/publishable.ts';
import { countsBehind } from '#lib/domain/statistics/possible-percentage.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { introText } from '#lib/server/figures/intro-text.ts';
import { findTable, findText, listWaves } from '#lib/server/queries/publication.ts';
import { originalWording } from '../original-wording.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** The method, with its examples computed from the figures of the newest wave and of the study of 2025. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { version } = shownEdition(locals);
  const [intro, initiative, caisse, note, since] = await Promise.all([
    introText(version, 'methode', locals.lang),
    ...['initiative', 'caisse', 'note', 'since'].map((name) => findText(version, `perimeter.${name}`))
  ]);
  const wave = (await listWaves(version)).at(-1);
  const example = wave && (await findTable(version, tableId(wave.wave, 'objectives', null)));
  const [claimed] = originalWording(['funding.local_share']).figures;
  const percent = typeof claimed?.value === 'number' ? Math.round(claimed.value * 100) : undefined;
  const base = claimed?.base;
  const unknown = unknownParameters(url.searchParams, {});
  return {
    intro,
    perimeter: initiative && caisse && since ? { initiative, caisse, note, since: since.fr } : undefined,
    example,
    wave: wave?.wave,
    claimed:
      percent !== undefined && base !== undefined
        ? {
            percent,
            base,
            counts: countsBehind(percent, base, 0),
            // What whole counts around the claim do give, and the small bases out of which it can be printed.
            near: [Math.floor((percent / 100) * base), Math.ceil((percent / 100) * base)],
            fitting: Array.from({ length: 3 * base }, (_, index) => index + 1).filter((each) => countsBehind(percent, each, 0).length > 0)
          }
        : undefined,
    unknown,
    clean: withoutParameters(url, unknown)
  };
};
