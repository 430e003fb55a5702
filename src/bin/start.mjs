// `npm start`: from a bare clone to an observatory in the browser. Nothing but Node is needed to read this file.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureData } from './start/data.mjs';
import { ensureGeography } from './start/geography.mjs';
import { checkNode } from './start/node-version.mjs';
import { ensurePackages } from './start/packages.mjs';
import { stopRunning } from './start/run.mjs';
import { PlainError } from './start/say.mjs';
import { serveDevelopment, serveProduction } from './start/servers.mjs';
import { ensureSite } from './start/site.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const development = process.argv.includes('--dev');

process.chdir(root);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    stopRunning(signal);
    if (!serving) process.exit(0);
  });
}
let serving = false;

try {
  checkNode();
  await ensurePackages(root);
  await ensureGeography(root);
  if (!development) await ensureSite(root);
  // From here on everything that is written holds answers or accounts.
  process.umask(0o077);
  const administrator = await ensureData(root);
  serving = true;
  await (development ? serveDevelopment : serveProduction)(root, administrator);
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}
