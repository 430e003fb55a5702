import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { applyCodebook } from '#lib/reading/apply-codebook.ts';
import type { FileBytes } from '#lib/reading/file-bytes.ts';
import { readFile } from '#lib/reading/read.ts';
import type { Decisions, Interpretation, Reading } from '#lib/reading/types.ts';

export type InterpretInput = { bytes: FileBytes; filename: string; codebook: Codebook; otherCodebooks: Codebook[]; decisions: Decisions };

/** Reads a file and understands it through a codebook. Pure, but for the time it takes. @throws ReadingRefusal */
export async function interpret({ bytes, filename, codebook, otherCodebooks, decisions }: InterpretInput): Promise<{ reading: Reading; apply: (decisions: Decisions) => Interpretation }> {
  const reading = await readFile(bytes, filename, { decisions });
  return { reading, apply: (with_) => applyCodebook(reading, codebook, with_, { otherCodebooks }) };
}
