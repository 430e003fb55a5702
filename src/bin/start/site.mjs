import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensurePrograms } from '../programs/compile.mjs';
import { mustRun } from './run.mjs';
import { say } from './say.mjs';
import { hashOf, isFresh, writeStamp } from './stamp.mjs';

const SOURCES = ['src', 'static', 'data/indicators', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Builds the site, and compiles its programs, when their sources changed since the last build. */
export async function ensureSite(/** @type {string} */ root) {
  await buildSite(root);
  // After: building the site empties the folder that both are in.
  await ensurePrograms();
}

async function buildSite(/** @type {string} */ root) {
  const stamp = join(root, 'build/.stamp');
  const hash = hashOf(root, SOURCES, isSource);
  if (existsSync(join(root, 'build/handler.js')) && isFresh(stamp, hash)) return;
  say('Building the site…');
  const vite = join(dirname(createRequire(`${root}/package.json`).resolve('vite/package.json')), 'bin/vite.js');
  await mustRun(process.execPath, [vite, 'build'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  writeStamp(stamp, hash);
}

/** Compiled messages and what their compiler leaves beside its settings are products of the build; the command line is not in it. */
function isSource(/** @type {string} */ path) {
  if (path === 'src/lib/i18n/generated' || path === 'src/bin') return false;
  return !path.startsWith('src/lib/i18n/project.inlang/') || path.endsWith('/settings.json');
}
