import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { say } from './say.mjs';

/** Prints where the observatory is, and the link that opens the first account. */
function announce(/** @type {string} */ origin, /** @type {string | undefined} */ administrator) {
  say(`The observatory is on ${origin}`);
  if (administrator) process.stdout.write(`\n  Create the administrator (this link works once):\n  ${origin}${administrator}\n\n`);
}

/** Serves what was built, in this very process. */
export async function serveProduction(/** @type {string} */ _root, /** @type {string | undefined} */ administrator) {
  process.env.NODE_ENV ??= 'production';
  process.env.LOG_LEVEL ??= 'warn';
  // Not before: the web server needs the packages that were just installed.
  const { serve } = await import(new URL('../serve/serve.mjs', import.meta.url).href);
  await serve({ onListening: (/** @type {string} */ origin) => announce(origin, administrator) });
}

/** Serves the sources as they change. */
export async function serveDevelopment(/** @type {string} */ root, /** @type {string | undefined} */ administrator) {
  const vite = join(dirname(createRequire(`${root}/package.json`).resolve('vite/package.json')), 'bin/vite.js');
  const port = process.env.PORT || '3000';
  const args = [vite, 'dev', '--port', port, '--strictPort', ...(process.env.HOST ? ['--host', process.env.HOST] : [])];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  announce(`http://${process.env.HOST ?? 'localhost'}:${port}`, administrator);
  // Ctrl-C reaches the child as well; ending is its business, and then ours.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  await new Promise((resolve) => child.on('close', resolve));
  process.exit(0);
}
