import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { publishTables } from '#lib/domain/confidentiality/publish-tables.ts';
import { publication, workshop, type PublicationDatabase, type WorkshopDatabase } from '../db/databases.ts';
import { gather } from './gather.ts';

/** Every table of the next edition as it would be published. Runs in a worker; see `nextTables`. */
export async function nextTablesHere(db: WorkshopDatabase = workshop(), published: PublicationDatabase = publication()): Promise<PublishedTable[]> {
  const { waves, indicators, earlier, named } = await gather(db, published);
  return publishTables(waves, indicators, { earlier, named });
}
