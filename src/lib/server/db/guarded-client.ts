import type { Client, InArgs, InStatement, Replicated, ResultSet, Transaction, TransactionMode } from '@libsql/client';
import { untilFree } from './busy.ts';
import { guardTransaction } from './guarded-transaction.ts';
import { WriteQueue } from './queue.ts';

/** The connections behind a guarded client. They are the same one where a database allows a single connection. */
export type Connections = { reader: Client; writer: Client; afterWrite?: () => Promise<unknown> };

const READS = /^\s*(?:\/\*.*?\*\/\s*)*(?:select|values|explain|pragma\s+\w+\s*(?:\(|;|$)|with)\b/is;
const WRITES = /\b(?:insert|update|delete|replace|create|drop|alter)\b/i;

/** True when the statement cannot change anything. A doubt counts as a write: it only costs a turn in the queue. */
export function isRead(statement: InStatement): boolean {
  const sql = typeof statement === 'string' ? statement : statement.sql;
  return READS.test(sql) && !(/^\s*with\b/i.test(sql) && WRITES.test(sql));
}

/**
 * The only client that the rest of the code may hold: writes and write transactions take turns, reads pass beside,
 * and connections are reopened after `SQLITE_BUSY`. Used bare, libSQL loses writes after a lock error.
 */
export class GuardedClient implements Client {
  readonly #reader: Client;
  readonly #writer: Client;
  readonly #afterWrite: () => Promise<unknown>;
  readonly #queue = new WriteQueue();

  constructor({ reader, writer, afterWrite }: Connections) {
    this.#reader = reader;
    this.#writer = writer;
    this.#afterWrite = afterWrite ?? (async () => undefined);
  }

  /** A single connection serves one caller at a time: there, reads take turns too. */
  get #alone(): boolean {
    return this.#reader === this.#writer;
  }

  async #write<T>(job: () => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const result = await untilFree(this.#writer, job);
      await this.#afterWrite();
      return result;
    });
  }

  execute(statement: InStatement): Promise<ResultSet>;
  execute(sql: string, args?: InArgs): Promise<ResultSet>;
  async execute(statement: InStatement, args?: InArgs): Promise<ResultSet> {
    const stmt = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement;
    if (isRead(stmt) && !this.#alone) return untilFree(this.#reader, () => this.#reader.execute(stmt));
    return this.#write(() => this.#writer.execute(stmt));
  }

  /** Always a write transaction: a deferred one that reads first could meet BUSY half-way. */
  async batch(statements: (InStatement | [string, InArgs?])[], mode?: TransactionMode): Promise<ResultSet[]> {
    if (mode === 'read' && !this.#alone) return untilFree(this.#reader, () => this.#reader.batch(statements, 'read'));
    return this.#write(() => this.#writer.batch(statements, 'write'));
  }

  async migrate(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#write(() => this.#writer.migrate(statements));
  }

  /** Within a transaction write through it only: the same write through the client would wait for itself. */
  async transaction(mode: TransactionMode = 'write'): Promise<Transaction> {
    if (mode === 'read' && !this.#alone) return untilFree(this.#reader, () => this.#reader.transaction('read'));
    const end = await this.#queue.turn();
    try {
      const inner = await untilFree(this.#writer, () => this.#writer.transaction('write'));
      return guardTransaction(inner, this.#writer, async () => {
        try {
          await this.#afterWrite();
        } finally {
          end();
        }
      });
    } catch (error) {
      end();
      throw error;
    }
  }

  async executeMultiple(sql: string): Promise<void> {
    return this.#write(() => this.#writer.executeMultiple(sql));
  }

  async sync(): Promise<Replicated> {
    return this.#reader.sync();
  }

  reconnect(): void {
    this.#writer.reconnect();
    if (!this.#alone) this.#reader.reconnect();
  }

  close(): void {
    this.#writer.close();
    if (!this.#alone) this.#reader.close();
  }

  get closed(): boolean {
    return this.#writer.closed;
  }

  get protocol(): string {
    return this.#writer.protocol;
  }
}
