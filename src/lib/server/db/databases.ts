import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { settings, type DatabaseAddress } from '../settings.ts';
import * as accounts from './accounts.schema.ts';
import * as census from './census.schema.ts';
import { openClient } from './connect.ts';
import type { GuardedClient } from './guarded-client.ts';
import * as intake from './intake.schema.ts';
import * as publicationSchema from './publication.schema.ts';
import * as workshopSchema from './workshop.schema.ts';

const workshopTables = { ...workshopSchema, ...accounts, ...census, ...intake };

export type WorkshopDatabase = LibSQLDatabase<typeof workshopTables> & { $client: GuardedClient };
export type PublicationDatabase = LibSQLDatabase<typeof publicationSchema> & { $client: GuardedClient };

/** What a transaction's callback receives. Within one, write through it and never through the database. */
export type WorkshopTransaction = Parameters<Parameters<WorkshopDatabase['transaction']>[0]>[0];
export type PublicationTransaction = Parameters<Parameters<PublicationDatabase['transaction']>[0]>[0];

/** For queries that read in either. */
export type WorkshopReader = WorkshopDatabase | WorkshopTransaction;

/** Opens a workshop database. The caller closes it: `db.$client.close()`. */
export function openWorkshop(address: DatabaseAddress): WorkshopDatabase {
  return drizzle({ client: openClient(address), schema: workshopTables });
}

/** Opens a publication database. The caller closes it: `db.$client.close()`. */
export function openPublication(address: DatabaseAddress): PublicationDatabase {
  return drizzle({ client: openClient(address), schema: publicationSchema });
}

let openedWorkshop: WorkshopDatabase | undefined;
let openedPublication: PublicationDatabase | undefined;

/** The workshop database of the settings, opened at first use. Public routes never call it. */
export function workshop(): WorkshopDatabase {
  return (openedWorkshop ??= openWorkshop(settings.workshop));
}

/** The publication database of the settings, opened at first use. */
export function publication(): PublicationDatabase {
  return (openedPublication ??= openPublication(settings.publication));
}

/** Closes what `workshop()` and `publication()` opened. A later call opens anew, with the settings of that time. */
export function closeDatabases(): void {
  openedWorkshop?.$client.close();
  openedPublication?.$client.close();
  openedWorkshop = undefined;
  openedPublication = undefined;
}
