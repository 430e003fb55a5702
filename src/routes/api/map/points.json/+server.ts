import { json } from '@sveltejs/kit';
import { pointsOfEdition } from '#lib/server/directory/placed-entries.ts';
import { shownEdition } from '#lib/server/directory/shown-edition.ts';
import type { RequestHandler } from './$types';

/** Every point of an edition, for the map that draws thousands of them. */
export const GET: RequestHandler = async ({ locals }) => json(await pointsOfEdition(shownEdition(locals)));
