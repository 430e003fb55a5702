import { withRight } from '#lib/server/accounts/guard.ts';
import { writeDecisions } from '#lib/server/wave-intake/decisions-file.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import type { RequestHandler } from './$types';

/** What is applied to a deposit, those taken over from earlier ones included: `npm run ingest -- wave ID FILE --decisions FILE` replays it. */
export const GET: RequestHandler = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { deposit, decisions } = await prepareDeposit(event.params.deposit);
    const name = `decisions-${deposit.wave}-${deposit.id.slice(0, 8)}.json`;
    return new Response(writeDecisions(decisions), { headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` } });
  });
