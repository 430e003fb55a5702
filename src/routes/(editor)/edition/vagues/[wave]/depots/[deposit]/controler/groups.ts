import type { Lang } from '#lib/domain/language.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { generalWayOut, ruleName } from '#lib/server/wave-intake/finding-sentences.ts';
import { findingSentences, type FindingView } from '#lib/server/wave-intake/index.ts';

export type FoundPlace = { sheet?: string; row?: number; column?: number; header?: string };
export type FoundLine = FoundPlace & { key: string; rule: string; value?: string; cell?: string; original?: string; acknowledged: boolean; decide?: { key: string; what: 'absent' | 'wave' } };

export type FindingGroup = {
  code: string;
  level: FindingView['level'];
  /** What all findings of the group break. Where their sentences differ, the rule in general; each finding has its own. */
  rule: string;
  wayOut: string;
  sameRule: boolean;
  count: number;
  unseen: number;
  /** How many can still be settled by saying so, those of other pages included. */
  unsettled: number;
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

/** Whether saying so is all that a finding still waits for. */
export const confirmable = (finding: Pick<FindingView, 'code' | 'level' | 'details' | 'acknowledged'>): boolean => (finding.level === 'acknowledge' && !finding.acknowledged) || decidable(finding)?.what === 'absent';

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
    const all = (part: 'rule' | 'wayOut', text: string): boolean => list.every((finding) => findingSentences(finding, lang, codebook)[part] === text);
    const sameRule = all('rule', rule);
    return {
      code: first.code,
      level: first.level,
      rule: sameRule ? rule : ruleName(first.code, lang),
      wayOut: all('wayOut', wayOut) ? wayOut : generalWayOut(first.code, lang),
      sameRule,
      count: list.length,
      unsettled: list.filter((finding) => confirmable(finding)).length,
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
