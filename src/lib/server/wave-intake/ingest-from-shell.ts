import { migrate } from '../db/migrate.ts';
import { COMMAND_LINE } from '../editions/approval.ts';
import type { Progress } from '../workers/progress.ts';
import { ingestHere, type IngestInput, type IngestReport } from './ingest.ts';
import { shippedCodebooks } from './shipped-codebooks.ts';

export type ShellInput = Omit<IngestInput, 'actor' | 'brief'>;

/** What the command line asks for: the databases brought up to date, then `ingestHere` with the questionnaire shipped with the wave when none is given. */
export async function ingestFromShell(input: ShellInput, onProgress?: (progress: Progress) => void): Promise<IngestReport> {
  await migrate();
  const codebook = input.codebook ?? shippedCodebooks().find((shipped) => shipped.wave === input.wave);
  // It says figures and findings: a hundred thousand matches would only weigh on the crossing.
  return ingestHere({ ...input, ...(codebook ? { codebook } : {}), actor: COMMAND_LINE, brief: true }, onProgress);
}
