import { draftHere, type EditionDraft } from '../editions/draft.ts';
import { nextTablesHere } from '../editions/next-tables-here.ts';
import { publishHere, type PublishInput } from '../editions/publish.ts';
import { loadCensus, type CensusFile, type CensusReport } from '../census-intake/load-census.ts';
import { workshop } from '../db/databases.ts';
import { annotateHere, type AnnotateInput } from '../wave-intake/annotated.ts';
import { storeCellsHere, type StoreCells } from '../wave-intake/cell-store.ts';
import { commitHere, type CommitInput, type CommitReport } from '../wave-intake/commit.ts';
import { ingestHere, type IngestInput, type IngestReport } from '../wave-intake/ingest.ts';
import type { Preparation } from '../wave-intake/preparation.ts';
import { prepare, storedDeposit } from '../wave-intake/prepare.ts';
import { readQuestionnaire, type ReadQuestionnaire } from '../wave-intake/template-read.ts';
import { previewHere } from '../wave-intake/preview.ts';
import type { FigureChanges } from '../editions/figure-changes.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import type { Progress } from './progress.ts';

type Report = (progress: Progress) => void;

/** Everything that runs in a worker, by name. Input and result cross threads: plain values only. */
export const tasks = {
  'load-census': (input: CensusFile): Promise<CensusReport> => loadCensus(input),
  'prepare-deposit': async ({ deposit }: { deposit: string }, report: Report): Promise<Preparation> =>
    (await prepare(workshop(), await storedDeposit(workshop(), deposit), report)).preparation,
  'commit-deposit': (input: CommitInput, report: Report): Promise<CommitReport> => commitHere(input, report),
  'ingest-wave': async (input: IngestInput, report: Report): Promise<IngestReport> => {
    const { preparation, ...rest } = await ingestHere(input, report);
    // The command line says figures and findings; a hundred thousand matches would only weigh on the crossing.
    return { ...rest, preparation: { ...preparation, matches: [] } };
  },
  'annotate-deposit': (input: AnnotateInput): Promise<Uint8Array> => annotateHere(input),
  'read-questionnaire': ({ bytes, filename }: { bytes: Uint8Array; filename: string }): Promise<ReadQuestionnaire | undefined> => readQuestionnaire(bytes, filename),
  'store-cells': (input: StoreCells): Promise<number> => storeCellsHere(input),
  'preview-figures': ({ deposit }: { deposit: string }, report: Report): Promise<FigureChanges> => previewHere(deposit, report),
  'draft-edition': (_: object, report: Report): Promise<EditionDraft> => draftHere(report),
  'next-tables': (_: object): Promise<PublishedTable[]> => nextTablesHere(),
  'publish-edition': (input: PublishInput, report: Report): Promise<EditionSummary> => publishHere(input, report)
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
