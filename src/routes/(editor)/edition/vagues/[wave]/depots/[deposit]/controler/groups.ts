import type { Lang } from '#lib/domain/language.ts';
import { findingSentences, type FindingView } from '#lib/server/wave-intake/index.ts';

export type FindingGroup = {
  code: string;
  level: FindingView['level'];
  /** Of the first: rules of a group differ by the values in their sentence, shown with each finding. */
  rule: string;
  wayOut: string;
  sameRule: boolean;
  count: number;
  unseen: number;
  findings: { key: string; rule: string; sheet?: string; row?: number; column?: number; header?: string; value?: string; acknowledged: boolean }[];
};

/** Shown of one rule; the rest is in the downloadable list. */
const SHOWN = 50;

/** Findings by rule, in the order they come: blocking ones first. */
export function groupFindings(findings: FindingView[], lang: Lang): FindingGroup[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) groups.set(`${finding.level} ${finding.code}`, [...(groups.get(`${finding.level} ${finding.code}`) ?? []), finding]);
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    const { rule, wayOut } = findingSentences(first, lang);
    const rules = list.map((finding) => findingSentences(finding, lang).rule);
    return {
      code: first.code,
      level: first.level,
      rule,
      wayOut,
      sameRule: rules.every((other) => other === rule),
      count: list.length,
      unseen: list.filter((finding) => finding.level === 'acknowledge' && !finding.acknowledged).length,
      findings: list.slice(0, SHOWN).map(({ key, where, value, acknowledged }, index) => ({ key, rule: rules[index] ?? rule, ...where, ...(value === undefined ? {} : { value }), acknowledged }))
    };
  });
}
