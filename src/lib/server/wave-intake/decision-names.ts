import type { Lang } from '#lib/domain/language.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import type { DecisionChange } from './decision-changes.ts';
import { ruleName } from './finding-sentences.ts';

/** What a choice stands for, in words: a question, one of its options. Other values are given back as they are. */
function target(value: string | null, codebook: Codebook, lang: Lang): string | null {
  const [code, option] = value?.split('#') ?? [];
  const question = codebook.questions.find((candidate) => candidate.code === code);
  if (!question) return value;
  const label = question.label[lang];
  return option === undefined ? label : `${label} — ${question.options?.find((each) => each.code === option)?.label[lang] ?? option}`;
}

/** A change of the decisions with the wordings of the questionnaire and of the rules instead of their codes, as a screen shows it. */
export function nameChange<T extends DecisionChange>(change: T, codebook: Codebook, lang: Lang): T {
  const { section, key, before, after } = change;
  if (section === 'questions') return { ...change, before: target(before, codebook, lang), after: target(after, codebook, lang) };
  if (section === 'acknowledged' || section === 'asks') {
    const [code = '', place = ''] = key.split('@');
    const numbers = place.split(':').filter(Boolean).join(', ');
    return { ...change, key: `${ruleName(code, lang)}${numbers ? ` (${numbers})` : ''}` };
  }
  if (section !== 'options') return change;
  const [code = '', seen = ''] = JSON.parse(key) as string[];
  const question = codebook.questions.find((candidate) => candidate.code === code);
  const label = (value: string | null): string | null => [...(question?.options ?? []), ...(question?.scale ?? [])].find((item) => item.code === value)?.label[lang] ?? value;
  return { ...change, key: JSON.stringify([question?.label[lang] ?? code, seen]), before: label(before), after: label(after) };
}
