import { DomainError } from '#lib/domain/errors.ts';
import type { Client } from '@libsql/client';

/** How long a write tries again after finding the file locked by another process or worker, in milliseconds. */
const PATIENCE = 5000;

/** True when the database answered that somebody else holds its lock. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || isBusy(error.cause);
}

/**
 * Runs `attempt` until the lock is free.
 *
 * After `SQLITE_BUSY` the native client leaves the failed statement open: later writes on that connection
 * resolve as done and are never stored (libsql-client-ts#352). So the connections are reopened each time, before
 * anything else is sent. A statement that met BUSY was not applied, so sending it again is safe.
 *
 * @throws DomainError `database_busy` after five seconds
 */
export async function untilFree<T>(client: Client, attempt: () => Promise<T>): Promise<T> {
  const giveUp = Date.now() + PATIENCE;
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      client.reconnect();
      if (Date.now() > giveUp) throw new DomainError('database_busy');
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
