import { withRight } from '#lib/server/accounts/guard.ts';
import { fileResponse } from '#lib/server/exports/file-response.ts';
import { annotateDeposit, getDeposit } from '#lib/server/wave-intake/index.ts';
import type { RequestHandler } from './$types';

/** The deposited table with what was found beside each row, for those who correct it in their spreadsheet. */
export const GET: RequestHandler = (event) =>
  withRight(event, 'workshop.read', async () => {
    const deposit = await getDeposit(event.params.deposit);
    const response = fileResponse(await annotateDeposit(deposit.id, event.locals.lang), 'xlsx', `controle-${deposit.wave}-${deposit.id.slice(0, 8)}`);
    // Answers of people: for whoever may open the workshop, nobody else.
    response.headers.delete('access-control-allow-origin');
    response.headers.set('cache-control', 'no-store');
    return response;
  });
