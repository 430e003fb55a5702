import type { EditionDraft } from '../editions/draft.ts';
import type { PublishInput } from '../editions/publish.ts';
import type { CensusFile, CensusReport } from '../census-intake/load-census.ts';
import type { AnnotateInput } from '../wave-intake/annotated.ts';
import type { StoreCells } from '../wave-intake/cell-store.ts';
import type { CommitInput, CommitReport } from '../wave-intake/commit.ts';
import type { IngestReport } from '../wave-intake/ingest.ts';
import type { ShellInput } from '../wave-intake/ingest-from-shell.ts';
import type { Preparation } from '../wave-intake/preparation.ts';
import type { ReadQuestionnaire } from '../wave-intake/template-read.ts';
import type { FigureChanges } from '../editions/figure-changes.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import type { Progress } from './progress.ts';

type Report = (progress: Progress) => void;

/**
 * Everything that runs in a worker, by name. Input and result cross threads: plain values only. A task loads its own modules: a
 * worker that reads a file has no use, and no memory, for those that publish.
 */
export const tasks = {
  'load-census': async (input: CensusFile): Promise<CensusReport> => (await import('../census-intake/load-census.ts')).loadCensus(input),
  'prepare-deposit': async ({ deposit }: { deposit: string }, report: Report): Promise<Preparation> => {
    const [{ prepare, storedDeposit }, { workshop }] = await Promise.all([import('../wave-intake/prepare.ts'), import('../db/databases.ts')]);
    return (await prepare(workshop(), await storedDeposit(workshop(), deposit), report)).preparation;
  },
  'commit-deposit': async (input: CommitInput, report: Report): Promise<CommitReport> => (await import('../wave-intake/commit.ts')).commitHere(input, report),
  'ingest-wave': async (input: ShellInput, report: Report): Promise<IngestReport> => (await import('../wave-intake/ingest-from-shell.ts')).ingestFromShell(input, report),
  'annotate-deposit': async (input: AnnotateInput): Promise<Uint8Array> => (await import('../wave-intake/annotated.ts')).annotateHere(input),
  'read-questionnaire': async ({ bytes, filename }: { bytes: Uint8Array; filename: string }): Promise<ReadQuestionnaire | undefined> =>
    (await import('../wave-intake/template-read.ts')).readQuestionnaire(bytes, filename),
  'store-cells': async (input: StoreCells, report: Report): Promise<number> => (await import('../wave-intake/cell-store.ts')).storeCellsHere(input, report),
  'preview-figures': async ({ deposit }: { deposit: string }, report: Report): Promise<FigureChanges> => (await import('../wave-intake/preview.ts')).previewHere(deposit, report),
  'draft-edition': async (_: object, report: Report): Promise<EditionDraft> => (await import('../editions/draft.ts')).draftHere(report),
  'next-tables': async (_: object): Promise<PublishedTable[]> => (await import('../editions/next-tables-here.ts')).nextTablesHere(),
  'publish-edition': async (input: PublishInput, report: Report): Promise<EditionSummary> => (await import('../editions/publish.ts')).publishHere(input, report)
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
