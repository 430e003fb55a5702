import type { EditionSummary } from '../../domain/confidentiality/edition.ts';
import { findInitiative, findSuccessor } from '../queries/publication.ts';

/**
 * The edition to read instead of a withdrawn one: the successor that it names, or the successor's own when that one was
 * withdrawn in its turn; else the newest published. Undefined when none is online.
 *
 * @param editions newest first
 */
export function replacementOf(withdrawn: EditionSummary, editions: readonly EditionSummary[]): EditionSummary | undefined {
  const seen = new Set<string>();
  let next: EditionSummary | undefined = withdrawn;
  while (next?.status === 'withdrawn' && !seen.has(next.version)) {
    seen.add(next.version);
    const { successor }: EditionSummary = next;
    next = editions.find(({ version }) => version === successor);
  }
  return next?.status === 'published' ? next : editions.find(({ status }) => status === 'published');
}

/** Where a page, by its path without language nor edition, is in another edition: an initiative may have another address there, or none. */
export async function pathIn(version: string, path: string): Promise<{ path: string; samePage: boolean }> {
  const [, slug, rest = ''] = /^\/initiatives\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  // The map of streets is a page of its own, not an initiative.
  if (!slug || slug === 'plan' || (await findInitiative(version, slug))) return { path, samePage: true };
  const merged = await findSuccessor(version, slug);
  return merged ? { path: `/initiatives/${merged}${rest}`, samePage: true } : { path: '/', samePage: false };
}
