import { asc, eq, sql } from 'drizzle-orm';
import { addNamed, type Named } from '#lib/domain/confidentiality/named/named.ts';
import { publication } from '../db/databases.ts';
import { edition, editionInitiative } from '../db/publication.schema.ts';

/** Initiatives whose objectives an edition published, with every list that was: withdrawn editions too, they have been read. `apart`: see `addNamed`. */
export async function readNamed(db = publication(), apart: ReadonlySet<string> = new Set()): Promise<Named> {
  const rows = await db
    .select({ initiative: editionInitiative.content })
    .from(editionInitiative)
    .innerJoin(edition, eq(edition.version, editionInitiative.version))
    .where(sql`json_extract(${editionInitiative.content}, '$.objectives') is not null`)
    .orderBy(asc(edition.year), asc(edition.number), asc(editionInitiative.slug));
  return addNamed(new Map(), rows.map(({ initiative }) => initiative), apart);
}
