import { listEditions } from '#lib/server/queries/publication.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ editions: await listEditions() });
