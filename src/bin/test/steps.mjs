import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../start/run.mjs';
import { tool } from './tool.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/** A check that counts as one test: what it says is shown only when it fails. */
async function check(/** @type {string} */ root, /** @type {string[]} */ args) {
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code === 0) return { passed: 1, failed: 0 };
  process.stdout.write(`${output}\n`);
  return { passed: 0, failed: 1 };
}

/** @returns {Promise<Counts>} */
export async function typeCheck(/** @type {string} */ root) {
  await run(process.execPath, [tool(root, '@sveltejs/kit', 'svelte-kit'), 'sync'], { cwd: root });
  return check(root, [tool(root, 'svelte-check'), '--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings']);
}

/** @returns {Promise<Counts>} */
export function lint(/** @type {string} */ root) {
  return check(root, [tool(root, 'eslint'), '.', '--max-warnings', '0']);
}

/** @returns {Promise<Counts>} */
export async function unitTests(/** @type {string} */ root, /** @type {string} */ results) {
  const file = join(results, 'vitest.json');
  const { code, output } = await run(process.execPath, [tool(root, 'vitest'), 'run', '--reporter=json', `--outputFile=${file}`, '--reporter=dot'], { cwd: root });
  if (code !== 0) process.stdout.write(`${output}\n`);
  const report = read(file);
  const counts = { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 };
  // A file that does not load has no failed test of its own, and must not look like a success.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @returns {Promise<Counts>} */
export async function browserTests(/** @type {string} */ root, /** @type {string} */ results) {
  const file = join(results, 'playwright.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { code, output } = await run(process.execPath, [tool(root, '@playwright/test', 'playwright'), 'test'], { cwd: root, env });
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = read(file).stats ?? {};
  for (const line of failures(read(file))) process.stdout.write(`${line}\n`);
  if (code !== 0 && unexpected + skipped === 0) process.stdout.write(`${output}\n`);
  // Skipped tests here are those that a failed project held back: they did not pass.
  const counts = { passed: expected + flaky, failed: unexpected + skipped };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function read(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @returns {string[]} one paragraph per failed browser test */
function failures(/** @type {{ suites?: unknown[] }} */ report) {
  /** @type {string[]} */
  const lines = [];
  const visit = (/** @type {any} */ suite) => {
    for (const inner of suite.suites ?? []) visit(inner);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected' || test.status === 'skipped') continue;
        const mark = test.status === 'flaky' ? '~ passed when tried again' : '✗';
        const message = test.results.find((/** @type {any} */ result) => result.error)?.error?.message ?? '';
        lines.push(`${mark} [${test.projectName}] ${spec.file}:${spec.line} ${spec.title}\n${message}\n`);
      }
    }
  };
  for (const suite of report.suites ?? []) visit(suite);
  return lines;
}
