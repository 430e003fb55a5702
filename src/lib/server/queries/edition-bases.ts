import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import type { TableBasis } from '#lib/domain/confidentiality/across/basis.ts';
import type { WorkshopReader, WorkshopTransaction } from '../db/databases.ts';
import { editionBasis, editionTableBasis } from '../db/editions.schema.ts';

/** Keeps who stands behind the confidential tables of an edition; what an abandoned edition of that number left is replaced. */
export async function writeBases(tx: WorkshopTransaction, version: string, bases: ReadonlyMap<string, TableBasis>): Promise<void> {
  await tx.delete(editionTableBasis).where(eq(editionTableBasis.version, version));
  for (const [table, basis] of bases) {
    const json = JSON.stringify(basis);
    const sha256 = createHash('sha256').update(json).digest('hex');
    await tx.insert(editionBasis).values({ sha256, content: gzipSync(json) }).onConflictDoNothing();
    await tx.insert(editionTableBasis).values({ version, table, sha256 });
  }
}

/** Bases of all editions: `version table` → basis. Editions that say the same share one object. */
export async function readBases(db: WorkshopReader): Promise<Map<string, TableBasis>> {
  const links = await db.select().from(editionTableBasis);
  const known = new Map<string, TableBasis>();
  for (const sha256 of new Set(links.map((link) => link.sha256))) {
    const [row] = await db.select().from(editionBasis).where(eq(editionBasis.sha256, sha256));
    if (row) known.set(sha256, JSON.parse(gunzipSync(row.content).toString('utf8')) as TableBasis);
  }
  return new Map(links.flatMap(({ version, table, sha256 }) => {
    const basis = known.get(sha256);
    return basis ? [[`${version} ${table}`, basis] as const] : [];
  }));
}
