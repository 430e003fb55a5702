import type { Client, Transaction } from '@libsql/client';
import { isBusy } from './busy.ts';

/**
 * A transaction that gives its turn back however it ends, and reopens its connection when it met BUSY.
 *
 * @param released called once, after commit, rollback or close
 */
export function guardTransaction(inner: Transaction, client: Client, released: () => Promise<void>): Transaction {
  let over = false;
  let poisoned = false;

  const watch = async <T>(job: () => Promise<T>): Promise<T> => {
    try {
      return await job();
    } catch (error) {
      poisoned ||= isBusy(error);
      throw error;
    }
  };
  const finish = async (): Promise<void> => {
    if (over) return;
    over = true;
    if (poisoned) client.reconnect();
    await released();
  };
  const ending = async (job: () => Promise<void>): Promise<void> => {
    try {
      await watch(job);
    } finally {
      await finish();
    }
  };

  return {
    execute: (statement) => watch(() => inner.execute(statement)),
    batch: (statements) => watch(() => inner.batch(statements)),
    executeMultiple: (sql) => watch(() => inner.executeMultiple(sql)),
    commit: () => ending(() => inner.commit()),
    // Drizzle rolls back after a failed commit, when there is nothing left to roll back.
    rollback: async () => (over ? undefined : ending(() => inner.rollback())),
    close: () => {
      inner.close();
      void finish();
    },
    get closed() {
      return inner.closed;
    }
  };
}
