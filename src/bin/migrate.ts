// Brings both databases to the current schema: `npm run migrate`.
import { closeDatabases } from '../lib/server/db/databases.ts';
import { migrate } from '../lib/server/db/migrate.ts';

await migrate();
closeDatabases();
process.stdout.write('Bases à jour. / Databases up to date.\n');
