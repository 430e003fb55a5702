import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { loadCensus, type CensusReport } from '#lib/server/census-intake/load-census.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { ingestHere, type IngestInput, type IngestReport } from '#lib/server/wave-intake/ingest.ts';

export const ACTOR = 'editor@observatory.example';

/** A file of `data/`, as shipped. */
export function shipped(path: string): Uint8Array {
  return readFileSync(join(process.cwd(), 'data', path));
}

export function shippedCodebook(wave: string): Codebook {
  return JSON.parse(new TextDecoder().decode(shipped(`waves/${wave}/codebook.json`))) as Codebook;
}

/** Loads a census file, the shipped one unless told otherwise. */
export function loadShippedCensus({ workshop }: TestDatabases, bytes = shipped('census/2025.csv')): Promise<CensusReport> {
  return loadCensus({ filename: '2025.csv', bytes, actor: ACTOR }, workshop);
}

/** Ingests a file as the 2025 wave, the shipped one unless told otherwise. */
export function ingest2025({ workshop }: TestDatabases, changes: Partial<IngestInput> = {}): Promise<IngestReport> {
  const input = { wave: '2025', filename: 'results-survey814275.csv', bytes: shipped('waves/2025/results-survey814275.csv'), actor: ACTOR, codebook: shippedCodebook('2025') };
  return ingestHere({ ...input, ...changes }, undefined, workshop);
}

/** Ingests the 2026 demonstration wave, its one finding acknowledged. */
export function ingest2026({ workshop }: TestDatabases, changes: Partial<IngestInput> = {}): Promise<IngestReport> {
  const input = { wave: '2026-demo', filename: 'vague-2026.xlsx', bytes: shipped('waves/2026-demo/vague-2026.xlsx'), actor: ACTOR, codebook: shippedCodebook('2026-demo'), acknowledgeAll: true };
  return ingestHere({ ...input, ...changes }, undefined, workshop);
}

/** Databases of their own with the shipped census and the 2025 wave, nothing published. To be closed. */
export async function shippedDatabases(): Promise<TestDatabases> {
  const databases = await temporaryDatabases();
  await loadShippedCensus(databases);
  await ingest2025(databases);
  return databases;
}
