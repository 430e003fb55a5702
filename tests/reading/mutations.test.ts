import { describe, expect, it } from 'vitest';
import { applyCodebook } from '../../src/lib/reading/apply-codebook.ts';
import { readFile } from '../../src/lib/reading/read.ts';
import { ReadingRefusal } from '../../src/lib/reading/refusal.ts';
import { closes, fixture } from './fixtures.ts';
import { CODEBOOK } from './codebook.ts';
import expected from '../fixtures/reading/expected.json' with { type: 'json' };

const SEED = 20_260_311;
const MUTATIONS = 2_000;
const FILES = Object.keys(expected).filter((name) => !name.startsWith('_'));

/** A small generator with a seed (mulberry32), so that a failure can be run again. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Mutation = { name: string; apply: (bytes: Uint8Array, next: () => number) => Uint8Array };

const pick = (next: () => number, below: number) => Math.floor(next() * below);
const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const encode = (text: string) => new TextEncoder().encode(text);
const linesOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split('\n');

const MUTATIONS_OF_BYTES: Mutation[] = [
  { name: 'cut', apply: (bytes, next) => bytes.subarray(0, pick(next, bytes.length)) },
  { name: 'cut at the start', apply: (bytes, next) => bytes.subarray(pick(next, bytes.length)) },
  { name: 'random bytes', apply: (bytes, next) => bytes.map((byte) => (next() < 0.01 ? pick(next, 256) : byte)) },
  { name: 'one byte', apply: (bytes, next) => { const at = pick(next, bytes.length); return bytes.map((byte, i) => (i === at ? pick(next, 256) : byte)); } },
  { name: 'a stretch doubled', apply: (bytes, next) => { const at = pick(next, bytes.length); return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(Math.max(0, at - pick(next, 400)))]); } },
  { name: 'zeros inside', apply: (bytes, next) => { const at = pick(next, bytes.length); return Uint8Array.from([...bytes.subarray(0, at), 0, 0, 0, ...bytes.subarray(at)]); } },
  { name: 'encoded twice', apply: (bytes) => encode(latin1(bytes)) },
  { name: 'to UTF-16', apply: (bytes, next) => { const text = new TextDecoder().decode(bytes); const big = next() < 0.5; const out = new Uint8Array(2 + text.length * 2); const view = new DataView(out.buffer); view.setUint16(0, 0xfeff, !big); for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), !big); return out; } },
  { name: 'to Windows-1252', apply: (bytes) => Uint8Array.from([...new TextDecoder().decode(bytes)].map((letter) => { const code = letter.charCodeAt(0); return code < 256 ? code : 63; })) },
  { name: 'columns shuffled', apply: (bytes, next) => { const delimiter = latin1(bytes).includes(';') ? ';' : ','; const order = Array.from({ length: 40 }, () => next()); return encode(linesOf(bytes).map((line) => line.split(delimiter).map((cell, i) => ({ cell, rank: order[i % 40]! })).sort((a, b) => a.rank - b.rank).map(({ cell }) => cell).join(delimiter)).join('\n')); } },
  { name: 'headers doubled', apply: (bytes) => { const lines = linesOf(bytes); return encode([lines[0], ...lines].join('\n')); } },
  { name: 'same header everywhere', apply: (bytes) => { const lines = linesOf(bytes); return encode([(lines[0] ?? '').replace(/[^;,"\t]+/g, 'x'), ...lines.slice(1)].join('\n')); } },
  { name: 'rows doubled', apply: (bytes, next) => { const lines = linesOf(bytes); return encode([...lines, ...lines.slice(1).filter(() => next() < 0.7)].join('\n')); } },
  { name: 'a huge cell', apply: (bytes, next) => { const lines = linesOf(bytes); const at = pick(next, lines.length); return encode(lines.map((line, i) => (i === at ? `${'z'.repeat(pick(next, 300_000))}${line}` : line)).join('\n')); } },
  { name: 'a quote somewhere', apply: (bytes, next) => { const at = pick(next, bytes.length); return Uint8Array.from([...bytes.subarray(0, at), 34, ...bytes.subarray(at)]); } },
  { name: 'another delimiter', apply: (bytes, next) => encode(new TextDecoder().decode(bytes).replaceAll(/[;,]/g, ['\t', '|', ';', ','][pick(next, 4)]!)) },
  { name: 'title and blank rows above', apply: (bytes, next) => encode(`${'Titre du fichier\n'.repeat(1 + pick(next, 3))}\n\n${new TextDecoder().decode(bytes)}`) },
  { name: 'notes below', apply: (bytes) => encode(`${new TextDecoder().decode(bytes)}\nTotal;1;2;3\n\nSource : étude\n`) },
  { name: 'empty cells', apply: (bytes, next) => encode(new TextDecoder().decode(bytes).replace(/"[^"]*"/g, (cell) => (next() < 0.3 ? '""' : cell))) },
  { name: 'strange words', apply: (bytes, next) => encode(new TextDecoder().decode(bytes).replace(/"[^"\n]*"/g, (cell) => (next() < 0.1 ? `"${['NSP', '=1+1', '1e400', '٣', '\u202e', '[]]', '01/02/03', '2,000,000', '-', '😀', 'constructor', '__proto__'][pick(next, 12)]!}"` : cell))) }
];

describe(`${MUTATIONS} mutations of the samples (seed ${SEED})`, () => {
  it('give a reading that closes or a refusal, never a crash nor a hang', { timeout: 300_000 }, async () => {
    const next = random(SEED);
    const tally = { readings: 0, refusals: new Map<string, number>(), slowest: 0, responses: 0 };
    for (let i = 0; i < MUTATIONS; i++) {
      const file = FILES[i % FILES.length]!;
      const mutation = MUTATIONS_OF_BYTES[Math.floor(i / FILES.length) % MUTATIONS_OF_BYTES.length]!;
      let bytes = mutation.apply(fixture(file), next);
      // A second mutation on top, for one file in three.
      if (next() < 0.33 && bytes.length > 0) bytes = MUTATIONS_OF_BYTES[pick(next, MUTATIONS_OF_BYTES.length)]!.apply(bytes, next);
      const from = performance.now();
      const context = `mutation ${i}: ${mutation.name} of ${file}`;
      try {
        const reading = await readFile(bytes, file);
        expect(closes(reading), context).toEqual({ rows: true, cells: true });
        const { accounting } = applyCodebook(reading, CODEBOOK, {});
        expect(accounting.rowsRead, context).toBe(accounting.responses + accounting.ignoredRows.length);
        expect(accounting.nonEmptyCells, context).toBe(reading.cells.nonEmpty);
        expect(accounting.importedCells + accounting.ignoredCells.reduce((sum, { cells }) => sum + cells, 0), context).toBe(accounting.nonEmptyCells);
        tally.readings++;
        tally.responses += reading.responseRows.length;
      } catch (error) {
        if (!(error instanceof ReadingRefusal)) throw new Error(context, { cause: error });
        tally.refusals.set(error.code, (tally.refusals.get(error.code) ?? 0) + 1);
      }
      const took = performance.now() - from;
      tally.slowest = Math.max(tally.slowest, took);
      expect(took, context).toBeLessThan(10_000);
    }
    const refusals = [...tally.refusals].map(([code, count]) => `${code} ${count}`).join(', ');
    console.info(`${MUTATIONS} mutations, seed ${SEED}: ${tally.readings} readings (${tally.responses} responses), refusals: ${refusals}; slowest ${Math.round(tally.slowest)} ms`);
    expect(tally.readings).toBeGreaterThan(MUTATIONS / 3);
  });
});
