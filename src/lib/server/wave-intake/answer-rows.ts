import type { Question } from '#lib/domain/questionnaire/codebook.ts';
import type { Lang } from '#lib/domain/language.ts';
import { OptionMatcher } from '#lib/reading/apply/option-matcher.ts';
import { missingWord } from '#lib/reading/values/missing-words.ts';
import type { Preparation } from './preparation.ts';

/** One answer, or one column of an option, that the codebook does not know, and the options it may stand for. */
export type OptionRow = {
  question: string;
  label: string;
  seen: string;
  /** What the file calls it, when `seen` is a code of the tool. */
  wording?: string;
  /** Cells that hold it; 0 for a column or a decision that settled it. */
  count: number;
  column: boolean;
  choices: { code: string; label: string }[];
  /** Code of the option that seems closest; a proposal, never applied unasked. */
  suggestion?: string;
  /** What was decided; empty when nothing was. */
  value: string;
  /** Taken over from an earlier deposit. */
  remembered?: { wave: string; at: string };
};

/** Answers written otherwise than the codebook has them, with what was decided of each. */
export function optionRows({ findings, codebook, decisions, taken, mapping, reading }: Pick<Preparation, 'findings' | 'codebook' | 'decisions' | 'taken' | 'mapping' | 'reading'>, lang: Lang): OptionRow[] {
  const rows = new Map<string, OptionRow>();
  const remembered = new Map(taken.flatMap(({ section, key, wave, at }) => (section === 'options' ? [[key, { wave, at }] as const] : [])));
  const wordings = wordingsOf({ mapping, reading });
  const add = (question: string, seen: string, found: Partial<OptionRow>): void => {
    const definition = codebook.questions.find((candidate) => candidate.code === question);
    if (!definition?.options) return;
    const key = JSON.stringify([question, seen]);
    const known = rows.get(key) ?? {
      question,
      label: definition.label[lang],
      seen,
      ...(wordings.has(key) ? { wording: wordings.get(key)! } : {}),
      count: 0,
      column: false,
      choices: [...definition.options, ...(definition.scale ?? [])].map((option) => ({ code: option.code, label: option.label[lang] })),
      value: decisions.options?.[question]?.[seen] ?? '',
      ...(remembered.has(key) ? { remembered: remembered.get(key)! } : {})
    };
    rows.set(key, { ...known, ...found, count: known.count + (found.count ?? 0) });
  };
  for (const [question, texts] of Object.entries(decisions.options ?? {})) for (const seen of Object.keys(texts)) add(question, seen, {});
  for (const { code, details, value } of findings) {
    if (typeof details?.question !== 'string') continue;
    const suggestion = typeof details.suggestion_code === 'string' ? { suggestion: details.suggestion_code } : {};
    if (code === 'unknown_option' && value !== undefined) add(details.question, value, { count: 1, ...suggestion });
    if (code === 'unknown_option_column' && typeof details.key === 'string') {
      const close = codebook.questions.find((candidate) => candidate.code === details.question)?.options?.find(({ label }) => label.fr === details.suggestion);
      add(details.question, details.key, { column: true, ...(close ? { suggestion: close.code } : {}) });
    }
  }
  return [...rows.values()];
}

/** Wordings of the file's own options and columns by question and code, where the two differ. */
function wordingsOf({ mapping, reading }: Pick<Preparation, 'mapping' | 'reading'>): Map<string, string> {
  const questions = new Map(mapping.flatMap(({ source, question }) => (question === undefined ? [] : [[source, question] as const])));
  return new Map(
    (reading?.questions ?? []).flatMap(({ id, items, options }) =>
      [...items, ...options].flatMap(({ code, label }) => (code === undefined || code === label || !label || !questions.has(id) ? [] : [[JSON.stringify([questions.get(id), code]), label] as const]))
    )
  );
}

/** What each text of a closed question is read as: an option, or a reason for a missing value (or `other`, `ignore`) that somebody chose. */
export type KnownAnswers = { question: string; label: string; answers: ({ seen: string; count: number } & ReadAs)[] };
type ReadAs = { option: string } | { reason: string };

/** Every text of the file that was recognised, question by question, so that nothing is taken for something else unseen. */
export function knownAnswers({ mapping, reading, codebook, decisions }: Pick<Preparation, 'mapping' | 'reading' | 'codebook' | 'decisions'>, lang: Lang): KnownAnswers[] {
  const sources = new Map((reading?.questions ?? []).map((question) => [question.id, question]));
  return codebook.questions.flatMap((question): KnownAnswers[] => {
    if (!question.options || (question.type !== 'single' && question.type !== 'multiple')) return [];
    const read = readerOf(question, decisions.options?.[question.code] ?? {}, lang);
    const answers = mapping
      .filter((proposal) => proposal.question === question.code)
      .flatMap(({ source }) => sources.get(source)?.options ?? [])
      .flatMap(({ code, label, count }) => {
        const as = read(code, label);
        return as ? [{ seen: label || (code ?? ''), count, ...as }] : [];
      });
    return answers.length > 0 ? [{ question: question.code, label: question.label[lang], answers }] : [];
  });
}

/** Follows the order in which a text is read: what was decided, an option, a word for a missing value, a text of the respondent. */
function readerOf(question: Question, decided: Record<string, string>, lang: Lang): (code: string | undefined, label: string) => ReadAs | undefined {
  const matcher = new OptionMatcher(question.options ?? []);
  const labels = new Map((question.options ?? []).map((option) => [option.code, option.label[lang]]));
  return (code, label) => {
    const choice = decided[label] ?? (code === undefined ? undefined : decided[code]);
    if (choice !== undefined) return labels.has(choice) ? { option: labels.get(choice) ?? '' } : { reason: choice };
    const found = matcher.findItem({ label, ...(code === undefined ? {} : { code }) }) ?? matcher.find(label);
    if (found) return { option: found.label[lang] };
    const word = missingWord(label);
    if (word) return { reason: word };
    return matcher.other && !matcher.suggest(label) ? { reason: 'other' } : undefined;
  };
}
