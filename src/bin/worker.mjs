// Entry of every worker thread: Node 20 does not strip types, and a worker does not inherit a loader.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
