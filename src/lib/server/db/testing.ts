import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPublication, openWorkshop, type PublicationDatabase, type WorkshopDatabase } from './databases.ts';
import { migratePublication, migrateWorkshop } from './migrate.ts';

export type TestDatabases = {
  folder: string;
  workshop: WorkshopDatabase;
  publication: PublicationDatabase;
  /** Closes both and deletes the folder. */
  close: () => void;
};

/** Two real databases with all migrations, in a new temporary folder, or in memory. For tests and benchmarks. */
export async function temporaryDatabases(where: 'folder' | 'memory' = 'folder'): Promise<TestDatabases> {
  const folder = mkdtempSync(join(tmpdir(), 'observatory-'));
  const address = (name: string): { url: string; syncSeconds: number } => ({
    url: where === 'memory' ? ':memory:' : `file:${join(folder, `${name}.db`)}`,
    syncSeconds: 10
  });
  const workshop = openWorkshop(address('workshop'));
  const publication = openPublication(address('publication'));
  await migrateWorkshop(workshop, address('workshop'));
  await migratePublication(publication, address('publication'));
  const close = (): void => {
    workshop.$client.close();
    publication.$client.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, workshop, publication, close };
}
