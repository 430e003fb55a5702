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

export type StoredAnswers = Record<string, StoredAnswer>;

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

/** The answers of one response, to be stored. */
export function encodeAnswers(answers: Record<string, Answer>): StoredAnswers {
  const stored: StoredAnswers = {};
  for (const code in answers) stored[code] = encode(answers[code]!);
  return stored;
}

/** Distinct answers of one question remembered with their text. */
const REMEMBERED = 2000;

/** Writes the answers of many responses as JSON: what was written once is not written again. */
export function answerWriter(): (answers: Record<string, Answer>) => string {
  const questions = new Map<string, { name: string; texts: Map<Answer, string> }>();
  const begin = (code: string): { name: string; texts: Map<Answer, string> } => {
    const question = { name: `${JSON.stringify(code)}:`, texts: new Map<Answer, string>() };
    questions.set(code, question);
    return question;
  };
  return (answers) => {
    const parts: string[] = [];
    for (const code in answers) {
      const answer = answers[code]!;
      const { name, texts } = questions.get(code) ?? begin(code);
      let text = texts.get(answer);
      if (text === undefined) {
        text = name + JSON.stringify(encode(answer));
        if (texts.size < REMEMBERED) texts.set(answer, text);
      }
      parts.push(text);
    }
    return `{${parts.join(',')}}`;
  };
}

/** The same answers again. */
export function decodeAnswers(stored: StoredAnswers): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const code in stored) answers[code] = decode(stored[code]!);
  return answers;
}
