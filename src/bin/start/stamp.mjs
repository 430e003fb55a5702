import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * SHA-256 of files and folders, by content and relative path, in an order that does not depend on the disk.
 *
 * @param {string} root
 * @param {string[]} paths relative to `root`; those that do not exist count as absent
 * @param {(path: string) => boolean} [keep] false leaves a path (and what is below it) out
 */
export function hashOf(root, paths, keep = () => true) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const full = join(root, path);
    if (!keep(path) || !existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(`${path}/${name}`);
    } else {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/** Whether the stamp beside a product says that it was made from `hash`. */
export function isFresh(/** @type {string} */ stamp, /** @type {string} */ hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash;
}

/** Writes the stamp; last, so that an interrupted step is done again. */
export function writeStamp(/** @type {string} */ stamp, /** @type {string} */ hash) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${hash}\n`);
}
