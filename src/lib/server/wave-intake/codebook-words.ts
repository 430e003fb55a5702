import type { Codebook, Question } from '#lib/domain/questionnaire/codebook.ts';
import type { Lang } from '#lib/domain/language.ts';

type Details = Record<string, string | number>;

/** A wording between the quotation marks of the language. */
export const quoted = (text: string, lang: Lang): string => (lang === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`);

const items = ({ options = [], scale = [] }: Question): { code: string; label: { fr: string; en: string } }[] => [...options, ...scale];

/** What a column is read as, by the wordings of the questionnaire instead of its codes. */
export function columnWords<T extends { question?: string; option?: string }>(column: T, codebook: Codebook, lang: Lang): T {
  const question = codebook.questions.find(({ code }) => code === column.question);
  if (!question) return column;
  const option = items(question).find(({ code }) => code === column.option)?.label[lang];
  return { ...column, question: question.label[lang], ...(option === undefined ? {} : { option }) };
}

/** `funding = public | gifts`, the condition of a question, in words; as it stands when the codebook knows it no more. */
function conditionWords(condition: string, codebook: Codebook, lang: Lang): string {
  const [code, answers = ''] = condition.split(' = ');
  const question = codebook.questions.find((candidate) => candidate.code === code);
  if (!question) return condition;
  const words = answers.split(' | ').map((answer) => quoted(items(question).find((item) => item.code === answer)?.label[lang] ?? answer, lang));
  return `${quoted(question.label[lang], lang)} = ${words.join(lang === 'fr' ? ' ou ' : ' or ')}`;
}

/**
 * The details of a finding, those that come from the codebook in the words of the language: findings hold codes, and French
 * labels, whoever reads them.
 */
export function codebookWords(details: Details, codebook: Codebook, lang: Lang): Details {
  const question = codebook.questions.find((candidate) => candidate.code === details.question);
  if (!question) return details;
  const words: Details = { ...details, question: quoted(question.label[lang], lang) };
  const labels = [question, ...items(question)].map(({ label }) => label).sort((a, b) => b.fr.length - a.fr.length);
  for (const name of ['label', 'suggestion', 'blank']) {
    const text = details[name];
    if (typeof text !== 'string') continue;
    const whole = labels.find((label) => label.fr === text);
    words[name] = whole ? whole[lang] : labels.reduce((sentence, label) => sentence.replaceAll(label.fr, label[lang]), text);
  }
  if (typeof details.condition === 'string') words.condition = conditionWords(details.condition, codebook, lang);
  return words;
}
