import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ReadingRefusal } from '#lib/reading/refusal.ts';
import { settings } from '../settings.ts';
import { uncarry, type CarriedFailure } from './failure.ts';
import type { Progress } from './progress.ts';
import type { TaskName, Tasks } from './tasks.ts';

export type TaskOptions = {
  /** Most memory the worker may take, in megabytes. */
  memoryMb?: number;
  /** Longest it may run, in milliseconds. */
  milliseconds?: number;
  onProgress?: (progress: Progress) => void;
  /** Ends the worker. What it had not committed is not stored. */
  signal?: AbortSignal;
  /** Buffers of the input that are handed over instead of copied; the caller must not use them any more. */
  transfer?: ArrayBuffer[];
};

/** What a worker says. */
export type Message = { progress: Progress } | { result: unknown } | { failure: CarriedFailure };

/**
 * Runs a task in a thread of its own, so that a long import leaves the site answering and a hostile file cannot take
 * its memory.
 *
 * @throws ReadingRefusal `timeout` or `out_of_memory` beyond the limits; whatever the task throws; AbortError
 */
export function runTask<N extends TaskName>(name: N, input: Parameters<Tasks[N]>[0], options: TaskOptions = {}): Promise<Awaited<ReturnType<Tasks[N]>>> {
  const { memoryMb, milliseconds, onProgress, signal, transfer = [] } = options;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(join(settings.root, 'src/bin/worker.mjs'), {
      workerData: { entry: 'src/lib/server/workers/entry.ts', name, input },
      transferList: transfer,
      ...(memoryMb ? { resourceLimits: { maxOldGenerationSizeMb: memoryMb } } : {})
    });
    let settled = false;
    const settle = (end: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      signal?.removeEventListener('abort', abort);
      void worker.terminate();
      end();
    };
    const abort = (): void => settle(() => reject(signal?.reason instanceof Error ? signal.reason : new DOMException('Cancelled', 'AbortError')));
    const deadline = milliseconds
      ? setTimeout(() => settle(() => reject(new ReadingRefusal('timeout', { seconds: Math.round(milliseconds / 1000) }))), milliseconds)
      : undefined;
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: Message) => {
      if ('progress' in message) onProgress?.(message.progress);
      else if ('failure' in message) settle(() => reject(uncarry(message.failure)));
      else settle(() => resolve(message.result as Awaited<ReturnType<Tasks[N]>>));
    });
    worker.on('error', (error: Error & { code?: string }) => {
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ReadingRefusal('out_of_memory') : error));
    });
    worker.on('exit', (code) => settle(() => reject(new Error(`The worker for ${name} ended without an answer (${code})`))));
  });
}
