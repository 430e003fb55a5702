import { findJob, writeJob, type DepositJob } from '../queries/intake.ts';
import type { Progress } from '../workers/progress.ts';

type Running = { controller: AbortController; progress: Progress; startedAt: string };
const running = new Map<string, Running>();

/** Readings that end sooner leave no trace. */
const WORTH_SAYING = 1000;
const STALE = 10_000;

/**
 * Follows a long reading: its progress is written with the deposit each second, so that any page, and any other server,
 * can say how far it is; it can be cancelled.
 */
export async function followReading<T>(deposit: string, read: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<T>): Promise<T> {
  const job: Running = { controller: new AbortController(), progress: { step: 'read', done: 0 }, startedAt: new Date().toISOString() };
  running.set(deposit, job);
  let said = false;
  const say = (status: DepositJob['status']): Promise<void> => {
    said = true;
    return writeJob({ deposit, ...job.progress, status, startedAt: job.startedAt, updatedAt: new Date().toISOString() }).catch(() => undefined);
  };
  const timer = setInterval(() => void say('running'), WORTH_SAYING);
  let status: DepositJob['status'] = 'done';
  try {
    const known = await findJob(deposit);
    if (known && known.status !== 'done') await say('running');
    return await read(job.controller.signal, (progress) => (job.progress = progress));
  } catch (error) {
    status = job.controller.signal.aborted ? 'cancelled' : 'failed';
    said = true;
    throw error;
  } finally {
    clearInterval(timer);
    if (running.get(deposit) === job) running.delete(deposit);
    if (status === 'done') job.progress = { step: 'done', done: 1 };
    if (said) await say(status);
  }
}

/** How far the reading of a deposit is: the one of this server first, else what was last written. */
export async function readingState(deposit: string): Promise<Pick<DepositJob, 'step' | 'done' | 'status' | 'startedAt'> | undefined> {
  const job = running.get(deposit);
  if (job) return { ...job.progress, status: 'running', startedAt: job.startedAt };
  const known = await findJob(deposit);
  // A server that stopped meanwhile reads nothing any more.
  return known?.status === 'running' && Date.now() - Date.parse(known.updatedAt) > STALE ? undefined : known;
}

/** Stops the reading of a deposit. Nothing was written, so nothing has to be taken back. @returns false when none was under way here */
export function cancelReading(deposit: string): boolean {
  const job = running.get(deposit);
  job?.controller.abort();
  return job !== undefined;
}

/** Forgets that a reading was cancelled or failed, so that the next page may begin again. */
export async function clearReading(deposit: string): Promise<void> {
  const job = await findJob(deposit);
  if (job && job.status !== 'running') await writeJob({ ...job, status: 'done', updatedAt: new Date().toISOString() });
}
