import { json } from '@sveltejs/kit';
import { parseTableQuery, selectRows } from '#lib/domain/census/table.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { censusTable } from '#lib/server/census-editing/table-rows.ts';
import type { RequestHandler } from './$types';

/** Every line that the table's address asks for, so that the browser scrolls through them without pages. */
export const GET: RequestHandler = (event) =>
  withRight(event, 'workshop.read', async () => json(selectRows((await censusTable()).rows, parseTableQuery(event.url.searchParams))));
