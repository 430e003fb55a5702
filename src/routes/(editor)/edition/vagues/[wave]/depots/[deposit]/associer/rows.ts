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

/** Options of all the lists of a page at most: beyond, a browser takes seconds to show them. */
const MOST_OPTIONS = 5000;
const A_PAGE = 50;

export type ChosenRows = { rows: QuestionRow[]; filter: 'a-choisir' | undefined; page: number; pages: number; /** Rows that have their list; the others are text and lead to it. */ lists: string[] };

/**
 * The rows that an address asks for. A file of a few dozen questions is shown whole with a list in each row; a wide one by pages, with lists
 * in the rows that wait for a choice and in the one that is asked for.
 */
export function chooseRows(all: QuestionRow[], questions: number, parameters: URLSearchParams): ChosenRows {
  const filter = parameters.get('etat') === 'a-choisir' ? 'a-choisir' : undefined;
  const asked = parameters.get('question');
  const chosen = filter ? all.filter(({ value, source }) => value === '' || source === asked) : all;
  if (all.length * questions <= MOST_OPTIONS) return { rows: chosen, filter, page: 1, pages: 1, lists: chosen.map(({ source }) => source) };
  const size = Math.min(A_PAGE, Math.max(10, Math.floor(MOST_OPTIONS / questions)));
  const pages = Math.max(1, Math.ceil(chosen.length / size));
  const at = chosen.findIndex(({ source }) => source === asked);
  // A question that is asked for is shown on the page where it stands.
  const page = Math.min(pages, Math.max(1, at < 0 ? Math.floor(Number(parameters.get('page') ?? 1)) || 1 : Math.floor(at / size) + 1));
  const rows = chosen.slice((page - 1) * size, page * size);
  return { rows, filter, page, pages, lists: rows.filter(({ value, source }) => value === '' || source === asked).map(({ source }) => source) };
}
