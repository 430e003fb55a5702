import type { Lang } from '#lib/domain/language.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { findingSentences, type FindingView } from '#lib/server/wave-intake/index.ts';

export type FoundPlace = { sheet?: string; row?: number; column?: number; header?: string };
export type FoundLine = FoundPlace & { key: string; rule: string; value?: string; cell?: string; original?: string; acknowledged: boolean; decide?: { key: string; what: 'absent' | 'wave' } };

export type FindingGroup = {
  code: string;
  level: FindingView['level'];
  /** Of the first: rules of a group differ by the values in their sentence, shown with each finding. */
  rule: string;
  wayOut: string;
  sameRule: boolean;
  count: number;
  unseen: number;
  findings: FoundLine[];
};

/** What of the findings is shown; every part of it is in the address. */
export type FindingFilter = { level?: FindingView['level'] | undefined; rule?: string | undefined; column?: number | undefined; page: number };

const WRONG_WAVE = new Set(['wrong_survey', 'wrong_title', 'wrong_dates', 'wrong_questionnaire', 'other_wave_fits_better']);

/** Whether a rule says that the file is not that of the wave. */
export const isAboutFile = (code: string): boolean => WRONG_WAVE.has(code) || code === 'same_file_other_wave';

/** What an editor may settle by saying so, when nothing in the file has to be corrected: the key of that decision. */
export function decidable({ code, level, details }: Pick<FindingView, 'code' | 'level' | 'details'>): FoundLine['decide'] {
  if (level !== 'blocking') return undefined;
  if (WRONG_WAVE.has(code)) return { key: 'wrong_wave', what: 'wave' };
  return (code === 'missing_question' || code === 'missing_option_column') && typeof details?.key === 'string' ? { key: details.key, what: 'absent' } : undefined;
}

/** Findings shown on a page, all rules together. */
export const FINDINGS_A_PAGE = 100;

export function matchesFilter({ level, rule, column }: FindingFilter): (finding: FindingView) => boolean {
  return (finding) => (!level || finding.level === level) && (!rule || finding.code === rule) && (column === undefined || finding.where.column === column);
}

/** Findings by rule, in the order they come: blocking ones first. Counts are of all, lines of the page. */
export function groupFindings(findings: FindingView[], codebook: Codebook, lang: Lang, page: number): FindingGroup[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const key = `${finding.level} ${finding.code}`;
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  let at = 0;
  const [from, to] = [(page - 1) * FINDINGS_A_PAGE, page * FINDINGS_A_PAGE];
  return [...groups.values()].flatMap((list) => {
    const [start, end] = [at, at + list.length];
    at = end;
    const shown = list.slice(Math.max(0, from - start), Math.max(0, to - start));
    const [first] = shown;
    if (!first || end <= from || start >= to) return [];
    const { rule, wayOut } = findingSentences(first, lang, codebook);
    const rules = shown.map((finding) => findingSentences(finding, lang, codebook).rule);
    return {
      code: first.code,
      level: first.level,
      rule,
      wayOut,
      sameRule: rules.every((other) => other === rule),
      count: list.length,
      unseen: list.filter((finding) => finding.level === 'acknowledge' && !finding.acknowledged).length,
      findings: shown.map(({ key, where, value, acknowledged, cell, original, code, level, details }, index) => ({
        key,
        rule: rules[index] ?? rule,
        ...where,
        ...(value === undefined ? {} : { value }),
        ...(cell === undefined ? {} : { cell }),
        ...(original === undefined ? {} : { original }),
        ...(decidable({ code, level, ...(details ? { details } : {}) }) ? { decide: decidable({ code, level, ...(details ? { details } : {}) })! } : {}),
        acknowledged
      }))
    };
  });
}
