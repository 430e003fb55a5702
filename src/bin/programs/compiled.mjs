import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
/** Where programs are compiled to: beside the site, and gone with it when it is built anew. */
export const FOLDER = 'build/programs';
/** Says which sources were compiled, and what they held. Written last. */
export const MANIFEST = `${FOLDER}/manifest.json`;

/** SHA-256 of sources, by path and content; undefined when one of them is not there. @param {string[]} sources paths from the root */
export function hashOfSources(sources, root = ROOT) {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) return undefined;
    hash.update(`${source}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * The compiled form of a program; undefined when there is none, or when any source that it was made from is another by now.
 *
 * @param {string} source path from the root, as `src/bin/ingest.ts`
 * @returns {string | undefined} absolute path
 */
export function compiledPath(source, root = ROOT) {
  /** @type {{ hash: string, sources: string[], programs: Record<string, string> }} */
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(join(root, MANIFEST), 'utf8'));
  } catch {
    return undefined;
  }
  const file = manifest.programs[source];
  return file && hashOfSources(manifest.sources, root) === manifest.hash ? join(root, FOLDER, file) : undefined;
}
