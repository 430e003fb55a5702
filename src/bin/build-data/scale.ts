import { closeSync, copyFileSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { LEAD_TYPES } from '#lib/domain/census/initiative.ts';
import { CENSUS_COLUMNS } from './census-columns.ts';
import { syntheticRow } from './census.ts';
import { readCommunes, TERRITORY_TYPES } from './communes.ts';
import { censusCsv, limesurveyLine } from './csv.ts';
import { answerCells, headers, METADATA } from './limesurvey.ts';
import { newcomerAnswers } from './newcomers.ts';
import { readCodebook } from './outputs.ts';
import { createRandom, type Random } from './random.ts';
import { startDate } from './start-dates.ts';
import type { Synthetic } from './synthetic.ts';

/** Timings, which LimeSurvey adds when it is asked to: they bring the export to sixty columns. */
const TIMINGS = ['interviewtime. Temps total', ...[1, 2, 3, 4, 5].map((group) => `groupTime${group}. Temps pour le groupe de questions : ${group}`)];
const ROWS_PER_WRITE = 2_000;
const SEED = 60;

/** What is asked for: numbers of responses and of initiatives; 0 writes no such file. */
export type Scale = { responses: number; initiatives: number; out: string };

/**
 * Writes files of any size and of the same kinds into a folder outside the repository, with the codebook they follow:
 * two initiatives in three are caisses, and the n-th response comes from the n-th caisse. Returns the paths.
 */
export function writeScaled(root: string, { responses, initiatives, out }: Scale): string[] {
  const folder = resolve(out);
  if (!relative(root, folder).startsWith('..')) throw new RangeError(`--out ${out}: choose a folder outside the repository`);
  mkdirSync(folder, { recursive: true });
  const codebook = join(folder, 'codebook.json');
  copyFileSync(join(root, 'data/waves/2025/codebook.json'), codebook);
  return [
    codebook,
    ...(initiatives > 0 ? [writeCensus(join(folder, `census-${initiatives}.csv`), initiatives)] : []),
    ...(responses > 0 ? [writeResponses(root, join(folder, `results-survey814275-${responses}.csv`), responses)] : [])
  ];
}

function writeCensus(path: string, count: number): string {
  const random = createRandom(SEED);
  const communes = readCommunes();
  const lines = chunked(count, (index) => {
    const each = scaled(random, index + 1);
    const seat = random.integer(0, communes.length - 1);
    // Codes follow each other inside a département: the next ones are of the same, mostly.
    const wide = communes.slice(seat, seat + (random.chance(0.8) ? 1 : 3));
    const placed = { ...each, communes: wide.filter((commune) => commune.departement === wide[0]?.departement) };
    return syntheticRow(random, placed, random.integer(8, 400));
  });
  const file = openSync(path, 'w');
  let first = true;
  for (const rows of lines) {
    const text = censusCsv(CENSUS_COLUMNS, rows);
    writeSync(file, first ? text : text.slice(text.indexOf('\n') + 1));
    first = false;
  }
  closeSync(file);
  return path;
}

function writeResponses(root: string, path: string, count: number): string {
  const random = createRandom(SEED + 1);
  const { questions } = readCodebook(root, '2025');
  const file = openSync(path, 'w');
  writeSync(file, `\uFEFF${limesurveyLine([...METADATA, ...questions.flatMap(headers), ...TIMINGS])}`);
  const lines = chunked(count, (index) => {
    const answers = newcomerAnswers(random, scaled(random, caisseNumber(index)));
    const second = String(index % 60).padStart(2, '0');
    const stamp = `2025-06-${String(2 + (index % 28)).padStart(2, '0')} 10:${second}:${second}`;
    return limesurveyLine([
      String(index + 1), stamp, '6', 'fr', String(random.integer(10_000_000, 2_000_000_000)), stamp, stamp,
      ...questions.flatMap((question) => answerCells(question, answers[question.code])),
      ...TIMINGS.map(() => (random.integer(1_000, 60_000) / 100).toFixed(2))
    ]);
  });
  for (const chunk of lines) writeSync(file, chunk.join(''));
  closeSync(file);
  return path;
}

/** Numbers 1, 2, 4, 5, 7, 8…: every third initiative is not a caisse. */
function caisseNumber(index: number): number {
  return Math.floor(index / 2) * 3 + (index % 2) + 1;
}

function scaled(random: Random, number: number): Synthetic {
  const label = String(number).padStart(6, '0');
  return {
    number,
    slug: `initiative-synthetique-${label}`,
    name: `Initiative synthétique ${label}`,
    kind: number % 3 === 0 ? 'groupe_local' : 'caisse',
    status: 'active',
    // The n-th lead type, so that the census and the responses agree without knowing each other.
    lead: LEAD_TYPES[number % (LEAD_TYPES.length - 1)] ?? 'association',
    territory: TERRITORY_TYPES[number % TERRITORY_TYPES.length] ?? 'rural',
    communes: [],
    startedOn: startDate(random, true, 'active'),
    answers2025: true
  };
}

/** `count` values made one after the other, handed over in chunks so that memory stays small. */
function* chunked<T>(count: number, make: (index: number) => T): Generator<T[]> {
  for (let from = 0; from < count; from += ROWS_PER_WRITE) {
    yield Array.from({ length: Math.min(ROWS_PER_WRITE, count - from) }, (_, offset) => make(from + offset));
  }
}
