import type { Codebook, Question } from '../../domain/questionnaire/codebook.ts';
import { fold } from '../values/fold.ts';
import type { Decisions, MappedQuestion, Reading, SourceQuestion } from '../types.ts';
import { closeness } from './closeness.ts';
import { OptionMatcher } from './option-matcher.ts';

type Proposal = { source: SourceQuestion; question: Question; option?: string; confidence: number; reason: MappedQuestion['reason'] };

/** Below, a likeness is not worth proposing. */
const WORTH_PROPOSING = 0.55;

/**
 * Which codebook question each source question answers, best proposals first, one source for one question; several sources may be the
 * items of one multiple number or choice. Decisions come before everything.
 */
export function mapQuestions(reading: Reading, codebook: Codebook, decisions: Decisions): MappedQuestion[] {
  const mapped = new Map<string, MappedQuestion>();
  const taken = new Set<string>();
  const partly = new Set<string>();
  for (const source of reading.questions) {
    if (!decisions.questions || !Object.hasOwn(decisions.questions, source.id)) continue;
    const decided = decisions.questions[source.id]!;
    const [code, option] = decided.split('#');
    if (decided !== 'ignore' && !codebook.questions.some((question) => question.code === code)) continue;
    mapped.set(source.id, { ...entry(source, code!, 1, 'decision'), ...(option !== undefined ? { option } : {}) });
    if (option === undefined) taken.add(code!);
    else partly.add(`${code}#${option}`);
  }
  const settle = (proposals: Proposal[]) => {
    for (const { source, question, option, confidence, reason } of proposals.sort((a, b) => b.confidence - a.confidence)) {
      if (mapped.has(source.id) || taken.has(question.code)) continue;
      if (option === undefined ? [...partly].some((key) => key.startsWith(`${question.code}#`)) : partly.has(`${question.code}#${option}`)) continue;
      mapped.set(source.id, { ...entry(source, question.code, confidence, reason), ...(option !== undefined ? { option } : {}) });
      if (option === undefined) taken.add(question.code);
      else partly.add(`${question.code}#${option}`);
    }
  };
  const whole = proposeWhole(reading, codebook);
  settle(whole.filter(({ confidence }) => confidence >= 0.85));
  settle(proposeItems(reading, codebook).filter(({ confidence }) => confidence >= 0.85));
  settle(whole);
  settle(proposeItems(reading, codebook));
  return reading.questions.map((source) => mapped.get(source.id) ?? { source: source.id, question: undefined, columns: source.columns, confidence: 0, reason: 'none' });
}

function entry(source: SourceQuestion, question: string, confidence: number, reason: MappedQuestion['reason']): MappedQuestion {
  return { source: source.id, question, columns: source.columns, confidence: Number(confidence.toFixed(3)), reason };
}

function proposeWhole(reading: Reading, codebook: Codebook): Proposal[] {
  const found: Proposal[] = [];
  for (const source of reading.questions) {
    for (const question of codebook.questions) {
      const { confidence, reason } = likeness(source, question);
      const fitting = reason === 'similar_label' ? confidence * fit(source, question) : confidence;
      if (fitting >= WORTH_PROPOSING) found.push({ source, question, confidence: fitting, reason });
    }
  }
  return found;
}

function likeness(source: SourceQuestion, question: Question): { confidence: number; reason: MappedQuestion['reason'] } {
  const codes = source.code === undefined ? [] : [source.code, source.id].map((code) => fold(lastStep(code)!));
  if ([question.toolCode, question.code].some((name) => name !== undefined && codes.includes(fold(lastStep(name)!)))) return { confidence: 1, reason: 'tool_code' };
  const label = fold(source.label);
  if (label !== '' && [question.label.fr, question.label.en].some((text) => fold(text) === label)) return { confidence: 0.98, reason: 'same_label' };
  const aliases = [...(question.aliases ?? []), question.code, ...(question.toolCode ? [question.toolCode] : [])];
  if (label !== '' && aliases.some((alias) => fold(alias) === label)) return { confidence: 0.95, reason: 'alias' };
  const cut = /(?:\.\.|…)\s*$/.test(source.label) && label.length >= 8;
  if (cut && [question.label.fr, question.label.en].some((text) => fold(text).startsWith(label))) return { confidence: 0.85, reason: 'same_label' };
  const best = Math.max(...[question.label.fr, question.label.en, ...(question.aliases ?? [])].map((text) => closeness(source.label, text)));
  return { confidence: Math.min(0.84, Math.max(best * 0.9, sharedOptions(source, question))), reason: 'similar_label' };
}

/** Some tools lose the text of a question and keep its options: most of them in common is worth a likeness of 0.8. */
function sharedOptions(source: SourceQuestion, question: Question): number {
  const labels = source.layout === 'joined' || source.layout === 'positional' ? source.options : source.layout === 'column' ? [] : source.items;
  if (labels.length < 2 || !question.options) return 0;
  const matcher = new OptionMatcher(question.options);
  const share = labels.filter(({ label }) => matcher.findItem({ label })).length / labels.length;
  return share >= 0.6 ? 0.8 * share : 0;
}

/** Names of nested groups come first (`g1/q2`, `g1-q2`). */
function lastStep(code: string | undefined): string | undefined {
  return code?.split(/\/|::/).at(-1);
}

/** A likeness of words counts less when the kinds of answers differ. */
function fit(source: SourceQuestion, question: Question): number {
  const many = (type: string) => type === 'numbers' || type === 'grid' || type === 'multiple';
  if (source.answered === 0 || source.type === 'text') return many(source.type) !== many(question.type) && question.type !== 'multiple' ? 0.9 : 1;
  if (source.type === question.type) return 1.05;
  if (source.type === 'number' && question.type === 'numbers') return 0.5;
  if (source.type === 'date' || question.type === 'date') return 0.6;
  return 0.85;
}

/** Lone columns that are one item of a question of several columns. */
function proposeItems(reading: Reading, codebook: Codebook): Proposal[] {
  const found: Proposal[] = [];
  for (const question of codebook.questions) {
    if (question.type !== 'numbers' && question.type !== 'multiple' && question.type !== 'grid') continue;
    const matcher = new OptionMatcher(question.options ?? []);
    for (const source of reading.questions) {
      if (source.layout !== 'column' || (question.type === 'numbers' && source.type !== 'number' && source.answered > 0)) continue;
      const exact = matcher.findItem({ label: source.label });
      if (exact) found.push({ source, question, option: exact.code, confidence: 0.9, reason: 'same_label' });
      else {
        for (const option of question.options ?? []) {
          const best = Math.max(...[option.label.fr, ...(option.aliases ?? [])].map((text) => closeness(source.label, text)));
          if (best * 0.85 >= WORTH_PROPOSING) found.push({ source, question, option: option.code, confidence: best * 0.85, reason: 'similar_label' });
        }
      }
    }
  }
  return found;
}
