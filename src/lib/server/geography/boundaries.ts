import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FranceTopology } from '#lib/domain/geography/france-topology.ts';

let loaded: FranceTopology | undefined;

/** The outlines made by `npm run geo:build`, read once. Throws when that has not run. */
export function franceTopology(): FranceTopology {
  loaded ??= JSON.parse(readFileSync(join(process.cwd(), 'data', 'generated', 'france.topo.json'), 'utf8')) as FranceTopology;
  return loaded;
}
