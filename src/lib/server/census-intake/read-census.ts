import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { checkRow } from './check-row.ts';
import { silentFields, type SilentField } from './keep-silent.ts';
import { parseCensus } from './parse.ts';

/**
 * Reads a census file whole: every initiative it holds, every problem at once, and what it is silent about. Writes nothing.
 *
 * @param objectives codes that may be written, see `readObjectives`
 */
export function readCensus(file: string, bytes: Uint8Array, objectives: readonly { code: string }[]): { initiatives: Initiative[]; findings: Finding[]; silent: SilentField[] } {
  const { rows, columns, findings } = parseCensus(file, bytes);
  const initiatives: Initiative[] = [];
  const firstRow = new Map<string, number>();
  const allowed = objectives.map(({ code }) => code);
  for (const row of rows) {
    const checked = checkRow(file, row, columns, allowed);
    findings.push(...checked.findings);
    // An invented initiative may have no source; an agreement always has one.
    if (checked.initiative.objectives && checked.initiative.sources.length === 0) {
      findings.push({ code: 'census_no_agreement', level: 'blocking', where: { file, row: row.row, column: columns.objectives, header: 'objectives' }, value: row.values.objectives, details: { column: 'objectives' } });
    }
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
