import { DomainError, type FailureCode } from '#lib/domain/errors.ts';
import { ReadingRefusal, type RefusalCode } from '#lib/reading/refusal.ts';

/** A failure as it crosses from a worker: classes do not survive the crossing. */
export type CarriedFailure = { name: string; message: string; stack?: string; code?: string; details?: Record<string, string | number> };

/** Packs an error to be sent to another thread. */
export function carry(error: unknown): CarriedFailure {
  if (error instanceof DomainError || error instanceof ReadingRefusal) {
    return { name: error.name, message: error.message, code: error.code, details: error.details };
  }
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack };
  return { name: 'Error', message: String(error) };
}

/** The error again, of its class. */
export function uncarry({ name, message, stack, code, details }: CarriedFailure): Error {
  if (name === 'DomainError') return new DomainError(code as FailureCode, details);
  if (name === 'ReadingRefusal') return new ReadingRefusal(code as RefusalCode, details);
  const error = new Error(message);
  error.name = name;
  if (stack) error.stack = stack;
  return error;
}
