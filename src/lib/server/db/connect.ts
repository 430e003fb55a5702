import { createClient, type Client } from '@libsql/client';
import { dirname } from 'node:path';
import { closeToOthers, privateFile, privateFolder } from '../private-files.ts';
import type { DatabaseAddress } from '../settings.ts';
import { GuardedClient } from './guarded-client.ts';

/**
 * Busy timeout of the native library, in milliseconds. For reads it is the full patience; for writes it is short,
 * because the native wait stops the event loop, and `untilFree` waits the rest without stopping it.
 */
const READ_TIMEOUT = 5000;
const WRITE_TIMEOUT = 50;

/** True when the database lives in this process only. */
function inMemory(url: string): boolean {
  return url === ':memory:' || url.startsWith('file::memory:');
}

/** Makes room for a database file; only the account that runs the observatory may open it. */
function makePlace(url: string, { replica = false } = {}): void {
  const path = url.replace(/^file:/, '').replace(/\?.*$/, '');
  privateFolder(dirname(path));
  // A replica refuses a file that it did not make itself.
  if (replica) closeToOthers(path);
  else privateFile(path);
}

/** Opens a database: a file, memory, a remote server, or a file replica of a remote server. Nothing is sent yet. */
export function openClient(address: DatabaseAddress): GuardedClient {
  const { url, token, syncUrl, syncSeconds } = address;
  if (syncUrl) {
    // Writes go straight to the primary; reads come from the file, which asks for the news after each write.
    makePlace(url, { replica: true });
    const writer = createClient({ url: syncUrl, authToken: token });
    const reader = createClient({ url, syncUrl, authToken: token, syncInterval: syncSeconds });
    return new GuardedClient({ reader, writer, afterWrite: () => reader.sync() });
  }
  if (inMemory(url)) {
    const only = createClient({ url, timeout: READ_TIMEOUT });
    return new GuardedClient({ reader: only, writer: only });
  }
  if (!url.startsWith('file:')) {
    // Two clients tell the guard that a server answers reads beside a transaction.
    const open = (): Client => createClient({ url, authToken: token });
    return new GuardedClient({ reader: open(), writer: open() });
  }
  makePlace(url);
  const writer = createClient({ url, timeout: WRITE_TIMEOUT, concurrency: 1 });
  const reader = createClient({ url, timeout: READ_TIMEOUT });
  return new GuardedClient({ reader, writer });
}

/**
 * What a database needs once per start: write-ahead logging for a file (it stays in the file: readers do not wait
 * for the writer, nor the writer for readers), the primary's content for a replica.
 */
export async function prepareClient(client: GuardedClient, address: DatabaseAddress): Promise<void> {
  if (address.syncUrl) await client.sync();
  else if (address.url.startsWith('file:') && !inMemory(address.url)) await client.execute('pragma journal_mode = wal');
}
