import type { Text } from '#lib/domain/language.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { listPerimeters } from '../queries/initiative-perimeter.ts';

/** The definitions in force, as an edition publishes them; `perimeter.since` is an ISO date. None before the first definition. */
export async function perimeterTexts(db: WorkshopReader, today = new Date().toISOString().slice(0, 10)): Promise<{ key: string; value: Text }[]> {
  const current = (await listPerimeters(db)).find(({ since }) => since <= today);
  if (!current) return [];
  const { initiative, caisse, note, since } = current;
  return [
    { key: 'perimeter.caisse', value: caisse },
    { key: 'perimeter.initiative', value: initiative },
    { key: 'perimeter.note', value: note },
    { key: 'perimeter.since', value: { fr: since, en: since } }
  ];
}
