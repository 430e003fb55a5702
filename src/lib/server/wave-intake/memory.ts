import { MISSING_REASONS } from '#lib/domain/missing.ts';
import { identifierKey } from '#lib/domain/census/matching/index-census.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { askKey } from '#lib/reading/apply/collector.ts';
import type { Decisions, Interpretation, MappedQuestion, Reading } from '#lib/reading/types.ts';
import { fold } from '#lib/reading/values/fold.ts';
import type { Remembered } from '../queries/intake.ts';

/** A decision taken over from an earlier deposit, with where it comes from. `key` is that of the decision in its section. */
export type TakenOver = { section: 'questions' | 'options' | 'asks' | 'matches'; key: string; value: string; wave: string; at: string };

type Read = Pick<Reading, 'tool' | 'questions' | 'columns' | 'asks'>;
type Identities = { row: number; identity: Interpretation['responses'][number]['identity'] }[];

const askMemory = (code: string, header: string): string => `${code}@${fold(header)}`;

/** Under what a respondent is remembered, the surest first. */
function respondentKeys({ email, name }: Identities[number]['identity']): string[] {
  return [...(email ? [identifierKey('email', email)] : []), ...(name ? [identifierKey('name', name)] : [])];
}

/** Columns have no lasting number: an ask is remembered under the heading of its column. */
function headerOf(reading: Read, column: number | undefined): string | undefined {
  const header = reading.columns.find(({ index }) => index === column)?.headers.findLast((text) => text.trim() !== '');
  return header && fold(header) !== '' ? header : undefined;
}

/** What is remembered, by tool first: another tool's decision is used when the same one has none. */
class Memory {
  private readonly own = new Map<string, Remembered>();
  private readonly others = new Map<string, Remembered>();

  constructor(remembered: Remembered[], tool: string) {
    for (const row of remembered) {
      const map = row.tool === tool ? this.own : this.others;
      const key = `${row.kind} ${row.key}`;
      if (!map.has(key)) map.set(key, row);
    }
  }

  find(kind: Remembered['kind'], keys: string[]): Remembered | undefined {
    for (const map of [this.own, this.others]) for (const key of keys) if (map.has(`${kind} ${key}`)) return map.get(`${kind} ${key}`);
    return undefined;
  }

  all(kind: Remembered['kind']): Remembered[] {
    const known = new Map([...this.others, ...this.own]);
    return [...known.values()].filter((row) => row.kind === kind);
  }
}

/** Whether a remembered answer still means something to this questionnaire. */
function holds(codebook: Codebook, value: string): boolean {
  const [code, option] = value.split('#');
  if (value === 'ignore') return true;
  const question = codebook.questions.find((candidate) => candidate.code === code);
  return question !== undefined && (option === undefined || (question.options ?? []).some((each) => each.code === option));
}

function optionHolds(codebook: Codebook, question: string, value: string): boolean {
  const definition = codebook.questions.find(({ code }) => code === question);
  if (!definition) return false;
  if (value === 'other' || value === 'ignore' || (MISSING_REASONS as readonly string[]).includes(value)) return true;
  return [...(definition.options ?? []), ...(definition.scale ?? [])].some(({ code }) => code === value);
}

/**
 * Completes the decisions about a file by what was decided of earlier ones, newest first, those of the same survey tool
 * before the others. What was decided of this file always stands.
 *
 * @returns the decisions to apply, and each one taken over with its wave and date
 */
export function completeFromMemory(reading: Read, codebook: Codebook, decisions: Decisions, remembered: Remembered[]): { decisions: Decisions; taken: TakenOver[] } {
  const memory = new Memory(remembered, reading.tool.name);
  const taken: TakenOver[] = [];
  const questions = { ...decisions.questions };
  const given = new Set(Object.values(questions));
  for (const source of reading.questions) {
    if (Object.hasOwn(questions, source.id)) continue;
    const found = memory.find('question', [source.id, source.label].map(fold).filter(Boolean));
    // One question for one column: two headings of other files may have stood for the same one.
    if (!found || !holds(codebook, found.value) || (found.value !== 'ignore' && given.has(found.value))) continue;
    questions[source.id] = found.value;
    given.add(found.value);
    taken.push({ section: 'questions', key: source.id, value: found.value, wave: found.wave, at: found.at });
  }

  const options = structuredClone(decisions.options ?? {});
  for (const { key, value, wave, at } of memory.all('option')) {
    const [question = '', seen = ''] = JSON.parse(key) as string[];
    if (options[question]?.[seen] !== undefined || !optionHolds(codebook, question, value)) continue;
    (options[question] ??= {})[seen] = value;
    taken.push({ section: 'options', key, value, wave, at });
  }

  const asks = { ...decisions.asks };
  for (const ask of reading.asks) {
    const header = ask.where.header ?? headerOf(reading, ask.where.column);
    if (header === undefined || ask.where.row !== undefined || asks[askKey(ask)] !== undefined) continue;
    const found = memory.find('ask', [askMemory(ask.code, header)]);
    if (!found || !ask.choices.includes(found.value)) continue;
    asks[askKey(ask)] = found.value;
    taken.push({ section: 'asks', key: askKey(ask), value: found.value, wave: found.wave, at: found.at });
  }
  return { decisions: { ...decisions, questions, options, asks }, taken };
}

/** Respondents that were declared outside the frame before, and are not decided yet. */
export function completeMatches(tool: string, respondents: Identities, decided: Decisions['matches'] = {}, remembered: Remembered[]): { matches: Record<number, string>; taken: TakenOver[] } {
  const memory = new Memory(remembered.filter(({ kind }) => kind === 'match'), tool);
  const matches = { ...decided };
  const taken: TakenOver[] = [];
  for (const { row, identity } of respondents) {
    if (matches[row] !== undefined) continue;
    const found = memory.find('match', respondentKeys(identity));
    if (!found) continue;
    matches[row] = found.value;
    taken.push({ section: 'matches', key: String(row), value: found.value, wave: found.wave, at: found.at });
  }
  return { matches, taken };
}

export type Lesson = { reading: Read; mapping: MappedQuestion[]; decisions: Decisions; respondents: Identities; wave: string; at: string; actor: string };

/**
 * What a committed deposit teaches: columns attached, ignored or confirmed by an editor, answers written otherwise, how
 * columns are to be read, respondents outside the frame. Corrections and rows are of one file only.
 */
export function lessons({ reading, mapping, decisions, respondents, wave, at, actor }: Lesson): Remembered[] {
  const rows = new Map<string, Remembered>();
  const learn = (kind: Remembered['kind'], key: string, value: string): void => void rows.set(`${kind} ${key}`, { tool: reading.tool.name, kind, key, value, wave, at, actor });
  const sources = new Map(reading.questions.map((source) => [source.id, source]));
  for (const { source: id, question, option, reason } of mapping) {
    if (question === undefined || (reason !== 'decision' && reason !== 'similar_label')) continue;
    const value = option === undefined ? question : `${question}#${option}`;
    for (const key of new Set([id, sources.get(id)?.label ?? ''].map(fold))) if (key !== '') learn('question', key, value);
  }
  for (const [question, texts] of Object.entries(decisions.options ?? {})) for (const [seen, option] of Object.entries(texts)) learn('option', JSON.stringify([question, seen]), option);
  for (const ask of reading.asks) {
    const choice = decisions.asks?.[askKey(ask)];
    const header = ask.where.header ?? headerOf(reading, ask.where.column);
    if (choice !== undefined && header !== undefined && ask.where.row === undefined) learn('ask', askMemory(ask.code, header), choice);
  }
  for (const { row, identity } of respondents) if (decisions.matches?.[row] === 'not_in_frame') for (const key of respondentKeys(identity)) learn('match', key, 'not_in_frame');
  return [...rows.values()];
}
