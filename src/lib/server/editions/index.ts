import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { runTask, type TaskOptions } from '../workers/run-task.ts';
import type { EditionDraft } from './draft.ts';
import type { PublishInput } from './publish.ts';

export { COMMAND_LINE } from './approval.ts';
export type { EditionDraft, HeldTable } from './draft.ts';
export type { LevelChange } from './level-changes.ts';
export type { FigureChange, FigureChanges } from './figure-changes.ts';
export type { PublishInput } from './publish.ts';
export { settlePublications, type Settlement } from './settle.ts';
export { withdrawEdition } from './withdraw.ts';

/** Computes the next edition in a worker, without writing anything. */
export function draftEdition(options: TaskOptions = {}): Promise<EditionDraft> {
  return runTask('draft-edition', {}, options);
}

/**
 * Publishes the next edition, in a worker. All or nothing; see `publishHere` for the failures.
 *
 * @returns the edition as the public now sees it
 */
export function publishEdition(input: PublishInput, options: TaskOptions = {}): Promise<EditionSummary> {
  return runTask('publish-edition', input, options);
}
