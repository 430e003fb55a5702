// First module of a worker thread: runs one task and answers once.
import { parentPort, workerData } from 'node:worker_threads';
import { closeDatabases } from '../db/databases.ts';
import { carry } from './failure.ts';
import type { Progress } from './progress.ts';
import type { Message } from './run-task.ts';
import { tasks, type TaskName } from './tasks.ts';

const { name, input } = workerData as { name: TaskName; input: never };
const say = (message: Message): void => parentPort?.postMessage(message);

try {
  const result = await tasks[name](input, (progress: Progress) => say({ progress }));
  closeDatabases();
  say({ result });
} catch (error) {
  closeDatabases();
  say({ failure: carry(error) });
}
