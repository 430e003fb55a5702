import { listEditions } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

/** Nothing here needs a script: none is sent. */
export const csr = false;

export const load: PageServerLoad = async () => ({ editions: await listEditions() });
