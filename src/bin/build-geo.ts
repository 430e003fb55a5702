/**
 * Builds the boundaries and the gazetteer from npm data: `npm run geo:build`.
 * Offline; nothing is done when neither the data nor this code changed. `--force` builds anyway.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBoundaries } from './build-geo/boundaries.ts';
import { buildGazetteer } from './build-geo/gazetteer.ts';
import { fingerprint } from './build-geo/fingerprint.ts';

const folder = join(process.cwd(), 'data', 'generated');
const marker = join(folder, 'geo.fingerprint');
const outputs = ['france.topo.json', 'communes.json'].map((name) => join(folder, name));

const inputs = fingerprint();
const upToDate =
  !process.argv.includes('--force') &&
  outputs.every((file) => existsSync(file)) &&
  existsSync(marker) &&
  readFileSync(marker, 'utf8') === inputs;

if (upToDate) {
  process.stdout.write('Geography is up to date.\n');
} else {
  mkdirSync(folder, { recursive: true });
  const boundaries = buildBoundaries();
  const gazetteer = buildGazetteer();
  writeFileSync(join(folder, 'france.topo.json'), JSON.stringify(boundaries.topology));
  writeFileSync(join(folder, 'communes.json'), JSON.stringify(gazetteer.file));
  // Written last: a build that was interrupted is done again.
  writeFileSync(marker, inputs);
  process.stdout.write(`Boundaries: ${boundaries.summary}\nGazetteer: ${gazetteer.summary}\n`);
}
