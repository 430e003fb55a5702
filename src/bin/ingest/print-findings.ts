import { fill } from '../../lib/domain/errors.ts';
import type { Lang } from '../../lib/domain/language.ts';
import type { Finding } from '../../lib/domain/waves/finding.ts';
import { findingSentences } from '../../lib/server/wave-intake/finding-sentences.ts';
import { SAYS } from './sentences.ts';

/** Findings printed in full; the rest is counted. */
const MOST = 200;

/** Where a finding is and what was seen: "recensement.csv, ligne 12, colonne 5 insee_codes, valeur « 1004 »". */
function place({ where, value }: Finding, lang: Lang): string {
  const parts = [
    where.file,
    where.sheet,
    where.row === undefined ? undefined : fill(SAYS.row[lang], { row: where.row }),
    where.column === undefined ? where.header : `${fill(SAYS.column[lang], { column: where.column })}${where.header ? ` ${where.header}` : ''}`,
    value === undefined || value === '' ? undefined : fill(SAYS.value[lang], { value: value.length > 120 ? `${value.slice(0, 120)}…` : value })
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Findings grouped by rule: the level and the rule once, each place, the way out. */
export function findingLines(findings: Finding[], lang: Lang): string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings.slice(0, MOST)) {
    const { rule } = findingSentences(finding, lang);
    const key = `${SAYS[finding.level][lang]} · ${rule}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const lines = [...groups].flatMap(([title, group]) => {
    const wayOut = group[0] && findingSentences(group[0], lang).wayOut;
    return [title, ...group.map((finding) => `  ${place(finding, lang)}`), ...(wayOut ? [fill(SAYS.way_out[lang], { wayOut })] : [])];
  });
  return findings.length > MOST ? [...lines, fill(SAYS.more[lang], { count: findings.length - MOST })] : lines;
}
