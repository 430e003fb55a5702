import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from '../../lib/reading/read.ts';
import { ReadingRefusal } from '../../lib/reading/refusal.ts';
import { report } from './report.ts';
import { summarise } from './summary.ts';

// The reading itself never leaves the worker: only what is printed does.
type File = { bytes: Uint8Array; name: string };
const { bytes, name, json, sheet, structure } = workerData as File & { json: boolean; sheet?: string; structure?: File };
try {
  const described = structure ? (await readFile(structure.bytes, structure.name)).structure : undefined;
  const reading = await readFile(bytes, name, { ...(sheet !== undefined ? { decisions: { sheet } } : {}), ...(described ? { structure: described } : {}) });
  parentPort?.postMessage({ text: json ? `${JSON.stringify(summarise(reading), null, 2)}\n` : report(reading) });
} catch (error) {
  if (!(error instanceof ReadingRefusal)) throw error;
  parentPort?.postMessage({ refused: { code: error.code, message: error.sentence('fr') } });
}
