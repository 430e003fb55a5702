import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run.mjs';
import { say } from './say.mjs';

/**
 * Migrates the databases, settles what an interrupted publication left, and, when they are empty, loads the data that
 * is shipped and publishes the first edition.
 *
 * @returns {Promise<string | undefined>} path of the one-time link for the first administrator, while there is none
 */
export async function ensureData(/** @type {string} */ root) {
  const state = JSON.parse(await runProgram(root, ['start/state']));
  if (state.settled > 0) say(`${state.settled} unfinished publication(s) settled.`);
  if (!state.census) {
    say('Loading the census of initiatives…');
    await runProgram(root, ['ingest', 'census', 'data/census/2025.csv']);
  }
  if (!state.waves) {
    say('Loading the answers of the 2025 wave…');
    await runProgram(root, ['ingest', 'wave', '2025', shippedWave(root)]);
  }
  if (!state.edition) {
    say('Publishing edition 2025.1…');
    await runProgram(root, ['publish']);
  }
  return state.administrator ?? undefined;
}

/** The export of the survey tool that is shipped, whatever it is called. */
function shippedWave(/** @type {string} */ root) {
  const folder = 'data/waves/2025';
  const name = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).find((file) => file.endsWith('.csv')) : undefined;
  return `${folder}/${name ?? 'results-survey.csv'}`;
}
