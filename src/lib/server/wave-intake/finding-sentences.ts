import { fill } from '#lib/domain/errors.ts';
import { typeset } from '#lib/domain/format/index.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { FINDING_TEXTS, type FindingText } from '#lib/domain/waves/finding-texts.ts';
import { CHECK_FINDING_TEXTS } from '#lib/domain/waves/checks/texts.ts';
import { CENSUS_FINDING_TEXTS } from '../census-intake/finding-texts.ts';
import { codebookWords } from './codebook-words.ts';
import { INTAKE_FINDING_TEXTS } from './finding-texts.ts';

export const FINDING_CATALOGUE: Record<string, FindingText> = { ...FINDING_TEXTS, ...CHECK_FINDING_TEXTS, ...CENSUS_FINDING_TEXTS, ...INTAKE_FINDING_TEXTS };

/** A rule without what a finding adds to it, to name it in a list. The code, when there is no such rule. */
export function ruleName(code: string, lang: Lang): string {
  const rule = FINDING_CATALOGUE[code]?.rule[lang];
  return rule ? typeset(ofAny(rule).replace(/\.$/, ''), lang) : code;
}

/** What can be done about any finding of a rule, without what belongs to one of them. Empty when there is no such rule. */
export function generalWayOut(code: string, lang: Lang): string {
  return typeset(ofAny(FINDING_CATALOGUE[code]?.wayOut[lang] ?? ''), lang);
}

/** A sentence without what a finding adds to it. */
function ofAny(template: string): string {
  return template.replace(/\s*\([^()]*\{[^()]*\)/g, '').replace(/\{\w+\}/g, '…');
}

const READ_STEP = { fr: ' à l’étape Lire', en: ' in the step Read' };

/** A sentence as a screen says it: what names a decision on the command line, or a question twice, is left out. */
function forScreen(template: string, lang: Lang): string {
  return template
    .replace(/\s\(\{choices\}\)\s?; (?:la décision est gardée sous|the decision is kept under) [«"]\s?\{key\}\s?[»"]/, READ_STEP[lang])
    .replace(/\s\([«"]\s?(?:\{key\}|wrong_wave)\s?[»"]\)/g, '')
    .replace(/(\{label\}\s?[»"”]) \(\{question\}\)/g, '$1')
    .replace('({question}, {option})', '({question})');
}

/**
 * A finding in words: the rule it breaks and the way out. With the codebook, as on every screen, questions and options
 * are named by their wording; without it, as on the command line, by their codes.
 */
export function findingSentences({ code, value = '', details = {} }: Finding, lang: Lang, codebook?: Codebook): { rule: string; wayOut: string } {
  const texts = FINDING_CATALOGUE[code];
  if (!texts) return { rule: code, wayOut: '' };
  const known: Record<string, string | number> = { value, ...(codebook ? codebookWords(details, codebook, lang) : details) };
  // The template alone is typeset: what it quotes of a file stays as it was written.
  const say = (template: string): string => fill(typeset(codebook ? forScreen(template, lang) : template, lang), known);
  if (codebook && typeof details.rule === 'string') known.rule = ruleName(details.rule, lang);
  return { rule: say(texts.rule[lang]), wayOut: say(texts.wayOut[lang]) };
}
