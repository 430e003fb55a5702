import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run.mjs';
import { say } from './say.mjs';
import { hashOf, isFresh, writeStamp } from './stamp.mjs';

const PRODUCTS = ['communes.json', 'france.topo.json'];
const INPUTS = ['src/bin/build-geo.ts', 'src/bin/build-geo', 'package-lock.json'];

/** Builds the communes and the map background from the packages that carry them, when missing or out of date. */
export async function ensureGeography(/** @type {string} */ root) {
  const folder = join(root, 'data/generated');
  const stamp = join(folder, '.stamp');
  const hash = hashOf(root, INPUTS);
  if (PRODUCTS.every((name) => existsSync(join(folder, name))) && isFresh(stamp, hash)) return;
  say('Building the map of France and its communes…');
  await runProgram(root, ['build-geo']);
  writeStamp(stamp, hash);
}
