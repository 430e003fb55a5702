import { json } from '@sveltejs/kit';
import { withRight } from '#lib/server/accounts/guard.ts';
import { readCells } from '#lib/server/wave-intake/index.ts';
import { COLUMNS, MOST_ROWS, readWindow } from '../window.ts';
import type { RequestHandler } from './$types';

/** Rows of the cells, for the view that scrolls. */
export const GET: RequestHandler = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { from, first } = readWindow(event.url);
    const window = await readCells(event.params.deposit, { from, rows: MOST_ROWS, column: first, columns: COLUMNS });
    return json({ from, rows: window?.rows ?? [] }, { headers: { 'cache-control': 'no-store' } });
  });
