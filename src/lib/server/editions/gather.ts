import { addNamed, answeredApart, type Named } from '#lib/domain/confidentiality/named/named.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { inFrame } from '#lib/domain/questionnaire/frame.ts';
import type { PublicationDatabase, WorkshopReader } from '../db/databases.ts';
import { readInitiatives } from '../queries/census.ts';
import { listTexts } from '../queries/editions.ts';
import { readArchived } from '../queries/initiative-history.ts';
import { densityGrid, withTerritoryTypes } from '../geography/density-grid.ts';
import { readNamed } from '../queries/named-objectives.ts';
import { readResponses } from '../queries/responses.ts';
import { findCodebook, listWaves, readFrame } from '../queries/waves.ts';
import type { Material } from './assemble.ts';
import { readEarlier } from './earlier-tables.ts';
import { liveCensus } from './live-census.ts';
import { readIndicators } from './indicators.ts';
import { perimeterTexts } from './perimeter-texts.ts';
import type { WaveMaterial } from './published-wave.ts';

/** A wave with its answers and the slugs of whom it was put to, before they are stored. */
export type PendingWave = Omit<WaveMaterial, 'frame'> & { frame: string[] };

/**
 * Reads what the next edition is made from: the census without archived initiatives, and the waves that have responses,
 * oldest first. A wave's frame keeps whoever was asked, archived since or not. The types of territories come from the density grid, when its file is there. With the publication database, also what earlier
 * editions told under confidentiality. `pending` stands for a wave as it would be once committed.
 */
export async function gather(db: WorkshopReader, published?: PublicationDatabase, pending?: PendingWave): Promise<Material> {
  const all = await readInitiatives(db);
  const initiatives = withTerritoryTypes(liveCensus(all, await readArchived(db)), await densityGrid());
  const bySlug = new Map(all.map((initiative) => [initiative.slug, initiative]));
  const asked = (slugs: string[]): Initiative[] => slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  const loaded = (await listWaves(db)).filter((wave) => wave.status === 'loaded' || wave.id === pending?.codebook.wave).reverse();
  const waves: Material['waves'] = [];
  for (const { id } of loaded) {
    if (pending?.codebook.wave === id) {
      waves.push({ ...pending, frame: asked(pending.frame) });
      continue;
    }
    const codebook = await findCodebook(id, db);
    if (!codebook) continue;
    const frozen = asked(await readFrame(id, db));
    const frame = frozen.length > 0 ? frozen : initiatives.filter((initiative) => inFrame(codebook.content.frame, initiative));
    waves.push({ codebook: codebook.content, responses: await readResponses(id, db), frame });
  }
  const indicators = await readIndicators(db);
  const earlier: Material['earlier'] = published ? await readEarlier(db, published, waves, indicators) : new Map();
  const apart = answeredApart(initiatives, waves);
  const before: Named = published ? await readNamed(published, apart) : new Map();
  const named = { before, now: addNamed(before, initiatives, apart) };
  return { initiatives, waves, indicators, texts: [...(await listTexts(db)), ...(await perimeterTexts(db))], earlier, named };
}
