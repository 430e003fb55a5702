import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledPath, ROOT } from './compiled.mjs';

/**
 * Runs a program written in TypeScript: as it was compiled with the site when its sources are still the same, and from its
 * sources otherwise. Node 20 does not strip types, and a worker does not inherit a loader.
 *
 * @param {string} source path from the root, as `src/bin/ingest.ts`
 */
export async function loadProgram(source) {
  const compiled = compiledPath(source);
  if (!compiled) (await import('tsx/esm/api')).register();
  await import(pathToFileURL(compiled ?? join(ROOT, source)).href);
}
