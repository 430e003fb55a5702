// `npm test`: from a bare clone to « N passed, N failed ». Every step runs, whatever the one before it found.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureGeography } from './start/geography.mjs';
import { checkNode } from './start/node-version.mjs';
import { ensurePackages } from './start/packages.mjs';
import { stopRunning } from './start/run.mjs';
import { PlainError, say } from './start/say.mjs';
import { ensureSite } from './start/site.mjs';
import { ensureChromium } from './test/chromium.mjs';
import { browserTests, lint, typeCheck, unitTests } from './test/steps.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(root);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    stopRunning(signal);
    process.exit(130);
  });
}

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;

/** @param {string} title @param {() => Promise<{ passed: number, failed: number }>} job */
async function step(title, job) {
  say(title);
  const counts = await job().catch((error) => {
    process.stdout.write(`${error instanceof PlainError ? error.message : error.stack}\n`);
    return { passed: 0, failed: 1 };
  });
  passed += counts.passed;
  failed += counts.failed;
  say(`  ${counts.passed} passed, ${counts.failed} failed`);
}

/** Preparation that fails is a failure of its own; what can still run, runs. */
async function prepare(/** @type {() => Promise<unknown>} */ job) {
  try {
    await job();
    return true;
  } catch (error) {
    failed += 1;
    process.stdout.write(`${error instanceof PlainError ? error.message : error}\n`);
    return false;
  }
}

const ready = await prepare(async () => {
  checkNode();
  await ensurePackages(root);
});
if (ready) {
  await prepare(() => ensureGeography(root));
  // Built first: the build writes the compiled messages and the generated types that the checks read.
  const built = await prepare(() => ensureSite(root));
  const browser = await prepare(() => ensureChromium());
  await step('Types (svelte-check)', () => typeCheck(root));
  await step('Rules (eslint)', () => lint(root));
  await step('Unit and server tests (vitest)', () => unitTests(root, results));
  if (built && browser) await step('Browser tests (Playwright)', () => browserTests(root, results));
}

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);
