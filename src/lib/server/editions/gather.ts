import { inFrame } from '#lib/domain/questionnaire/frame.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { readInitiatives } from '../queries/census.ts';
import { listTexts } from '../queries/editions.ts';
import { readResponses } from '../queries/responses.ts';
import { findCodebook, listWaves, readFrame } from '../queries/waves.ts';
import type { Material } from './assemble.ts';
import { readIndicators } from './indicators.ts';

/** Reads what the next edition is made from: the census, and the waves that have responses, oldest first. */
export async function gather(db: WorkshopReader): Promise<Material> {
  const initiatives = await readInitiatives(db);
  const bySlug = new Map(initiatives.map((initiative) => [initiative.slug, initiative]));
  const loaded = (await listWaves(db)).filter((wave) => wave.status === 'loaded').reverse();
  const waves: Material['waves'] = [];
  for (const { id } of loaded) {
    const codebook = await findCodebook(id, db);
    if (!codebook) continue;
    const frozen = (await readFrame(id, db)).flatMap((slug) => bySlug.get(slug) ?? []);
    const frame = frozen.length > 0 ? frozen : initiatives.filter((initiative) => inFrame(codebook.content.frame, initiative));
    waves.push({ codebook: codebook.content, responses: await readResponses(id, db), frame });
  }
  return { initiatives, waves, indicators: await readIndicators(db), texts: await listTexts(db) };
}
