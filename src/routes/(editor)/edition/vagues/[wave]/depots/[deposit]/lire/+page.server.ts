import { withRight } from '#lib/server/accounts/guard.ts';
import { answerAsks, askViews } from '#lib/server/wave-intake/ask-views.ts';
import { askKey } from '#lib/reading/apply/collector.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import { fileWarnings } from '../file-warnings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { deposit, reading, accounting, findings, codebook } = await prepareDeposit(event.params.deposit);
    const refusal = findings.find((finding) => finding.code === 'file_refused');
    return {
      accounting,
      warnings: fileWarnings({ findings, codebook }, event.locals.lang),
      refusal: refusal ? String(refusal.details?.[`sentence_${event.locals.lang}`] ?? '') : undefined,
      reading: reading && {
        tool: reading.tool,
        grid: reading.grid,
        rows: reading.rows,
        headerRows: reading.headerRows,
        ignored: reading.ignoredRows,
        asks: askViews(reading.asks, deposit.decisions, event.locals.lang),
        // Enough to see whether columns fall in their place; identifying cells are the editor's to see.
        sample: reading.sample.slice(0, 8).map((row) => row.slice(0, 14).map((cell) => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell))),
        width: Math.max(0, ...reading.sample.map((row) => row.length))
      }
    };
  });

export const actions: Actions = {
  sheet: (event) => decide(event, (decisions, form) => ({ ...decisions, sheet: String(form.get('sheet') ?? '') })),
  headers: (event) =>
    decide(event, (decisions, form) => {
      const rows = String(form.get('headers') ?? '')
        .split(/[\s,;]+/)
        .map(Number)
        .filter((row) => Number.isInteger(row) && row > 0);
      if (rows.length) return { ...decisions, headerRows: rows };
      const { headerRows, ...rest } = decisions;
      void headerRows;
      return rest;
    }),
  asks: (event) =>
    decide(event, (decisions, form, { reading }) => {
      const asks = reading?.asks ?? [];
      const answers = new Map([...form].flatMap(([name, value]) => (name.startsWith('ask:') ? [[name.slice(4), String(value)] as const] : [])));
      // One answer for all the columns of a question, but for those that were just answered one by one.
      for (const ask of asks) {
        const all = form.get(`all:${ask.code}`);
        const own = answers.get(askKey(ask));
        if (typeof all === 'string' && (own === undefined || own === decisions.asks?.[askKey(ask)])) answers.set(askKey(ask), all);
      }
      return answerAsks(asks, decisions, answers);
    })
};
