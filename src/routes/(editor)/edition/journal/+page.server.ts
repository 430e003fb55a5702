import { withRight } from '#lib/server/accounts/guard.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const page = Math.max(1, Math.floor(Number(event.url.searchParams.get('page') ?? 1)) || 1);
    const actor = event.url.searchParams.get('qui')?.trim() || undefined;
    // One more than a page tells whether there is another.
    const events = await listAudit(workshop(), { limit: PAGE + 1, offset: (page - 1) * PAGE, ...(actor ? { actor } : {}) });
    return { events: events.slice(0, PAGE), more: events.length > PAGE, page, actor };
  });
