import type { Codebook, Question } from '../../domain/questionnaire/codebook.ts';
import type { Decisions, MappedQuestion, Reading, SourceQuestion } from '../types.ts';
import type { Bound } from './context.ts';
import type { Collector } from './collector.ts';
import { OptionMatcher } from './option-matcher.ts';

/** The codebook questions that the file answers; reports the columns and the questions that have no counterpart. */
export function bindQuestions(reading: Reading, codebook: Codebook, mapping: MappedQuestion[], decisions: Decisions, collector: Collector): Bound[] {
  const sources = new Map(reading.questions.map((source) => [source.id, source]));
  const bound = new Map<string, Bound>();
  for (const { source: id, question: code, option, reason, confidence } of mapping) {
    const source = sources.get(id)!;
    const question = codebook.questions.find((candidate) => candidate.code === code);
    if (question) {
      const known = bound.get(question.code) ?? { question, parts: [] };
      known.parts.push({ source, ...(option !== undefined ? { option } : {}) });
      bound.set(question.code, known);
      if (reason === 'similar_label') collector.add('mapped_by_likeness', 'acknowledge', { column: source.columns[0]! }, source.label, { question: question.code, label: question.label.fr, confidence: Math.round(confidence * 100) });
    } else if (code === undefined && isFilled(reading, source)) {
      collector.add('unmapped_column', 'blocking', { column: source.columns[0]! }, source.label, { source: id, columns: source.columns.length });
    }
  }
  for (const question of codebook.questions) {
    if (bound.has(question.code)) continue;
    const fallback = metadataSource(reading, question);
    if (fallback) bound.set(question.code, { question, parts: [{ source: fallback }] });
    else reportAbsent(question, decisions, collector);
  }
  for (const each of bound.values()) reportMissingOptions(reading, each, decisions, collector);
  return codebook.questions.flatMap((question) => bound.get(question.code) ?? []);
}

function isFilled(reading: Reading, source: SourceQuestion): boolean {
  if (source.answered > 0 || source.otherTexts.length > 0) return true;
  return reading.responseRows.some((row) => source.columns.some((column) => reading.grid.rows.cell(row, column).trim() !== ''));
}

function reportAbsent(question: Question, decisions: Decisions, collector: Collector): void {
  if (decisions.asks?.[`missing_question@${question.code}`] !== undefined && !question.required) {
    collector.add('question_not_in_file', 'information', {}, undefined, { question: question.code, label: question.label.fr });
    return;
  }
  collector.add(question.required ? 'missing_required_question' : 'missing_question', 'blocking', {}, undefined, { question: question.code, label: question.label.fr, key: `missing_question@${question.code}` });
}

/** The tool asks for the e-mail or the name itself: its column answers the identifying question. */
function metadataSource(reading: Reading, question: Question): SourceQuestion | undefined {
  if (question.level !== 'identifying') return undefined;
  const wanted = /mail/.test(question.code) ? 'email' : undefined;
  const column = reading.columns.find((each) => each.role === 'metadata' && each.metadata === wanted);
  if (!column || wanted === undefined) return undefined;
  return { id: `metadata ${column.index}`, label: column.headers.at(-1) ?? '', type: 'text', columns: [column.index], options: [], answered: 0, notAsked: 0, blank: 0, otherTexts: [], layout: 'column', items: [{ column: column.index, label: '' }] };
}

/** Tools that write a column for every option: a missing one was deleted, or the file is of another version. */
const COMPLETE = new Set(['LimeSurvey', 'Framaforms', 'Qualtrics', 'Typeform']);

function reportMissingOptions(reading: Reading, { question, parts }: Bound, decisions: Decisions, collector: Collector): void {
  if (!COMPLETE.has(reading.tool.name) && question.type !== 'numbers') return;
  const { layout } = parts[0]!.source;
  if (layout !== 'indicators' && layout !== 'labels' && layout !== 'rows') return;
  const matcher = new OptionMatcher(question.options ?? []);
  const decided = decisions.options?.[question.code] ?? {};
  const choice = new Map(Object.entries(decided));
  const found = new Set(parts.flatMap(({ source, option }) => source.items.map((item) => option ?? choice.get(item.code ?? item.label) ?? choice.get(item.label) ?? matcher.findItem(item)?.code)));
  const hasOther = parts.some(({ source }) => (source.otherColumns ?? []).length > 0);
  for (const option of question.options ?? []) {
    if (found.has(option.code) || (option.other && hasOther)) continue;
    const key = `missing_option_column@${question.code}#${option.code}`;
    if (decisions.asks?.[key] !== undefined) continue;
    collector.add('missing_option_column', 'blocking', { column: parts[0]!.source.columns[0]! }, undefined, { question: question.code, option: option.code, label: option.label.fr, key });
  }
}
