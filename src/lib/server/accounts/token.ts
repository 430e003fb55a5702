import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a one-time link: 256 bits, safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it: SHA-256, hexadecimal. A random secret needs no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
