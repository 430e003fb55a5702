import { summaryResidue } from '../questions/summary-residue.ts';
import { readTick } from '../values/booleans.ts';
import { isOtherWord } from '../values/other-words.ts';
import { MISSING_REASONS, type MissingReason } from '../../domain/missing.ts';
import type { Question } from '../../domain/questionnaire/codebook.ts';
import type { Answer } from '../../domain/waves/response.ts';
import { isBlank } from '../values/blank.ts';
import { isNotAskedWord } from '../values/not-asked.ts';
import type { Conventions, Decisions, Reading, SourceQuestion } from '../types.ts';
import type { Collector } from './collector.ts';
import type { OptionMatcher } from './option-matcher.ts';

/** A codebook question with the columns that answer it: one source, or one source per item. */
export type Bound = { question: Question; parts: { source: SourceQuestion; option?: string }[] };

/** What every reader of answers needs. */
export type Context = {
  reading: Reading;
  bound: Bound;
  question: Question;
  matcher: OptionMatcher;
  conventions: Conventions;
  decisions: Decisions;
  collector: Collector;
  /** Text of a cell, corrections included. */
  text: (row: number, column: number) => string;
  /** Decision on a text of this question: an option code, `other`, or a reason. */
  decided: (text: string) => string | undefined;
  /** Choice made for an ask about a column. */
  choice: (ask: string, column: number) => string | undefined;
};

/** Reads one response's answer, reporting what is wrong with it. */
export type AnswerReader = (row: number) => Answer;

const SHARED = new Map<MissingReason, Answer>(MISSING_REASONS.map((state) => [state, Object.freeze({ state })]));

/** The missing answer of a reason; one shared frozen object each. */
export function missing(state: MissingReason): Answer {
  return SHARED.get(state)!;
}

/** Whether a text is one of the words of the tool for "not shown". */
export function isNotAsked(context: Context, text: string): boolean {
  return isNotAskedWord(context.conventions, text);
}

/** A decision that names a reason for a missing value. */
export function decidedReason(context: Context, text: string): MissingReason | undefined {
  const decided = context.decided(text);
  return MISSING_REASONS.find((reason) => reason === decided);
}

/** Free texts standing beside a question's answer ("Autre, précisez"), joined; undefined when there is none. */
export function otherText(context: Context, row: number): string | undefined {
  const texts: string[] = [];
  for (const { source } of context.bound.parts) {
    for (const column of source.otherColumns ?? []) {
      const text = context.text(row, column);
      if (!isBlank(text) && !isNotAsked(context, text)) texts.push(text.trim());
    }
  }
  const summed = typedInSummary(context, row);
  if (summed !== undefined) texts.push(summed);
  return texts.length > 0 ? texts.join(' ; ') : undefined;
}

/** The text that only the summary of a split choice holds, when its option "other" is ticked. */
function typedInSummary(context: Context, row: number): string | undefined {
  const source = context.bound.parts.find(({ source: each }) => each.otherInSummary && each.summaryColumn !== undefined)?.source;
  const other = source?.items.find((item) => isOtherWord(item.label));
  if (!source || !other || readTick(context.text(row, other.column)) !== true) return undefined;
  return summaryResidue(context.text(row, source.summaryColumn!), source.items.map(({ label }) => label));
}

/** Remembers what a text means, since texts repeat from row to row. */
export function memo<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size < 20_000) known.set(text, value);
    return value;
  };
}
