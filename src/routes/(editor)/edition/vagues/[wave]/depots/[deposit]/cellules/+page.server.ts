import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { correctCells } from '#lib/server/wave-intake/corrections.ts';
import { cellWords, windowWords, type WordedCell } from '#lib/server/wave-intake/cell-words.ts';
import { columnWords } from '#lib/server/wave-intake/codebook-words.ts';
import { prepareDeposit, readCells } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import { cellsOrWait } from '../prepare-or-wait.ts';
import { COLUMNS, ROWS, readWindow } from './window.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { row, column, from, first, unknown } = readWindow(event.url);
    const id = event.params.deposit;
    const shown = await cellsOrWait(event, { from, rows: ROWS, column: first, columns: COLUMNS });
    const chosen = row !== undefined && column !== undefined ? await readCells(id, { from: row, rows: 1, column, columns: 1 }) : undefined;
    const { codebook } = await prepareDeposit(id);
    const [about] = chosen?.columns ?? [];
    const cell = chosen?.rows[0]?.row === row ? chosen?.rows[0]?.cells[0] : undefined;
    const worded: WordedCell | undefined = cell && about ? cellWords(cell, about, codebook, event.locals.lang) : cell;
    return {
      unknown,
      from,
      first,
      window: shown ? windowWords(shown, codebook, event.locals.lang) : { columns: [], rows: [], total: 0, width: 0 },
      chosen: row !== undefined && column !== undefined && worded ? { row, column, status: chosen?.rows[0]?.status ?? '', about: about && columnWords(about, codebook, event.locals.lang), ...worded } : undefined,
      missing: row !== undefined && column !== undefined && !cell
    };
  });

export const actions: Actions = {
  correct: (event) =>
    decide(event, async (decisions, form) => {
      const { row, column } = readWindow(event.url);
      if (row === undefined || column === undefined) throw new DomainError('not_found');
      const cell = (await readCells(event.params.deposit, { from: row, rows: 1, column, columns: 1 }))?.rows[0]?.cells[0];
      if (!cell) throw new DomainError('not_found');
      const seen = new Map([[`${row}:${column}`, { cell: cell.text, original: cell.original ?? cell.text }]]);
      return { ...decisions, corrections: correctCells(decisions.corrections, [[`${row}:${column}`, String(form.get('text') ?? '')]], seen) };
    })
};
