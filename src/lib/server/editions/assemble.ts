import type { Initiative } from '#lib/domain/census/initiative.ts';
import { publishTables } from '#lib/domain/confidentiality/publish-tables.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { Text } from '#lib/domain/language.ts';
import type { EditionContent } from '../queries/editions.ts';
import { publishedWave, type WaveMaterial } from './published-wave.ts';

/** All that an edition is made from. */
export type Material = { initiatives: Initiative[]; waves: WaveMaterial[]; indicators: Indicator[]; texts: { key: string; value: Text }[] };

/** The content of an edition. Pure: the same material gives the same content, and so the same hash. */
export function assembleEdition({ initiatives, waves, indicators, texts }: Material, onTable: (done: number) => void = () => undefined): EditionContent {
  return { initiatives, waves: waves.map(publishedWave), tables: publishTables(waves, indicators, { onTable }), texts };
}
