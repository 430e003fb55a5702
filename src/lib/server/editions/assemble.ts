import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Told } from '#lib/domain/confidentiality/across/attack-together.ts';
import type { TableBasis } from '#lib/domain/confidentiality/across/basis.ts';
import type { Earlier, Held } from '#lib/domain/confidentiality/across/hold-back.ts';
import type { NamedObjectives } from '#lib/domain/confidentiality/named/named.ts';
import { prepareTables } from '#lib/domain/confidentiality/publish-tables.ts';
import type { SearchLimits, Unsearched } from '#lib/domain/confidentiality/search.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { Text } from '#lib/domain/language.ts';
import type { EditionContent } from '../queries/editions.ts';
import { publishedWave, type WaveMaterial } from './published-wave.ts';
import { refuseOrphans } from './orphans.ts';

/** All that an edition is made from. */
export type Material = {
  initiatives: Initiative[];
  waves: WaveMaterial[];
  indicators: Indicator[];
  texts: { key: string; value: Text }[];
  /** What earlier editions published under confidentiality; see `earlier-tables.ts`. */
  earlier: ReadonlyMap<string, Earlier[]>;
  /** Whose objectives are published under a name, in earlier editions and in this one. */
  named: NamedObjectives;
  /** How long what is told is looked for; the usual time without. */
  searchLimits?: SearchLimits;
};

/** The content of an edition, and what stays in the workshop: who stands behind it, what it holds back, what it would tell and where that could not be looked for to the end, and which names would have to stay back. */
export type Assembled = { content: EditionContent; bases: Map<string, TableBasis>; held: Held[]; told: Told[]; unsearched: Unsearched[]; keepBack: string[] };

/**
 * The content of an edition. Pure: the same material gives the same content, and so the same hash.
 *
 * @throws DomainError `codebook_orphans` when answers stand under a question or an option that is not in the questionnaire any more,
 *   `edition_uncomputable` when a figure does not fit its answers (a number outside every class)
 */
export function assembleEdition({ initiatives, waves, indicators, texts, earlier, named, searchLimits }: Material, onTable: (done: number) => void = () => undefined): Assembled {
  waves.forEach(refuseOrphans);
  const { tables, bases, held, told, unsearched, keepBack } = sayingWhy(() => prepareTables(waves, indicators, { onTable, earlier, named, ...(searchLimits ? { searchLimits } : {}) }));
  return { content: { initiatives, waves: waves.map((wave) => publishedWave(wave, tables)), tables, texts }, bases, held, told, unsearched, keepBack };
}

/** What cannot be computed is said with its place, never as a failure of the site. @throws DomainError `edition_uncomputable` */
export function sayingWhy<T>(compute: () => T): T {
  try {
    return compute();
  } catch (failure) {
    if (failure instanceof DomainError || !(failure instanceof Error)) throw failure;
    throw new DomainError('edition_uncomputable', { reason: failure.message });
  }
}
