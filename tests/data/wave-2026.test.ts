import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { inFrame } from '#lib/domain/questionnaire/frame.ts';
import type { Kind } from '#lib/domain/census/initiative.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { readCensusLines, readWaveLines } from './raw-files.ts';

const codebook = JSON.parse(readFileSync('data/waves/2026-demo/codebook.json', 'utf8')) as Codebook;
let rows: string[][];
let answers: string[][];
const column = (label: RegExp): number => rows[2]!.findIndex((header) => label.test(header));

beforeAll(async () => {
  const book = await readXlsx(readFileSync('data/waves/2026-demo/vague-2026.xlsx'));
  rows = book.sheets[0]!.rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))));
  answers = rows.slice(3, rows.findIndex((row) => row[0] === 'Total'));
});

describe('the demonstration workbook of 2026', () => {
  it('has the habits of an office: title, blank row, headers, responses, total, note', () => {
    expect(rows[0]![0]).toContain('données synthétiques');
    expect(rows[1]!.every((cell) => cell === '')).toBe(true);
    expect(rows[2]!.slice(0, 2)).toEqual(['N°', 'Date de réponse']);
    expect(answers).toHaveLength(38);
    expect(rows.at(-1)![0]).toMatch(/^Note/);
    expect(answers.every((row) => /^\d\d\/0[56]\/2026$/.test(row[1]!))).toBe(true);
  });

  it('writes money, percentages and absences as French offices do', () => {
    const all = answers.flat();
    expect(all.some((cell) => /^\d{1,3}([ \u00A0\u202F]\d{3})+,\d\d[ \u00A0\u202F]€$/.test(cell))).toBe(true);
    expect(all.some((cell) => /^\d+[ \u00A0\u202F]%$/.test(cell))).toBe(true);
    for (const word of ['NSP', 'nc', 'sans objet']) expect(all).toContain(word);
    expect(all.some((cell) => cell.startsWith('='))).toBe(true);
    expect(all.some((cell) => /\); |ables; /.test(cell))).toBe(true);
  });

  it('is answered by 24 caisses of 2025 and 14 others, all synthetic and all of the frame', () => {
    const census = new Map(readCensusLines().map((line) => [line.name, line]));
    const before = new Set(readWaveLines().map((line) => line.NOM));
    const names = answers.map((row) => row[column(/^Nom de la caisse/)]!);
    expect(new Set(names).size).toBe(38);
    expect(names.filter((name) => before.has(name))).toHaveLength(24);
    for (const name of names) {
      const line = census.get(name)!;
      expect(line.provenance).toBe('synthetic');
      expect(inFrame(codebook.frame, { slug: line.slug!, kind: line.kind as Kind }), name).toBe(true);
    }
  });

  it('asks twelve initiatives besides the caisses, which the census knows as local groups', () => {
    const bySlug = new Map(readCensusLines().map((line) => [line.slug, line]));
    expect(codebook.frame.also).toHaveLength(12);
    for (const slug of codebook.frame.also!) expect(bySlug.get(slug)).toMatchObject({ kind: 'groupe_local', provenance: 'synthetic' });
    expect(inFrame(codebook.frame, { slug: 'touraine-ssa-37', kind: 'groupe_local' })).toBe(false);
  });

  it('holds what an editor must look at: a mix with a blank line, one that does not add up, an unlisted body', () => {
    const first = column(/en pourcentage/);
    const mixes = answers.map((row) => row.slice(first, first + 3));
    const value = (cell: string): number => Number(cell.replace(/[ \u00A0\u202F]%/, '').replace(',', '.'));
    const partial = mixes.filter((mix) => mix.some((cell) => cell === '') && mix.some((cell) => /%/.test(cell)));
    const off = mixes.filter((mix) => mix.every((cell) => /%/.test(cell)) && Math.abs(mix.reduce((sum, cell) => sum + value(cell), 0) - 100) > 1);
    expect(partial).toHaveLength(1);
    expect(off).toHaveLength(1);
    expect(answers.filter((row) => row[column(/instances décident/)]!.includes('Conseil des sages'))).toHaveLength(1);
  });
});
