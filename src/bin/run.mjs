// A command of the project, compiled or from its sources: `node src/bin/run.mjs ingest …` runs `src/bin/ingest.ts`.
import { loadProgram } from './programs/load.mjs';

const [name = ''] = process.argv.splice(2, 1);
await loadProgram(`src/bin/${name}.ts`);
