import { fill } from '#lib/domain/errors.ts';
import type { Lang } from '#lib/domain/language.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { FINDING_TEXTS, type FindingText } from '#lib/domain/waves/finding-texts.ts';
import { CHECK_FINDING_TEXTS } from '#lib/domain/waves/checks/texts.ts';
import { CENSUS_FINDING_TEXTS } from '../census-intake/finding-texts.ts';
import { INTAKE_FINDING_TEXTS } from './finding-texts.ts';

const CATALOGUE: Record<string, FindingText> = { ...FINDING_TEXTS, ...CHECK_FINDING_TEXTS, ...CENSUS_FINDING_TEXTS, ...INTAKE_FINDING_TEXTS };

/** A finding in words: the rule it breaks and the way out. */
export function findingSentences({ code, value = '', details = {} }: Finding, lang: Lang): { rule: string; wayOut: string } {
  const texts = CATALOGUE[code];
  if (!texts) return { rule: code, wayOut: '' };
  const known = { value, ...details };
  return { rule: fill(texts.rule[lang], known), wayOut: fill(texts.wayOut[lang], known) };
}
