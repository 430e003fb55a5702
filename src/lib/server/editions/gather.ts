import { addNamed, answeredApart, type Named } from '#lib/domain/confidentiality/named/named.ts';
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

/**
 * Reads what the next edition is made from: the census without archived initiatives, and the waves that have responses,
 * oldest first. A wave's frame keeps whoever was asked, archived since or not. The types of territories come from the density grid, when its file is there. With the publication database, also what earlier
 * editions told under confidentiality.
 */
export async function gather(db: WorkshopReader, published?: PublicationDatabase): Promise<Material> {
  const all = await readInitiatives(db);
  const initiatives = withTerritoryTypes(liveCensus(all, await readArchived(db)), await densityGrid());
  const bySlug = new Map(all.map((initiative) => [initiative.slug, initiative]));
  const loaded = (await listWaves(db)).filter((wave) => wave.status === 'loaded').reverse();
  const waves: Material['waves'] = [];
  for (const { id } of loaded) {
    const codebook = await findCodebook(id, db);
    if (!codebook) continue;
    const frozen = (await readFrame(id, db)).flatMap((slug) => bySlug.get(slug) ?? []);
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
