// npm run --silent read -- FILE [--json]: what a questionnaire file holds, without storing anything.
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '../lib/reading/limits.ts';
import { ReadingRefusal } from '../lib/reading/refusal.ts';

const DEADLINE_SECONDS = 120;
const MEMORY_MEGABYTES = 400;

type Outcome = { text: string } | { refused: { code: string; message: string } };

/** Reads in a worker that may neither grow nor last; the process itself stays in charge. */
function readInWorker(path: string, json: boolean): Promise<Outcome> {
  const bytes = new Uint8Array(readFileSync(path));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { entry: new URL('./read/worker-entry.ts', import.meta.url).href, bytes, name: basename(path), json },
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

const options = process.argv.slice(2);
const json = options.includes('--json');
const path = options.find((option) => !option.startsWith('--'));
if (path === undefined) {
  process.stderr.write('Usage : npm run --silent read -- FICHIER [--json]\n');
  process.exit(2);
}
const size = statSync(path, { throwIfNoEntry: false });
if (!size?.isFile()) {
  process.stderr.write(`Fichier introuvable : ${path}\n`);
  process.exit(2);
}
const outcome = size.size > LIMITS.fileBytes ? refusal(new ReadingRefusal('file_too_large', { megabytes: Math.round(size.size / 1e6), limit: LIMITS.fileBytes / 1e6 })) : await readInWorker(path, json);
if ('refused' in outcome) {
  process.stdout.write(json ? `${JSON.stringify({ refused: outcome.refused }, null, 2)}\n` : '');
  if (!json) process.stderr.write(`Refusé (${outcome.refused.code}) : ${outcome.refused.message}\n`);
  process.exitCode = 1;
} else process.stdout.write(outcome.text);
