import { unknownParameters, withoutParameters } from '#lib/components/layout/parameters.ts';
import { tableId } from '#lib/domain/indicators/publishable.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import { introText } from '#lib/server/figures/intro-text.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import { findTables, listInitiatives, listWaves } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** The figures that the panorama tells, each with the page that says more. */
const TOLD = [
  ['objectives', '/objectifs'],
  ['participants_classes', '/fonctionnement'],
  ['lead_type', '/fonctionnement'],
  ['annual_budget', '/financements'],
  ['funding_mix', '/financements'],
  ['funding_amounts', '/financements']
] as const;

/** The panorama of an edition: census, newest wave, and its leading figures. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { version } = shownEdition(locals);
  const [initiatives, waves, intro] = await Promise.all([listInitiatives(version), listWaves(version), introText(version, 'panorama', locals.lang)]);
  const wave = waves.at(-1);
  const tables = wave ? await findTables(version, TOLD.map(([indicator]) => tableId(wave.wave, indicator, null))) : [];
  const unknown = unknownParameters(url.searchParams, {});
  return {
    intro,
    counts: {
      initiatives: initiatives.length,
      documented: initiatives.filter((each) => each.provenance === 'documented').length,
      caisses: initiatives.filter((each) => each.kind === 'caisse').length
    },
    points: mapPoints(initiatives),
    wave: wave && { wave: wave.wave, frame: wave.frame, statement: wave.frameStatement[locals.lang], responses: wave.responses, provenance: wave.provenance },
    told: tables.map((table) => ({ table, path: TOLD.find(([indicator]) => indicator === table.indicator)?.[1] ?? '/objectifs' })),
    unknown,
    clean: withoutParameters(url, unknown)
  };
};
