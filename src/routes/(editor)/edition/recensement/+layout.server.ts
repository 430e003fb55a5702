import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import type { LayoutServerLoad } from './$types';

/** Names of the objectives, for whoever chooses or reads them. */
export const load: LayoutServerLoad = (event) => withRight(event, 'workshop.read', async () => ({ objectives: await readObjectives() }));
