import type { Lang } from '#lib/domain/language.ts';
import { askKey } from '#lib/reading/apply/collector.ts';
import type { Ask } from '#lib/reading/types.ts';
import type { Deposit } from '../queries/deposits.ts';
import { quoted } from './codebook-words.ts';
import { findingSentences } from './finding-sentences.ts';

/** A question that only an editor can answer, as the wizard puts it. */
export type AskView = {
  key: string;
  code: string;
  rule: string;
  wayOut: string;
  where: Ask['where'];
  /** Examples of what was seen, unless the rule tells them. */
  seen?: string;
  choices: string[];
  answer?: string;
};

/** The row of a question about keeping a row or not: its answer is a decision on that row. */
const asksAboutRow = ({ where, choices }: Ask): number | undefined => (choices.includes('exclude') ? where.row : undefined);

/** The questions about a file, in words, with the answers already given. */
export function askViews(asks: Ask[], decisions: Deposit['decisions'], lang: Lang): AskView[] {
  return asks
    .filter((ask) => ask.choices.length > 1)
    .map((ask) => {
      const key = askKey(ask);
      const row = asksAboutRow(ask);
      const answer = row === undefined ? decisions.asks?.[key] : decisions.rows?.[row];
      const { rule, wayOut } = findingSentences({ code: ask.code, level: 'acknowledge', where: ask.where, details: { question: quoted(ask.where.header ?? '', lang), ...ask.details } }, lang);
      const seen = ask.details?.seen;
      const told = seen === undefined || rule.includes(String(seen));
      return { key, code: ask.code, rule, wayOut, where: ask.where, choices: ask.choices, ...(told ? {} : { seen: String(seen) }), ...(answer === undefined ? {} : { answer }) };
    });
}

/** The decisions with these answers, by key; an answer that is not among the choices is left out. */
export function answerAsks(asks: Ask[], decisions: Deposit['decisions'], answers: ReadonlyMap<string, string>): Deposit['decisions'] {
  const given = { asks: { ...decisions.asks }, rows: { ...decisions.rows } };
  let sheet = decisions.sheet;
  for (const ask of asks) {
    const answer = answers.get(askKey(ask));
    if (answer === undefined || !ask.choices.includes(answer)) continue;
    const row = asksAboutRow(ask);
    if (ask.code === 'sheet') sheet = answer;
    else if (row !== undefined) given.rows[row] = answer === 'exclude' ? 'exclude' : 'include';
    else given.asks[askKey(ask)] = answer;
  }
  return { ...decisions, ...given, ...(sheet === undefined ? {} : { sheet }) };
}
