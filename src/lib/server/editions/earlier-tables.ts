import type { Earlier } from '#lib/domain/confidentiality/across/hold-back.ts';
import { TRAIT_QUESTIONS } from '#lib/domain/indicators/traits.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { PublicationDatabase, WorkshopReader } from '../db/databases.ts';
import { readBases } from '../queries/edition-bases.ts';
import { listProtectedTables } from '../queries/publication.ts';
import type { WaveMaterial } from './published-wave.ts';

/** Every edition that published each confidential table, by the table's id, oldest first, with who stood behind it as far as the workshop knows. */
export async function readEarlier(db: WorkshopReader, published: PublicationDatabase, waves: readonly WaveMaterial[], indicators: readonly Indicator[]): Promise<Map<string, Earlier[]>> {
  const secret = new Set(waves.flatMap(({ codebook }) => codebook.questions.filter(({ level }) => level === 'confidential').map(({ code }) => code)));
  const touched = indicators.filter(({ question, weightBy, breakdowns }) => [question, weightBy, ...breakdowns.map((each) => TRAIT_QUESTIONS[each])].some((code) => code !== undefined && secret.has(code)));
  const [rows, bases] = [await listProtectedTables(touched.map(({ id }) => id), published), await readBases(db)];
  const earlier = new Map<string, Earlier[]>();
  for (const { version, withdrawn, table } of rows) {
    const basis = bases.get(`${version} ${table.id}`);
    const one: Earlier = { version, withdrawn, published: table, ...(basis ? { basis } : {}) };
    earlier.set(table.id, [...(earlier.get(table.id) ?? []), one]);
  }
  return earlier;
}
