import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { WorkshopTransaction } from '../db/databases.ts';
import { insertPerimeter, listPerimeters } from '../queries/initiative-perimeter.ts';
import { settings } from '../settings.ts';

const text = v.object({ fr: v.string(), en: v.string() });
const shipped = v.object({ since: v.pipe(v.string(), v.isoDate()), initiative: text, caisse: text, note: text });

/** Gives a census its shipped definitions (`data/census/perimeter.json`) as long as nobody has written any. */
export async function writeFirstPerimeter(tx: WorkshopTransaction, actor: string): Promise<void> {
  if ((await listPerimeters(tx)).length > 0) return;
  const first = v.parse(shipped, JSON.parse(readFileSync(join(settings.root, 'data', 'census', 'perimeter.json'), 'utf8')));
  await insertPerimeter(tx, { ...first, actor });
}
