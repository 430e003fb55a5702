// Entry of every worker thread: it is told which program to run.
import { workerData } from 'node:worker_threads';
import { loadProgram } from './programs/load.mjs';

await loadProgram(workerData.entry);
