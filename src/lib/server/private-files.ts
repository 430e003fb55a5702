import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { settings } from './settings.ts';

/** What is deposited holds answers and addresses: nobody but the account that runs the observatory may read it. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** Makes a folder that only this account may open. The data folder is closed even when it was there before; another one keeps the rights it was given. */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER });
  if (path === settings.dataDir) restrict(path, PRIVATE_FOLDER);
}

/**
 * Makes a file that only this account may read, or closes the one that is there. SQLite gives its journals the rights of the database.
 *
 * A file that is there is never opened: closing it again would release the locks that this process holds on it as a database, and
 * another process would take its journal away.
 */
export function privateFile(path: string): void {
  if (!existsSync(path)) makeFile(path);
  closeToOthers(path);
}

function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', PRIVATE_FILE));
  } catch (failure) {
    // Another process made it meanwhile.
    if (!(failure instanceof Error && 'code' in failure && failure.code === 'EEXIST')) throw failure;
  }
}

/** Closes a database file and what stands beside it, those that are there. */
export function closeToOthers(path: string): void {
  for (const each of [path, `${path}-wal`, `${path}-shm`, `${path}-info`]) if (existsSync(each)) restrict(each, PRIVATE_FILE);
}

function restrict(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch (failure) {
    // A folder that another account owns (a mounted volume) keeps its rights; everything else must be closed.
    if (!(failure instanceof Error && 'code' in failure && (failure.code === 'EPERM' || failure.code === 'EROFS' || failure.code === 'ENOTSUP'))) throw failure;
  }
}
