import type { PublishedTable } from '../../confidentiality/published.ts';
import type { Lang } from '../../language.ts';
import { isPossiblePercentage } from '../../statistics/share.ts';
import { bindText } from './bind.ts';
import { BRACES } from './placeholder.ts';
import { problem, type TextProblem } from './problem.ts';

const NUMBER = '(\\d{1,3}(?:[\\u00A0\\u202F ]\\d{3})+|\\d+)';
const PERCENT = '(\\d{1,3}(?:[.,]\\d+)?)[\\s\\u00A0\\u202F]?%';
/** `28 caisses sur 32 (87,5 %)`, `28 of 32 caisses (87.5%)`. */
const OUT_OF = new RegExp(`${NUMBER}(?:[\\s\\u00A0]+caisses?)?[\\s\\u00A0]+(?:sur|des|of|out of)[\\s\\u00A0]+(?:the |les )?${NUMBER}(?:[^.;()\\d]{0,60}\\(${PERCENT}\\))?`, 'g');
/** `20 % des 11 caisses`, `20% of the 11 caisses`. */
const PERCENT_OF = new RegExp(`${PERCENT}[\\s\\u00A0]+(?:des|of|of the|sur les)[\\s\\u00A0]+${NUMBER}`, 'g');

/**
 * What is wrong with an editor's text: numbers that are unknown, hidden or stale, counts above their base, percentages that no
 * integer count can give ("20 % des 11 caisses"), and, as advice, numbers typed in where a bound one would follow the editions.
 */
export function checkText(template: string, tables: PublishedTable[], lang: Lang): TextProblem[] {
  const { text, problems } = bindText(template, tables, lang);
  return [...problems, ...impossible(text), ...unbound(template)];
}

function impossible(text: string): TextProblem[] {
  const found: TextProblem[] = [];
  for (const [where, count = '', base = '', percent] of text.matchAll(OUT_OF)) {
    const [n, of] = [whole(count), whole(base)];
    if (n > of) found.push(problem('exceeds', where));
    else if (percent !== undefined && !prints(n, of, percent)) found.push(problem(isPossiblePercentage(`${percent} %`, of) ? 'mismatch' : 'impossible', where));
  }
  for (const [where, percent = '', base = ''] of text.matchAll(PERCENT_OF)) {
    if (!isPossiblePercentage(`${percent} %`, whole(base))) found.push(problem('impossible', where));
  }
  return found;
}

function whole(text: string): number {
  return Number(text.replace(/\D/g, ''));
}

/** Whether `count` of `base` is printed as `percent` with its decimals. */
function prints(count: number, base: number, percent: string): boolean {
  const decimals = percent.split(/[.,]/)[1]?.length ?? 0;
  return base > 0 && Math.abs((100 * count) / base - Number(percent.replace(',', '.'))) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** Numbers beside "caisses", "%" or "€" that no placeholder gives. Years and prose numbers are left alone. */
function unbound(template: string): TextProblem[] {
  const typed = template.replace(BRACES, '');
  const figures = new RegExp(`${NUMBER}(?:[.,]\\d+)?[\\s\\u00A0\\u202F]?(?:%|€|caisses?\\b|euros?\\b)`, 'g');
  return [...typed.matchAll(figures)].map(([where]) => problem('unbound', where));
}
