import { findingSentences, prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { toCsv } from './to-csv.ts';
import type { RequestHandler } from './$types';

/** Every finding of a deposit, one a line, for those who correct the file in their spreadsheet. */
export const GET: RequestHandler = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { lang } = event.locals;
    const { deposit, findings, codebook } = await prepareDeposit(event.params.deposit);
    const header = lang === 'fr' ? ['fichier', 'feuille', 'ligne', 'colonne', 'en-tête', 'valeur', 'niveau', 'règle', 'issue', 'code'] : ['file', 'sheet', 'row', 'column', 'header', 'value', 'level', 'rule', 'way_out', 'code'];
    const lines = findings.map((finding) => {
      const { rule, wayOut } = findingSentences(finding, lang, codebook);
      const { file, sheet, row, column, header: title } = finding.where;
      return [file ?? deposit.filename, sheet ?? '', row ?? '', column ?? '', title ?? '', finding.value ?? '', finding.level, rule, wayOut, finding.code];
    });
    const name = `constats-${deposit.wave}-${deposit.id.slice(0, 8)}.csv`;
    return new Response(toCsv([header, ...lines]), { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` } });
  });
