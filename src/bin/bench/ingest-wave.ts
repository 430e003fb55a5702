// Ingestion of a wave against `sqlite3 .import` of the same file: seconds, processor, memory, ratio, growth.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CENSUS_COLUMN_NAMES } from '../../lib/server/census-intake/columns.ts';
import { ensurePrograms } from '../programs/compile.mjs';
import { benchCodebook, writeAnswers, writeCensus } from './generate.ts';

type Measure = { seconds: number; cpu: number; megabytes: number };

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const count = (number: number): string => number.toLocaleString('en');

/** Runs a command to its end. `megabytes` is the most memory that its whole process held. */
function measure(folder: string, command: string, args: string[]): Measure {
  const report = join(folder, 'time.txt');
  const started = performance.now();
  const child = spawnSync('/usr/bin/time', ['-o', report, '-f', '%U %S %M', 'env', `OBSERVATORY_DATA_DIR=${folder}`, command, ...args], { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  if (child.status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${child.stdout.slice(-500)}${child.stderr.slice(-500)}`);
  const [user = 0, system = 0, kilobytes = 0] = spawnSync('tail', ['-1', report], { encoding: 'utf8' }).stdout.trim().split(' ').map(Number);
  return { seconds, cpu: user + system, megabytes: (kilobytes * 1024) / 1e6 };
}

const say = (name: string, { seconds, cpu, megabytes }: Measure): void => print(`${name.padEnd(34)} ${seconds.toFixed(2)} s, processor ${cpu.toFixed(2)} s, memory ${megabytes.toFixed(0)} MB`);

/** A census in which every respondent is: each of the answers is matched and committed. */
async function ingest(rows: number, columns: number): Promise<{ rows: number; ours: Measure; theirs: Measure }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const codebook = benchCodebook(columns);
    const [answers, census, questions] = ['answers.csv', 'census.csv', 'codebook.json'].map((name) => join(folder, name)) as [string, string, string];
    await writeAnswers(answers, codebook, rows);
    await writeCensus(census, CENSUS_COLUMN_NAMES, rows);
    writeFileSync(questions, JSON.stringify(codebook));
    print(`\n${count(rows)} rows × ${columns} columns, ${(statSync(answers).size / 1e6).toFixed(1)} MB, a census of ${count(rows)} initiatives`);
    say('census', measure(folder, process.execPath, ['src/bin/run.mjs', 'ingest', 'census', census]));
    const ours = measure(folder, process.execPath, ['src/bin/run.mjs', 'ingest', 'wave', codebook.wave, answers, '--codebook', questions, '--acknowledge']);
    say('wave: read, match, check, commit', ours);
    const theirs = measure(folder, 'sqlite3', ['-separator', ';', join(folder, 'plain.db'), '.mode csv', '.separator ;', `.import ${answers} answers`]);
    say('sqlite3 .import', theirs);
    return { rows, ours, theirs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures 1,000 rows, 10,000 rows and the number asked for, and prints what each costs. */
export async function benchIngestion(rows: number, columns: number): Promise<void> {
  await ensurePrograms();
  const measures = [];
  for (const size of new Set([1000, 10_000, rows].filter((each) => each <= rows))) measures.push(await ingest(size, columns));
  const [small, large] = [measures[0], measures.at(-1)];
  if (!small || !large) return;
  print(`\nratio to sqlite3 .import: processor × ${(large.ours.cpu / large.theirs.cpu).toFixed(1)}, time × ${(large.ours.seconds / large.theirs.seconds).toFixed(1)} (goal: at most 8)`);
  print(`memory of the whole process: ${large.ours.megabytes.toFixed(0)} MB (goal: under 400)`);
  // Starting takes the same time whatever the file: growth is that of what is added to it.
  for (const [at, next] of measures.entries()) {
    const before = measures[at - 1];
    if (before) print(`rows × ${(next.rows / before.rows).toFixed(0)} (${count(before.rows)} → ${count(next.rows)}): processor × ${(next.ours.cpu / before.ours.cpu).toFixed(1)}`);
  }
  const middle = measures.at(-2);
  if (middle && middle !== small) {
    const perRow = (from: typeof small, to: typeof small): number => ((to.ours.cpu - from.ours.cpu) / (to.rows - from.rows)) * 1e6;
    print(`processor per added row: ${perRow(small, middle).toFixed(0)} µs from ${count(small.rows)} to ${count(middle.rows)}, ${perRow(middle, large).toFixed(0)} µs from there to ${count(large.rows)}`);
  }
}
