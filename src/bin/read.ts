// npm run --silent read -- FILE [--json] [--sheet NAME] [--structure FILE]: what a questionnaire file holds, without storing anything.
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '../lib/reading/limits.ts';
import { ReadingRefusal } from '../lib/reading/refusal.ts';
import { settings } from '../lib/server/settings.ts';
import { commandLine } from './command-line.ts';

const DEADLINE_SECONDS = 120;
const MEMORY_MEGABYTES = 400;

type Outcome = { text: string } | { refused: { code: string; message: string } };

/** Reads in a worker that may neither grow nor last; the process itself stays in charge. */
function readInWorker(path: string, json: boolean, sheet: string | undefined, structure: string | undefined): Promise<Outcome> {
  const bytes = new Uint8Array(readFileSync(path));
  const described = structure === undefined ? undefined : { bytes: new Uint8Array(readFileSync(structure)), name: basename(structure) };
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(settings.root, 'src/bin/worker.mjs'), {
      workerData: { entry: 'src/bin/read/worker-entry.ts', bytes, name: basename(path), json, sheet, structure: described },
      transferList: [bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES, maxYoungGenerationSizeMb: 64 }
    });
    const timer = setTimeout(() => {
      resolve(refusal(new ReadingRefusal('timeout', { seconds: DEADLINE_SECONDS })));
      void worker.terminate();
    }, DEADLINE_SECONDS * 1000);
    worker.once('message', (outcome: Outcome) => resolve(outcome));
    worker.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(refusal(new ReadingRefusal('out_of_memory'))) : reject(error)));
    worker.once('exit', () => clearTimeout(timer));
  });
}

function refusal(error: ReadingRefusal): Outcome {
  return { refused: { code: error.code, message: error.sentence('fr') } };
}

/** Reads the file, unless there is none or it is too large to be taken. */
async function read(path: string): Promise<Outcome> {
  const missing = [path, structure].find((each) => each !== undefined && !statSync(each, { throwIfNoEntry: false })?.isFile());
  if (missing !== undefined) return { refused: { code: 'file_not_found', message: `Fichier introuvable : ${missing}` } };
  const megabytes = Math.round(statSync(path).size / 1e6);
  if (statSync(path).size > LIMITS.fileBytes) return refusal(new ReadingRefusal('file_too_large', { megabytes, limit: LIMITS.fileBytes / 1e6 }));
  return readInWorker(path, json, sheet, structure);
}

const USAGE = 'Usage : npm run --silent read -- FICHIER [--json] [--sheet FEUILLE] [--structure FICHIER.lss|XLSForm]';
const { values: { json, sheet, structure }, positionals: [path] } = commandLine({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, sheet: { type: 'string' }, structure: { type: 'string' } } }, USAGE);
if (path === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const outcome = await read(path);
if ('refused' in outcome) {
  process.stdout.write(json ? `${JSON.stringify({ refused: outcome.refused }, null, 2)}\n` : '');
  if (!json) process.stderr.write(`Refusé (${outcome.refused.code}) : ${outcome.refused.message}\n`);
  process.exitCode = 1;
} else process.stdout.write(outcome.text);
