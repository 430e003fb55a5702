import type { Answer } from '#lib/domain/waves/response.ts';
import type { Synthetic } from './synthetic.ts';

/** What an invented caisse answers to one wave, question code by question code. */
export type InventedResponse = { initiative: Synthetic; answers: Record<string, Answer> };

export const NO_ANSWER: Answer = { state: 'no_answer' };
export const NOT_ASKED: Answer = { state: 'not_asked' };

export function single(option: string | undefined): Answer {
  return option === undefined ? NO_ANSWER : { state: 'answered', type: 'single', option };
}

export function multiple(options: string[], other?: string): Answer {
  return { state: 'answered', type: 'multiple', options, ...(other === undefined ? {} : { other }) };
}

export function number(value: number | undefined): Answer {
  return value === undefined ? NO_ANSWER : { state: 'answered', type: 'number', number: value };
}

export function numbers(values: Record<string, number> | undefined): Answer {
  return values === undefined ? NO_ANSWER : { state: 'answered', type: 'numbers', numbers: values };
}

export function text(value: string | undefined): Answer {
  return value === undefined ? NO_ANSWER : { state: 'answered', type: 'text', text: value };
}

/** Address at a domain that nobody can register (`.example` is reserved). */
export function contactEmail(each: Synthetic): string {
  return `contact@caisse${String(each.number).padStart(3, '0')}.example`;
}
