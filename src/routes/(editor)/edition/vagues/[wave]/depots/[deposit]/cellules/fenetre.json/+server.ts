import { json } from '@sveltejs/kit';
import { withRight } from '#lib/server/accounts/guard.ts';
import { windowWords } from '#lib/server/wave-intake/cell-words.ts';
import { prepareDeposit, readCells } from '#lib/server/wave-intake/index.ts';
import { COLUMNS, MOST_ROWS, readWindow } from '../window.ts';
import type { RequestHandler } from './$types';

/** Rows of the cells, for the view that scrolls. */
export const GET: RequestHandler = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { from, first } = readWindow(event.url);
    const window = await readCells(event.params.deposit, { from, rows: MOST_ROWS, column: first, columns: COLUMNS });
    const { codebook } = await prepareDeposit(event.params.deposit);
    return json({ from, rows: window ? windowWords(window, codebook, event.locals.lang).rows : [] }, { headers: { 'cache-control': 'no-store' } });
  });
