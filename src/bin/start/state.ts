// Migrates, settles, and tells the launcher what the databases hold, as one line of JSON.
import { firstAdministratorPath } from '../../lib/server/accounts/first-administrator.ts';
import { closeDatabases, workshop } from '../../lib/server/db/databases.ts';
import { migrate } from '../../lib/server/db/migrate.ts';
import { COMMAND_LINE, settlePublications } from '../../lib/server/editions/index.ts';
import { readInitiatives } from '../../lib/server/queries/census.ts';
import { listEditions } from '../../lib/server/queries/publication.ts';
import { listWaves } from '../../lib/server/queries/waves.ts';
import { registerShippedWaves } from '../../lib/server/wave-intake/shipped-codebooks.ts';

await migrate();
const settled = await settlePublications();
await registerShippedWaves(COMMAND_LINE);
const state = {
  settled: settled.length,
  census: (await readInitiatives()).length > 0,
  waves: (await listWaves()).some((wave) => wave.status === 'loaded'),
  edition: (await listEditions()).length > 0,
  administrator: await firstAdministratorPath(workshop(), new Date())
};
closeDatabases();
process.stdout.write(`${JSON.stringify(state)}\n`);
