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
