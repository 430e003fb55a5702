// npm run --silent read -- FILE [--json] [--sheet NAME] [--structure FILE]: what a questionnaire file holds, without storing anything.
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '../lib/reading/limits.ts';
import { ReadingRefusal } from '../lib/reading/refusal.ts';
import { settings } from '../lib/server/settings.ts';

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

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const USAGE = 'Usage : npm run --silent read -- FICHIER [--json] [--sheet FEUILLE] [--structure FICHIER.lss|XLSForm]';
let parsed;
try {
  parsed = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, sheet: { type: 'string' }, structure: { type: 'string' } } });
} catch {
  fail(USAGE);
}
const { values: { json, sheet, structure }, positionals: [path] } = parsed;
if (path === undefined) fail(USAGE);
const size = statSync(path, { throwIfNoEntry: false });
if (!size?.isFile()) fail(`Fichier introuvable : ${path}`);
if (structure !== undefined && !statSync(structure, { throwIfNoEntry: false })?.isFile()) fail(`Fichier introuvable : ${structure}`);
const outcome = size.size > LIMITS.fileBytes ? refusal(new ReadingRefusal('file_too_large', { megabytes: Math.round(size.size / 1e6), limit: LIMITS.fileBytes / 1e6 })) : await readInWorker(path, json, sheet, structure);
if ('refused' in outcome) {
  process.stdout.write(json ? `${JSON.stringify({ refused: outcome.refused }, null, 2)}\n` : '');
  if (!json) process.stderr.write(`Refusé (${outcome.refused.code}) : ${outcome.refused.message}\n`);
  process.exitCode = 1;
} else process.stdout.write(outcome.text);
