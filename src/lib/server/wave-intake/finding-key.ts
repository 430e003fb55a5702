import type { Finding } from '#lib/domain/waves/finding.ts';

/** How `Decisions.acknowledged` names a finding: `code@row:column`, empty where it has none. */
export function findingKey({ code, where }: Finding): string {
  return `${code}@${where.row ?? ''}:${where.column ?? ''}`;
}
