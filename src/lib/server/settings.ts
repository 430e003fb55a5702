import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Every environment variable that the observatory reads, with its meaning and its default.
 * This module is the only one that may touch `process.env`.
 */
export const VARIABLES = {
  OBSERVATORY_DATA_DIR: { meaning: 'Folder of the databases and of the generated secret', default: 'data/var' },
  WORKSHOP_DATABASE_URL: { meaning: 'Workshop database: file:, libsql:, http(s): or ws(s):', default: 'file:<data dir>/workshop.db' },
  WORKSHOP_DATABASE_TOKEN: { meaning: 'Token of the workshop database when it is remote', default: '' },
  WORKSHOP_DATABASE_SYNC_URL: { meaning: 'Primary of the workshop database when its URL is a file replica', default: '' },
  PUBLICATION_DATABASE_URL: { meaning: 'Publication database: file:, libsql:, http(s): or ws(s):', default: 'file:<data dir>/publication.db' },
  PUBLICATION_DATABASE_TOKEN: { meaning: 'Token of the publication database when it is remote', default: '' },
  PUBLICATION_DATABASE_SYNC_URL: { meaning: 'Primary of the publication database when its URL is a file replica', default: '' },
  DATABASE_SYNC_SECONDS: { meaning: 'How often a file replica asks its primary for news, in seconds', default: '10' },
  HOST: { meaning: 'Address to listen on', default: '127.0.0.1' },
  PORT: { meaning: 'Port to listen on', default: '3000' },
  ORIGIN: { meaning: 'Public address of the site; taken from each request when empty', default: '' },
  ADDRESS_HEADER: { meaning: 'Header in which a trusted proxy writes the visitor’s address (X-Forwarded-For)', default: '' },
  OBSERVATORY_SECRET: { meaning: 'Secret that signs sessions; generated once in the data folder when empty', default: '' },
  UPLOAD_LIMIT_MB: { meaning: 'Largest deposited file, in megabytes', default: '100' },
  READING_MEMORY_MB: { meaning: 'Memory a worker may use to read a deposited file, in megabytes', default: '384' },
  READING_SECONDS: { meaning: 'Time a worker may take to read a deposited file, in seconds', default: '120' },
  LOG_LEVEL: { meaning: 'trace, debug, info, warn, error or silent', default: 'info' }
} as const satisfies Record<string, { meaning: string; default: string }>;

export type Variable = keyof typeof VARIABLES;

/** Where a database is and how to open it. */
export type DatabaseAddress = { url: string; token?: string; syncUrl?: string; syncSeconds: number };

function read(name: Variable): string {
  return process.env[name]?.trim() || VARIABLES[name].default;
}

function positive(name: Variable): number {
  const value = Number(read(name));
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${name} must be a positive number, not "${read(name)}"`);
  return value;
}

function database(name: 'WORKSHOP' | 'PUBLICATION'): DatabaseAddress {
  const url = process.env[`${name}_DATABASE_URL`]?.trim() || `file:${join(settings.dataDir, `${name.toLowerCase()}.db`)}`;
  return {
    url,
    token: read(`${name}_DATABASE_TOKEN`) || undefined,
    syncUrl: read(`${name}_DATABASE_SYNC_URL`) || undefined,
    syncSeconds: positive('DATABASE_SYNC_SECONDS')
  };
}

/** A secret that outlives restarts without anybody having to choose one. */
function storedSecret(): string {
  const file = join(settings.dataDir, 'secret');
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const secret = randomBytes(32).toString('base64url');
    // `wx` refuses to overwrite: of two processes starting together, the second reads the first one's secret.
    try {
      writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
      return secret;
    } catch {
      return readFileSync(file, 'utf8').trim();
    }
  }
}

/** The settings, read when they are asked for, so that a test may set its own folder first. */
export const settings = {
  /** Folder the process was started in: the project's root. */
  get root(): string {
    return process.cwd();
  },
  /** Absolute path. */
  get dataDir(): string {
    return resolve(process.cwd(), read('OBSERVATORY_DATA_DIR'));
  },
  get workshop(): DatabaseAddress {
    return database('WORKSHOP');
  },
  get publication(): DatabaseAddress {
    return database('PUBLICATION');
  },
  get host(): string {
    return read('HOST');
  },
  get port(): number {
    return positive('PORT');
  },
  get origin(): string | undefined {
    return read('ORIGIN') || undefined;
  },
  get addressHeader(): string | undefined {
    return read('ADDRESS_HEADER') || undefined;
  },
  get secret(): string {
    return read('OBSERVATORY_SECRET') || storedSecret();
  },
  /** Bytes. */
  get uploadLimit(): number {
    return positive('UPLOAD_LIMIT_MB') * 1024 * 1024;
  },
  /** Megabytes and milliseconds. */
  get readingLimits(): { memoryMb: number; milliseconds: number } {
    return { memoryMb: positive('READING_MEMORY_MB'), milliseconds: positive('READING_SECONDS') * 1000 };
  },
  get logLevel(): string {
    return read('LOG_LEVEL');
  }
};
