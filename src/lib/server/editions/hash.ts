import { createHash } from 'node:crypto';
import type { EditionContent } from '../queries/editions.ts';

/** Members in alphabetical order: the same content gives the same text, however it was put together. */
function ordered(_: string, part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of all that an edition publishes, hexadecimal. */
export function contentHash({ initiatives, waves, tables, texts }: EditionContent): string {
  return createHash('sha256').update(JSON.stringify({ initiatives, waves, tables, texts }, ordered)).digest('hex');
}
