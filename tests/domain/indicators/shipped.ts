import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { WaveData } from '#lib/domain/confidentiality/publish-tables.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { inFrame } from '#lib/domain/questionnaire/frame.ts';
import { applyCodebook } from '#lib/reading/apply-codebook.ts';
import { readFile } from '#lib/reading/read.ts';

const data = new URL('../../../data/', import.meta.url);
const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, data), 'utf8')) as T;

export const indicators = readdirSync(new URL('indicators/', data)).map((file) => json<Indicator>(`indicators/${file}`));

/** The census without its places, which figures do not need. */
export function census(): Initiative[] {
  const text = readFileSync(new URL('census/2025.csv', data), 'utf8').replace(/^\uFEFF/, '');
  const { data: rows } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return rows.map((row) => ({
    slug: row.slug ?? '',
    name: row.name ?? '',
    kind: row.kind as Initiative['kind'],
    status: row.status as Initiative['status'],
    provenance: row.provenance as Initiative['provenance'],
    places: [],
    territory: row.territory ?? '',
    leadType: row.lead_type as Initiative['leadType'],
    sources: [],
    ...(row.started_on ? { startedOn: row.started_on } : {})
  }));
}

/** A wave shipped with the code, from its file through the reading, matched to the census by name. */
export async function wave(folder: string, file: string): Promise<WaveData> {
  const codebook = json<Codebook>(`waves/${folder}/codebook.json`);
  const frame = census().filter((initiative) => inFrame(codebook.frame, initiative));
  const bytes = readFileSync(new URL(`waves/${folder}/${file}`, data));
  const { responses } = applyCodebook(await readFile(bytes, file), codebook, {});
  const byName = new Map(frame.map(({ name, slug }) => [name, slug]));
  return {
    codebook,
    frame,
    responses: responses.map(({ row, identity, answers }) => ({ initiative: byName.get(identity.name ?? '') ?? `unmatched ${identity.name}`, wave: codebook.wave, row, answers }))
  };
}
