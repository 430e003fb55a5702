// Loads a census or a wave, with the code that the web uses: `npm run ingest -- census FILE`, `npm run ingest -- wave ID FILE`.
// Ends with 1, all problems said and nothing written, when the file is not right.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { DomainError, fill } from '../lib/domain/errors.ts';
import type { Lang } from '../lib/domain/language.ts';
import type { Codebook } from '../lib/domain/questionnaire/codebook.ts';
import { ReadingRefusal } from '../lib/reading/refusal.ts';
import type { Decisions, Interpretation } from '../lib/reading/types.ts';
import { settings } from '../lib/server/settings.ts';
import { packFile, type PackedFile } from '../lib/server/wave-intake/packed-file.ts';
import { runTask } from '../lib/server/workers/run-task.ts';
import { commandLine } from './command-line.ts';
import { findingLines } from './ingest/print-findings.ts';
import { SAYS } from './ingest/sentences.ts';

class Refused extends Error {}

const { values, positionals } = commandLine({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'fr' },
    reason: { type: 'string' },
    decisions: { type: 'string' },
    codebook: { type: 'string' },
    acknowledge: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false }
  }
}, SAYS.usage.fr);
const lang: Lang = values.lang === 'en' ? 'en' : 'fr';
const print = (...lines: string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''));
const say = (key: keyof typeof SAYS, details: Record<string, string | number> = {}): void => print(fill(SAYS[key][lang], details));

/** The whole file in a buffer of its own, which can be handed to a worker without a copy. */
function load(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new Refused(fill(SAYS.no_file[lang], { file, reason: error instanceof Error ? error.message : '' }));
  }
}

/** The file, a megabyte at a time. */
function* pieces(file: string): Generator<Uint8Array> {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(1 << 20);
      const read = readSync(handle, piece);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

/** The file packed, so that a large one weighs a tenth while it is read. */
async function pack(file: string): Promise<PackedFile> {
  try {
    return await packFile(pieces(file));
  } catch (error) {
    throw new Refused(fill(SAYS.no_file[lang], { file, reason: error instanceof Error ? error.message : '' }));
  }
}

function loadJson<T>(file: string | undefined): T | undefined {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(load(file))) as T;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(fill(SAYS.bad_json[lang], { file, reason: error instanceof Error ? error.message : '' }));
  }
}

async function ingestCensus(file: string): Promise<boolean> {
  // The databases are only opened here for a census: a wave is loaded by its worker, and both need not hold their modules.
  const [{ migrate }, { closeDatabases }, { COMMAND_LINE }] = await Promise.all([
    import('../lib/server/db/migrate.ts'),
    import('../lib/server/db/databases.ts'),
    import('../lib/server/editions/approval.ts')
  ]);
  await migrate();
  closeDatabases();
  const report = await runTask('load-census', { filename: basename(file), bytes: load(file), actor: COMMAND_LINE, reason: values.reason, dryRun: values['dry-run'] });
  const { outcome, findings, rows, added, changed, absent } = report;
  print(...findingLines(findings, lang));
  const blocking = findings.filter((finding) => finding.level === 'blocking').length;
  if (outcome === 'refused') say('refused', { blocking, unseen: 0 });
  else say(`census_${outcome}`, { rows, added, changed, absent });
  return outcome !== 'refused';
}

function tally(reasons: [string, number][]): string {
  return reasons.length > 0 ? ` (${reasons.map(([reason, count]) => `${reason} ${count}`).join(', ')})` : '';
}

function accounting({ rowsRead, responses, ignoredRows, nonEmptyCells, importedCells, ignoredCells }: Interpretation['accounting']): void {
  const rows = new Map<string, number>();
  for (const { reason } of ignoredRows) rows.set(reason, (rows.get(reason) ?? 0) + 1);
  say('rows', { read: rowsRead, responses, ignored: ignoredRows.length, reasons: tally([...rows]) });
  const ignored = ignoredCells.reduce((sum, { cells }) => sum + cells, 0);
  say('cells', { all: nonEmptyCells, imported: importedCells, ignored, reasons: tally(ignoredCells.map(({ reason, cells }) => [reason, cells])) });
}

async function ingestWave(wave: string, file: string): Promise<boolean> {
  const codebook = loadJson<Codebook>(values.codebook);
  const bytes = await pack(file);
  const decisions = loadJson<Decisions>(values.decisions);
  const input = { wave, filename: basename(file), bytes, decisions, codebook, acknowledgeAll: values.acknowledge, dryRun: values['dry-run'] };
  const { outcome, preparation, frame, responses } = await runTask('ingest-wave', input, { ...settings.readingLimits, transfer: bytes.parts.map((part) => part.bytes.buffer as ArrayBuffer) });
  const { findings, counts, deposit } = preparation;
  print(...findingLines(outcome === 'already' ? [] : findings, lang));
  if (preparation.reading) accounting(preparation.accounting);
  if (outcome === 'refused') say('refused', { blocking: counts.blocking, unseen: counts.unseen });
  else say(`wave_${outcome}`, { wave, responses, frame, at: deposit.committedAt ?? '' });
  return outcome !== 'refused';
}

async function run(): Promise<boolean> {
  const [what, ...rest] = positionals;
  const known = (what === 'census' && rest.length === 1) || (what === 'wave' && rest.length === 2);
  if (!known) throw new Refused(SAYS.usage[lang]);
  const [first = '', second = ''] = rest;
  return what === 'census' ? ingestCensus(first) : ingestWave(first, second);
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  if (error instanceof DomainError || error instanceof ReadingRefusal) print(error.sentence(lang));
  else if (error instanceof Refused) print(error.message);
  else throw error;
  process.exitCode = 1;
}
