import { eq } from 'drizzle-orm';
import type { KnownIdentifier, KnownInitiative } from '#lib/domain/census/matching.ts';
import { workshop, type WorkshopReader } from '../db/databases.ts';
import { initiativeState } from '../db/census.schema.ts';
import { waveFrame } from '../db/workshop.schema.ts';
import { readIdentifiers, readKnownInitiatives } from './census.ts';

/** Whom a response can be attached to. */
export type Matchable = {
  /** The census as it stands, by slug, and of the archived ones those that the wave was put to. Never an absorbed one. */
  initiatives: KnownInitiative[];
  /** Of all of them and of those that they took in, whose names are remembered as theirs. */
  identifiers: KnownIdentifier[];
  /** The initiative that took each absorbed one in. */
  mergedInto: ReadonlyMap<string, string>;
  /** Names of everybody ever in the census, by slug. */
  names: ReadonlyMap<string, string>;
};

/** Whom the responses of a wave can be attached to. */
export async function readMatchable(wave: string, db: WorkshopReader = workshop()): Promise<Matchable> {
  const all = await readKnownInitiatives(db);
  const states = await db.select({ slug: initiativeState.initiative, mergedInto: initiativeState.mergedInto }).from(initiativeState);
  const asked = await db.select({ slug: waveFrame.initiative }).from(waveFrame).innerJoin(initiativeState, eq(initiativeState.initiative, waveFrame.initiative)).where(eq(waveFrame.wave, wave));
  const mergedInto = new Map(states.flatMap(({ slug, mergedInto: into }) => (into ? [[slug, into] as const] : [])));
  const again = new Set(asked.map(({ slug }) => slug));
  const gone = new Set(states.flatMap(({ slug, mergedInto: into }) => (into || !again.has(slug) ? [slug] : [])));
  const names = new Map(all.map(({ slug, name }) => [slug, name]));
  const former = [...mergedInto].flatMap(([slug, initiative]): KnownIdentifier[] => [{ initiative, kind: 'name', value: names.get(slug) ?? slug }]);
  const remembered = (await readIdentifiers(db)).map((each) => ({ ...each, initiative: mergedInto.get(each.initiative) ?? each.initiative }));
  return { initiatives: all.filter(({ slug }) => !gone.has(slug)), identifiers: [...remembered, ...former], mergedInto, names };
}
