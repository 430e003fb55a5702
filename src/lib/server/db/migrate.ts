import { migrate as applyMigrations } from 'drizzle-orm/libsql/migrator';
import { join } from 'node:path';
import { settings } from '../settings.ts';
import { prepareClient } from './connect.ts';
import { publication, workshop, type PublicationDatabase, type WorkshopDatabase } from './databases.ts';

/** Brings a workshop database to the current schema. Nothing changes when it is there already. */
export async function migrateWorkshop(db: WorkshopDatabase, address = settings.workshop): Promise<void> {
  await prepareClient(db.$client, address);
  await applyMigrations(db, { migrationsFolder: join(settings.root, 'drizzle/workshop') });
}

/** Brings a publication database to the current schema. Nothing changes when it is there already. */
export async function migratePublication(db: PublicationDatabase, address = settings.publication): Promise<void> {
  await prepareClient(db.$client, address);
  await applyMigrations(db, { migrationsFolder: join(settings.root, 'drizzle/publication') });
}

/** Brings both databases of the settings to the current schema. Called at each start, before anything else. */
export async function migrate(): Promise<void> {
  await migrateWorkshop(workshop());
  await migratePublication(publication());
}
