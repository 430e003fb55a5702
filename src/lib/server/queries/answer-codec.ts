import type { MissingReason } from '#lib/domain/missing.ts';
import type { Answer } from '#lib/domain/waves/response.ts';

/**
 * An answer as the database keeps it, a third of its size in memory: a bare number, the reason of a missing value, or a
 * letter for the type with the value (and the text of "other").
 */
export type StoredAnswer =
  | number
  | MissingReason
  | ['s', string, string?]
  | ['m', string[], string?]
  | ['n' | 'g', Record<string, string | number>]
  | ['d' | 't', string];

/**
 * The answers of one response: by question, or in the order of the questions of the deposit's key, each as its number there, within
 * brackets when it has none, null when the question was not asked.
 */
export type StoredAnswers = Record<string, StoredAnswer> | (number | [StoredAnswer] | null)[];

/** The questions of a deposit, with the answers that its responses give by their number. */
export type AnswerKey = { question: string; answers: StoredAnswer[] }[];

function encode(answer: Answer): StoredAnswer {
  if (answer.state !== 'answered') return answer.state;
  switch (answer.type) {
    case 'number':
      return answer.number;
    case 'single':
      return answer.other === undefined ? ['s', answer.option] : ['s', answer.option, answer.other];
    case 'multiple':
      return answer.other === undefined ? ['m', answer.options] : ['m', answer.options, answer.other];
    case 'numbers':
      return ['n', answer.numbers];
    case 'grid':
      return ['g', answer.rows];
    case 'date':
      return ['d', answer.date];
    case 'text':
      return ['t', answer.text];
  }
}

function decode(stored: StoredAnswer): Answer {
  if (typeof stored === 'number') return { state: 'answered', type: 'number', number: stored };
  if (typeof stored === 'string') return { state: stored };
  const [letter, value, other] = stored;
  const also = other === undefined ? {} : { other };
  switch (letter) {
    case 's':
      return { state: 'answered', type: 'single', option: value, ...also };
    case 'm':
      return { state: 'answered', type: 'multiple', options: value, ...also };
    case 'n':
      return { state: 'answered', type: 'numbers', numbers: value as Record<string, number> };
    case 'g':
      return { state: 'answered', type: 'grid', rows: value as Record<string, string> };
    case 'd':
      return { state: 'answered', type: 'date', date: value };
    case 't':
      return { state: 'answered', type: 'text', text: value };
  }
}

/** Distinct answers of one question that are numbered; what comes after stands where it was given. */
const NUMBERED = 2000;

/**
 * Writes the answers of many responses: each of those that repeat once, in the key, and its number in every response that gave it. Free
 * texts and other answers that hardly repeat stand in the response, within brackets.
 */
export class AnswerWriter {
  private readonly questions: Keyed[] = [];
  private readonly known = new Set<string>();

  /** One response, as JSON. */
  write(answers: Record<string, Answer>): string {
    for (const code in answers) {
      if (this.known.has(code)) continue;
      this.known.add(code);
      this.questions.push({ code, answers: [], byText: new Map(), byAnswer: new Map() });
    }
    let written = '[';
    for (const question of this.questions) {
      const answer = answers[question.code];
      if (written.length > 1) written += ',';
      written += answer === undefined ? 'null' : (question.byAnswer.get(answer) ?? add(question, answer));
    }
    return `${written}]`;
  }

  /** What the numbers stand for; complete once every response is written. */
  get key(): AnswerKey {
    return this.questions.map(({ code, answers }) => ({ question: code, answers }));
  }
}

/** Numbers are kept as the text that is written. */
type Keyed = { code: string; answers: StoredAnswer[]; byText: Map<string, string>; byAnswer: Map<Answer, string> };

/** The number of an answer, a new one while there are not too many, else the answer itself. */
function add({ answers, byText, byAnswer }: Keyed, answer: Answer): string {
  const stored = encode(answer);
  const text = JSON.stringify(stored);
  if (!repeats(answer)) return `[${text}]`;
  let number = byText.get(text);
  if (number === undefined && answers.length < NUMBERED) {
    number = String(answers.push(stored) - 1);
    byText.set(text, number);
  }
  if (number !== undefined && byAnswer.size < NUMBERED) byAnswer.set(answer, number);
  return number ?? `[${text}]`;
}

function repeats(answer: Answer): boolean {
  if (answer.state !== 'answered' || answer.type === 'number' || answer.type === 'date') return true;
  return (answer.type === 'single' || answer.type === 'multiple') && answer.other === undefined;
}

/** Reads the answers of many responses of one deposit; those that repeat are one frozen object. */
export class AnswerReader {
  private readonly questions: { code: string; answers: Answer[] }[];

  constructor(key: AnswerKey = []) {
    this.questions = key.map(({ question, answers }) => ({ code: question, answers: answers.map((stored) => Object.freeze(decode(stored))) }));
  }

  read(stored: StoredAnswers): Record<string, Answer> {
    const answers: Record<string, Answer> = {};
    if (Array.isArray(stored)) {
      for (const [at, given] of stored.entries()) {
        const question = this.questions[at];
        const answer = typeof given === 'number' ? question?.answers[given] : given === null ? undefined : decode(given[0]);
        if (question && answer) answers[question.code] = answer;
      }
    } else for (const code in stored) answers[code] = decode(stored[code]!);
    return answers;
  }
}
