import { fill } from '#lib/domain/errors.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { FINDING_TEXTS, type FindingText } from '#lib/domain/waves/finding-texts.ts';
import { CHECK_FINDING_TEXTS } from '#lib/domain/waves/checks/texts.ts';
import { CENSUS_FINDING_TEXTS } from '../census-intake/finding-texts.ts';
import { INTAKE_FINDING_TEXTS } from './finding-texts.ts';

const CATALOGUE: Record<string, FindingText> = { ...FINDING_TEXTS, ...CHECK_FINDING_TEXTS, ...CENSUS_FINDING_TEXTS, ...INTAKE_FINDING_TEXTS };

/** A finding in words: the rule it breaks and the way out. With the codebook, a question is named by its wording and not by its code. */
export function findingSentences({ code, value = '', details = {} }: Finding, lang: Lang, codebook?: Codebook): { rule: string; wayOut: string } {
  const texts = CATALOGUE[code];
  if (!texts) return { rule: code, wayOut: '' };
  const question = 'label' in details ? undefined : codebook?.questions.find((candidate) => candidate.code === details.question);
  const known = { value, ...details, ...(question ? { question: quoted(question.label[lang], lang) } : {}) };
  return { rule: fill(texts.rule[lang], known), wayOut: fill(texts.wayOut[lang], known) };
}

const quoted = (text: string, lang: Lang): string => (lang === 'fr' ? `« ${text} »` : `“${text}”`);
