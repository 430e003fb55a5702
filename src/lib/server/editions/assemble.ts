import type { Initiative } from '#lib/domain/census/initiative.ts';
import { releaseTable } from '#lib/domain/confidentiality/release.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { computeTable } from '#lib/domain/indicators/compute.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import { publishableTables } from '#lib/domain/indicators/publishable.ts';
import { deriveTraits } from '#lib/domain/indicators/traits.ts';
import type { Text } from '#lib/domain/language.ts';
import type { EditionContent } from '../queries/editions.ts';
import { publishedWave, type WaveMaterial } from './published-wave.ts';

/** All that an edition is made from. */
export type Material = { initiatives: Initiative[]; waves: WaveMaterial[]; indicators: Indicator[]; texts: { key: string; value: Text }[] };

/** Every publishable table of the waves, through the only door out, in the order of the pages. */
export function assembleTables(waves: WaveMaterial[], indicators: Indicator[], onTable: (done: number) => void = () => undefined): PublishedTable[] {
  const materials = new Map(waves.map((wave) => [wave.codebook.wave, { ...wave, traits: deriveTraits(wave) }]));
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const keys = publishableTables(indicators, waves.map((wave) => wave.codebook));
  return keys.flatMap((key, at) => {
    const material = materials.get(key.wave);
    const indicator = byId.get(key.indicator);
    if (!material || !indicator) return [];
    const { codebook, responses, frame, traits } = material;
    onTable((at + 1) / keys.length);
    return [releaseTable(computeTable({ indicator, breakdown: key.breakdown, codebook, responses, frame, traits }))];
  });
}

/** The content of an edition. Pure: the same material gives the same content, and so the same hash. */
export function assembleEdition({ initiatives, waves, indicators, texts }: Material, onTable?: (done: number) => void): EditionContent {
  return { initiatives, waves: waves.map(publishedWave), tables: assembleTables(waves, indicators, onTable), texts };
}
