import type { Lang } from '#lib/domain/language.ts';
import { lastAuditId } from '../queries/audit.ts';
import { workshop } from '../db/databases.ts';
import { settings } from '../settings.ts';
import type { FigureChanges } from '../editions/figure-changes.ts';
import { runTask, type TaskOptions } from '../workers/run-task.ts';
import type { CommitReport } from './commit.ts';
import { readStoredCells, type CellWindow } from './cell-store.ts';
import { followReading } from './reading-job.ts';
import type { Preparation } from './preparation.ts';
import type { ReadQuestionnaire } from './template-read.ts';

export { createWave } from './create-wave.ts';
export { createDeposit, getDeposit, listDeposits, saveDecisions, undoDecisions, type Deposit, type NewDeposit } from './deposits.ts';
export { cancelReading, clearReading, readingState } from './reading-job.ts';
export type { CellWindow } from './cell-store.ts';
export type { TypedCell } from './cells.ts';
export { findingKey } from '#lib/reading/apply/collector.ts';
export { findingSentences } from './finding-sentences.ts';
export { rememberedChoices, type Remembered } from './remembered.ts';
export { registerShippedWaves, shippedCodebooks } from './shipped-codebooks.ts';
export type { CommitReport } from './commit.ts';
export { Matches, SURE_PROPOSAL } from './packed-matches.ts';
export type { Correction, FindingView, MatchView, Preparation, ReadingView } from './preparation.ts';

/** The last few preparations: a step of the wizard that changes nothing does not read the file again. */
const remembered = new Map<string, Promise<Preparation>>();
const KEPT = 4;

function limits(options: TaskOptions): TaskOptions {
  return { ...settings.readingLimits, ...options };
}

/**
 * The whole interpretation of a deposit, its findings and its accounting, computed in a worker with limits. Writes
 * nothing. The same answer is given again as long as nothing changed in the workshop.
 *
 * @throws DomainError `deposit_unknown`; ReadingRefusal `timeout`, `out_of_memory`
 */
export async function prepareDeposit(deposit: string, options: TaskOptions = {}): Promise<Preparation> {
  const key = `${settings.workshop.url} ${deposit} ${await lastAuditId(workshop())}`;
  const known = remembered.get(key);
  if (known) return known;
  const preparation = followReading(deposit, (signal, onProgress) => runTask('prepare-deposit', { deposit }, limits({ signal, onProgress, ...options })));
  remembered.set(key, preparation);
  preparation.catch(() => remembered.delete(key));
  for (const oldest of remembered.keys()) {
    if (remembered.size <= KEPT) break;
    remembered.delete(oldest);
  }
  return preparation;
}

/**
 * Commits a deposit in one transaction, in a worker. The dry run is the real run: it fails only for what
 * `prepareDeposit` shows. Committing twice writes once.
 *
 * @throws DomainError `findings_remain`, `deposit_unknown`
 */
export function commitDeposit(deposit: string, actor: string, options: TaskOptions = {}): Promise<CommitReport> {
  return runTask('commit-deposit', { deposit, actor }, limits(options));
}

/** The published figures that committing and publishing this deposit would change ("28/32" → "33/38"). Writes nothing. */
export function previewFigures(deposit: string, options: TaskOptions = {}): Promise<FigureChanges> {
  return runTask('preview-figures', { deposit }, limits(options));
}

/** An XLSX copy of the deposited table with what was found, written in a worker. Writes nothing in the workshop. */
export function annotateDeposit(deposit: string, lang: Lang, options: TaskOptions = {}): Promise<Uint8Array> {
  return runTask('annotate-deposit', { deposit, lang }, limits(options));
}

/** The questionnaire that a file describes, read in a worker; undefined when it describes none. @throws ReadingRefusal */
export function readQuestionnaireFile(bytes: Uint8Array<ArrayBuffer>, filename: string, options: TaskOptions = {}): Promise<ReadQuestionnaire | undefined> {
  return runTask('read-questionnaire', { bytes, filename }, limits({ ...options, transfer: [bytes.buffer] }));
}

/** Whether `prepareDeposit` has its answer at hand or under way. */
export async function isPreparing(deposit: string): Promise<boolean> {
  return remembered.has(`${settings.workshop.url} ${deposit} ${await lastAuditId(workshop())}`);
}

const storing = new Map<string, Promise<number>>();

/** After the preparation that every screen of a deposit needs: two readings of one file at once would take twice the memory. */
async function storeCells(deposit: string, stamp: number): Promise<number> {
  await prepareDeposit(deposit);
  return followReading(deposit, (signal, onProgress) => runTask('store-cells', { deposit, stamp }, limits({ signal, onProgress })));
}

/**
 * A window of the cells of a deposit, each as it stands and as it is read. The first call of each state of the workshop
 * reads the file in a worker; the others only look.
 */
export async function readCells(deposit: string, window: { from: number; rows: number; column: number; columns: number }): Promise<CellWindow | undefined> {
  const stamp = await lastAuditId(workshop());
  const stored = readStoredCells(deposit, stamp, window);
  if (stored) return stored;
  const key = `${deposit} ${stamp}`;
  const task = storing.get(key) ?? storeCells(deposit, stamp);
  storing.set(key, task);
  await task.finally(() => storing.delete(key));
  return readStoredCells(deposit, stamp, window);
}
