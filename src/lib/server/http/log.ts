import { pino, stdSerializers, type SerializedError } from 'pino';
import { settings } from '../settings.ts';

/** A failed query repeats its parameters, which may be an answer, an address or a key: the log keeps the query only. */
function withoutParameters(text: string): string {
  return text.replace(/params: [\s\S]*?(?=\n {4}at |$)/g, 'params: …');
}

function withoutSecrets(failure: Error): SerializedError {
  const { type, message, stack } = stdSerializers.err(failure);
  // Why the database refused: its own words name tables and columns, no value.
  const cause = failure.cause instanceof Error ? { cause: failure.cause.message } : {};
  return { type, message: withoutParameters(message), stack: withoutParameters(stack), ...cause } as SerializedError;
}

/** The application's log, one JSON object a line on the error output: what is served stays on its own. */
export const log = pino({ level: settings.logLevel, serializers: { err: withoutSecrets } }, pino.destination(2));
