import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { checkRow } from './check-row.ts';
import { silentFields, type SilentField } from './keep-silent.ts';
import { parseCensus } from './parse.ts';

/** Reads a census file whole: every initiative it holds, every problem at once, and what it is silent about. Writes nothing. */
export function readCensus(file: string, bytes: Uint8Array): { initiatives: Initiative[]; findings: Finding[]; silent: SilentField[] } {
  const { rows, columns, findings } = parseCensus(file, bytes);
  const initiatives: Initiative[] = [];
  const firstRow = new Map<string, number>();
  for (const row of rows) {
    const checked = checkRow(file, row, columns);
    findings.push(...checked.findings);
    initiatives.push(checked.initiative);
    const { slug } = checked.initiative;
    const first = firstRow.get(slug);
    if (first === undefined) firstRow.set(slug, row.row);
    else if (slug !== '') {
      findings.push({ code: 'census_repeated_slug', level: 'blocking', where: { file, row: row.row, column: columns.slug, header: 'slug' }, value: slug, details: { first } });
    }
  }
  return { initiatives, findings, silent: silentFields(columns) };
}
