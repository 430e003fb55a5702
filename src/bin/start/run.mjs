import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PlainError } from './say.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Passes a signal on to the commands under way, so that Ctrl-C leaves nothing behind. */
export function stopRunning(/** @type {NodeJS.Signals} */ signal) {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a command without a shell.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} options `quiet` keeps what it says and shows it only when it fails
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd, env = process.env, quiet = true }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
    running.add(child);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => {
      running.delete(child);
      reject(new PlainError(`Cannot run ${command}: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 1 : 0), output });
    });
  });
}

/** As `run`, but a command that fails ends the preparation with what it said. */
export async function mustRun(/** @type {string} */ command, /** @type {string[]} */ args, /** @type {Parameters<typeof run>[2]} */ options) {
  const result = await run(command, args, options);
  if (result.code !== 0) throw new PlainError(`${result.output.trim()}\n\n« ${[command, ...args].join(' ')} » failed (status ${result.code}).`);
  return result.output;
}

/** Runs a command of this project, by its name in `src/bin`: `ingest`, `start/state`… */
export function runProgram(/** @type {string} */ root, /** @type {string[]} */ args, /** @type {Partial<Parameters<typeof run>[2]>} */ options = {}) {
  return mustRun(process.execPath, [join(root, 'src/bin/run.mjs'), ...args], { cwd: root, ...options });
}
