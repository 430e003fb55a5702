import { and, asc, eq } from 'drizzle-orm';
import type { EditionState } from '#lib/domain/directory/public-history.ts';
import { publication } from '../db/databases.ts';
import { edition, editionInitiative } from '../db/publication.schema.ts';

/** An initiative in every edition that is not withdrawn, oldest first; absent from those that do not know it. */
export async function initiativeByEdition(slug: string, db = publication()): Promise<EditionState[]> {
  const rows = await db
    .select({ version: edition.version, publishedAt: edition.publishedAt, initiative: editionInitiative.content })
    .from(edition)
    .leftJoin(editionInitiative, and(eq(editionInitiative.version, edition.version), eq(editionInitiative.slug, slug)))
    .where(eq(edition.status, 'published'))
    .orderBy(asc(edition.year), asc(edition.number));
  return rows.map(({ version, publishedAt, initiative }) => ({ version, publishedAt, ...(initiative ? { initiative } : {}) }));
}
