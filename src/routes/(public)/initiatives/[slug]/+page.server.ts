import { error, redirect } from '@sveltejs/kit';
import { FAILURES } from '#lib/domain/errors.ts';
import { nearest } from '#lib/domain/directory/distance.ts';
import { publicHistory } from '#lib/domain/directory/public-history.ts';
import { freshness } from '#lib/domain/directory/freshness.ts';
import { regionId } from '#lib/domain/geography/territory-id.ts';
import { href } from '#lib/i18n/href.ts';
import { toLine } from '#lib/server/directory/lines.ts';
import { editionObjectives } from '#lib/server/directory/edition-objectives.ts';
import { pinnedVersion, shownEdition } from '#lib/server/directory/shown-edition.ts';
import { departement, epciName, findCommune, region } from '#lib/server/geography/gazetteer.ts';
import { mapFrame } from '#lib/server/geography/map-box.ts';
import { mapPoints } from '#lib/server/geography/map-points.ts';
import { findInitiative, findSuccessor, listInitiatives } from '#lib/server/queries/publication.ts';
import { initiativeByEdition } from '#lib/server/queries/publication-history.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs a script: none is sent. */
export const csr = false;

const NEIGHBOURS = 5;
/** Kilometres: beyond, nobody would call it near. */
const NEAR = 300;

export const load: PageServerLoad = async ({ locals, params }) => {
  const edition = shownEdition(locals);
  const initiative = await findInitiative(edition.version, params.slug);
  const successor = initiative ? undefined : await findSuccessor(edition.version, params.slug);
  if (successor) redirect(301, href(`/initiatives/${successor}`, { lang: locals.lang, version: pinnedVersion(locals) }));
  if (!initiative) error(404, { message: FAILURES.not_found.text[locals.lang], code: 'not_found' });

  const all = await listInitiatives(edition.version);
  const seat = initiative.places.find((place) => place.role === 'seat') ?? initiative.places[0];
  const others = nearest(
    all.filter((other) => other.slug !== initiative.slug),
    (other) => other.places,
    initiative.places,
    NEIGHBOURS
  );
  const frame = seat && mapFrame('region', seat.region);
  return {
    initiative,
    places: initiative.places.map((place) => ({
      name: place.communeName ?? (place.commune && findCommune(place.commune)?.name),
      departement: { id: place.departement, name: departement(place.departement)?.name ?? place.departement },
      region: { id: regionId(place.region), name: region(place.region)?.name ?? place.region },
      epci: place.epci ? { id: place.epci, name: epciName(place.epci) ?? place.epci } : undefined,
      precision: place.precision
    })),
    nearest: others.filter(({ km }) => km <= NEAR).map(({ thing, km, from, to }) => toLine({ initiative: thing, km, between: { from, to } }, initiative.places.length)),
    verified: initiative.verifiedOn ? freshness(initiative.verifiedOn, edition.publishedAt) : undefined,
    objectives: await editionObjectives(edition.version),
    history: publicHistory(await initiativeByEdition(params.slug), edition.version),
    near: NEAR,
    frame,
    points: frame ? mapPoints(all, { box: frame.box }) : []
  };
};
