import { withRight } from '#lib/server/accounts/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => withRight(event, 'workshop.read', () => ({}));
