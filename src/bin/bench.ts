// Measures the ingestion of a wave against `sqlite3 .import` of the same file: `npm run bench [-- --rows 100000 --columns 60]`.
// Prints ratios; it is not a test, and no time fails it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CENSUS_COLUMN_NAMES } from '../lib/server/census-intake/columns.ts';
import { benchCodebook, writeAnswers, writeCensus } from './bench/generate.ts';
import { writeFileSync } from 'node:fs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, columns: { type: 'string', default: '60' } } });
const columns = Number(values.columns);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

type Measure = { seconds: number; cpu: number; megabytes: number };

/** Runs a command to its end. `megabytes` is the most memory it held, where the system's `time` tells it. */
function measure(folder: string, command: string, args: string[]): Measure {
  const report = join(folder, 'time.txt');
  const started = performance.now();
  const child = spawnSync('/usr/bin/time', ['-o', report, '-f', '%U %S %M', 'env', `OBSERVATORY_DATA_DIR=${folder}`, command, ...args], { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  if (child.status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${child.stdout.slice(-500)}${child.stderr.slice(-500)}`);
  const [user = 0, system = 0, kilobytes = 0] = spawnSync('tail', ['-1', report], { encoding: 'utf8' }).stdout.trim().split(' ').map(Number);
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

const say = (name: string, { seconds, cpu, megabytes }: Measure): void => print(`${name.padEnd(34)} ${seconds.toFixed(1)} s, processor ${cpu.toFixed(1)} s, memory ${megabytes.toFixed(0)} MB`);

async function ingest(rows: number): Promise<{ ours: Measure; theirs: Measure }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const codebook = benchCodebook(columns);
    const [answers, census, questions] = ['answers.csv', 'census.csv', 'codebook.json'].map((name) => join(folder, name)) as [string, string, string];
    await writeAnswers(answers, codebook, rows);
    await writeCensus(census, CENSUS_COLUMN_NAMES, rows);
    writeFileSync(questions, JSON.stringify(codebook));
    print(`\n${rows.toLocaleString('en')} rows × ${columns} columns, ${(statSync(answers).size / 1e6).toFixed(1)} MB`);
    const tsx = ['--import', 'tsx'];
    say('census', measure(folder, process.execPath, [...tsx, 'src/bin/ingest.ts', 'census', census]));
    const ours = measure(folder, process.execPath, [...tsx, 'src/bin/ingest.ts', 'wave', codebook.wave, answers, '--codebook', questions, '--acknowledge']);
    say('wave: read, match, check, commit', ours);
    const theirs = measure(folder, 'sqlite3', ['-separator', ';', join(folder, 'plain.db'), '.mode csv', '.separator ;', `.import ${answers} answers`]);
    say('sqlite3 .import', theirs);
    return { ours, theirs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const most = Number(values.rows);
const small = await ingest(Math.min(1000, most));
const large = await ingest(most);
print(`\nratio to sqlite3 .import, processor time: ${(large.ours.cpu / large.theirs.cpu).toFixed(1)} (goal: at most 8)`);
print(`rows × ${(most / 1000).toFixed(0)}: processor time × ${(large.ours.cpu / small.ours.cpu).toFixed(1)}`);
