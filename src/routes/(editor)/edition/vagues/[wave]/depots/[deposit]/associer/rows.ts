import type { Lang } from '#lib/domain/language.ts';
import type { Preparation } from '#lib/server/wave-intake/index.ts';

/** One question of the file and what it was taken for. `value`: code, `code#item`, `ignore`, or empty. */
export type QuestionRow = {
  source: string;
  label: string;
  columns: number[];
  answered: number;
  examples: string[];
  value: string;
  confidence: number;
  reason: string;
  /** Taken over from an earlier deposit. */
  remembered?: { wave: string; at: string };
};

/** The questions of a file in the order of its columns. */
export function questionRows({ mapping, reading, taken }: Preparation): QuestionRow[] {
  const sources = new Map((reading?.questions ?? []).map((question) => [question.id, question]));
  const remembered = new Map(taken.flatMap(({ section, key, wave, at }) => (section === 'questions' ? [[key, { wave, at }] as const] : [])));
  return mapping.map((proposal) => {
    const source = sources.get(proposal.source);
    const item = 'option' in proposal && typeof proposal.option === 'string' ? `#${proposal.option}` : '';
    return {
      source: proposal.source,
      label: source?.label ?? proposal.source,
      columns: proposal.columns,
      answered: source?.answered ?? 0,
      examples: (source?.options ?? []).slice(0, 3).map((option) => option.label || (option.code ?? '')),
      value: proposal.question === undefined ? '' : proposal.question + item,
      confidence: proposal.confidence,
      reason: proposal.reason,
      ...(remembered.has(proposal.source) ? { remembered: remembered.get(proposal.source)! } : {})
    };
  });
}

/** One answer that the codebook does not know, and the options it may stand for. */
export type OptionRow = { question: string; label: string; seen: string; count: number; choices: { code: string; label: string }[]; value: string; remembered?: { wave: string; at: string } };

/** Answers written otherwise than the codebook has them, with what was decided of each. */
export function optionRows({ findings, codebook, decisions, taken }: Preparation, lang: Lang): OptionRow[] {
  const rows = new Map<string, OptionRow>();
  const remembered = new Map(taken.flatMap(({ section, key, wave, at }) => (section === 'options' ? [[key, { wave, at }] as const] : [])));
  const add = (question: string, seen: string, count: number): void => {
    const definition = codebook.questions.find((candidate) => candidate.code === question);
    if (!definition?.options) return;
    const key = `${question} ${seen}`;
    const known = rows.get(key);
    if (known) known.count += count;
    else {
      const choices = [...definition.options, ...(definition.scale ?? [])].map((option) => ({ code: option.code, label: option.label[lang] }));
      rows.set(key, { question, label: definition.label[lang], seen, count, choices, value: decisions.options?.[question]?.[seen] ?? '', ...(remembered.has(JSON.stringify([question, seen])) ? { remembered: remembered.get(JSON.stringify([question, seen]))! } : {}) });
    }
  };
  for (const [question, texts] of Object.entries(decisions.options ?? {})) for (const seen of Object.keys(texts)) add(question, seen, 0);
  for (const finding of findings) {
    const question = finding.details?.question;
    if (finding.code === 'unknown_option' && typeof question === 'string' && finding.value !== undefined) add(question, finding.value, 1);
  }
  return [...rows.values()];
}
