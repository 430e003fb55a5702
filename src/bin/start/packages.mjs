import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './run.mjs';
import { say } from './say.mjs';
import { hashOf, isFresh, writeStamp } from './stamp.mjs';

/** Installs the packages of the lockfile, when it changed or when nothing is installed. */
export async function ensurePackages(/** @type {string} */ root) {
  const stamp = join(root, 'node_modules/.observatory-packages');
  const hash = hashOf(root, ['package-lock.json']);
  if (existsSync(join(root, 'node_modules/.bin')) && isFresh(stamp, hash)) return;
  say('Installing the packages…');
  // Not --omit=optional: native binaries (libSQL, resvg) are optional packages.
  await mustRun(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, env: { ...process.env, NODE_ENV: 'development' } });
  writeStamp(stamp, hash);
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
