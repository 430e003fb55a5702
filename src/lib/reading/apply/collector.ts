import type { Finding, FindingLevel } from '../../domain/waves/finding.ts';
import type { Decisions } from '../types.ts';

/** Beyond, findings of one rule are only counted. */
const PER_RULE = 2_000;

/** Key of a finding in `Decisions.acknowledged`: `code@row:column`. */
export function findingKey(finding: Finding): string {
  return `${finding.code}@${finding.where.row ?? ''}:${finding.where.column ?? ''}`;
}

/** Key of an ask in `Decisions.asks`: `code@column`, `code@row:column` for one row, `code` for the whole file. */
export function askKey(ask: { code: string; where: { row?: number; column?: number } }): string {
  const { row, column } = ask.where;
  if (column === undefined) return ask.code;
  return row === undefined ? `${ask.code}@${column}` : `${ask.code}@${row}:${column}`;
}

/** Findings that still stand in the way of a commit: blocking ones, and those to acknowledge that nobody did. */
export function pendingFindings(findings: Finding[], decisions: Decisions): Finding[] {
  const seen = new Set(decisions.acknowledged ?? []);
  return findings.filter((finding) => finding.level === 'blocking' || (finding.level === 'acknowledge' && !seen.has(findingKey(finding))));
}

/** Gathers findings with their place in the file. */
export class Collector {
  private readonly kept: Finding[] = [];
  private readonly counts = new Map<string, { level: FindingLevel; count: number }>();

  constructor(
    private readonly file: string,
    private readonly sheet: string | undefined,
    private readonly header: (column: number) => string
  ) {}

  /** How many findings were added. */
  found = 0;

  /** Adds a finding; `where` is completed with the file, the sheet and the header. */
  add(code: string, level: FindingLevel, where: { row?: number; column?: number }, value?: string, details?: Record<string, string | number>): void {
    this.found++;
    const known = this.counts.get(code) ?? { level, count: 0 };
    known.count++;
    this.counts.set(code, known);
    if (known.count > PER_RULE) return;
    this.kept.push({
      code,
      level,
      where: {
        file: this.file,
        ...(this.sheet !== undefined ? { sheet: this.sheet } : {}),
        ...where,
        ...(where.column !== undefined ? { header: this.header(where.column) } : {})
      },
      ...(value !== undefined ? { value: value.slice(0, 2_000) } : {}),
      ...(details ? { details } : {})
    });
  }

  /** Everything found, blocking first, then by place. A rule met too often ends with one finding that counts the rest. */
  all(): Finding[] {
    const more = [...this.counts].flatMap(([code, { level, count }]): Finding[] =>
      count > PER_RULE ? [{ code: 'more_of_the_same', level, where: { file: this.file }, details: { rule: code, count: count - PER_RULE } }] : []
    );
    const rank = { blocking: 0, acknowledge: 1, information: 2 };
    return [...this.kept, ...more].sort((a, b) => rank[a.level] - rank[b.level] || (a.where.row ?? 0) - (b.where.row ?? 0) || (a.where.column ?? 0) - (b.where.column ?? 0));
  }
}
