import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCensusLines, readWaveLines, type Line } from './raw-files.ts';

const path = 'data/waves/2025/results-survey814275.csv';
const lines = readWaveLines();
const census = new Map(readCensusLines().map((line) => [line.name, line]));
const columns = (code: string): string[] => Object.keys(lines[0]!).filter((each) => each.startsWith(`${code}[`));
const numbers = (code: string): number[] => lines.flatMap((line) => (line[code] === '' ? [] : [Number(line[code])]));
const LEADS: Record<string, string> = {
  Association: 'association', 'Collectif sans structure juridique propre': 'collectif', 'Collectivité territoriale ou CCAS': 'collectivite',
  'Organisme de sécurité sociale (CAF, MSA, CPAM)': 'securite_sociale',
  "Autre structure de l'économie sociale et solidaire (coopérative, SCIC)": 'ess'
};

describe('the file is what LimeSurvey exports', () => {
  const text = readFileSync(path, 'utf8');

  it('has a byte order mark, CRLF between rows, every cell quoted', () => {
    expect(text.startsWith('\uFEFF"id. ID de la réponse";')).toBe(true);
    expect(text.endsWith('"\r\n')).toBe(true);
    for (const row of text.slice(1, -2).split('\r\n')) expect(row).toMatch(/^"[\s\S]*"$/);
    expect(text.split('\r\n')).toHaveLength(34);
  });

  it('holds a comment over two lines with quotes and a semicolon, and one that begins like a formula', () => {
    const comments = lines.map((line) => line.COMMENT!);
    expect(comments.some((comment) => /;\n.*"/.test(comment))).toBe(true);
    expect(comments.filter((comment) => comment.startsWith('='))).toHaveLength(1);
    expect(lines.filter((line) => line['GOUV[other]'] !== '').length).toBeGreaterThanOrEqual(1);
  });

  it('has completed responses only, in the order of their submission', () => {
    const submitted = lines.map((line) => line.submitdate!);
    expect(submitted.every((date) => /^2025-0[67]-\d\d \d\d:\d\d:\d\d$/.test(date))).toBe(true);
    expect(submitted).toEqual([...submitted].sort());
    expect(new Set(lines.map((line) => line.id)).size).toBe(32);
  });
});

describe('the responses', () => {
  it('are attached to synthetic caisses only, and agree with their line of the census', () => {
    for (const line of lines) {
      const initiative = census.get(line.NOM!)!;
      expect(initiative).toMatchObject({ provenance: 'synthetic', kind: 'caisse', lead_type: LEADS[line.LEAD!] });
      expect(line.MAIL).toMatch(/^contact@caisse\d{3}\.example$/);
      expect(initiative.started_on! < '2025-06').toBe(true);
    }
    expect(new Set(lines.map((line) => line.NOM)).size).toBe(32);
  });

  it('say N/A where the funders were not asked for, and Oui or Non where they were', () => {
    for (const line of lines) {
      const asked = line.DETAIL === 'Oui';
      for (const code of columns('PUBLIC')) expect(asked ? ['Oui', 'Non'] : ['N/A']).toContain(line[code]);
      expect(columns('MONTANT').some((code) => line[code] !== '')).toBe(asked);
      if (line.SALARIE !== 'Oui') expect(line.ETP).toBe('');
    }
  });

  it('tick at least one objective and name at least one body', () => {
    for (const line of lines) {
      expect(columns('OBJ').some((code) => line[code] === 'Oui')).toBe(true);
      expect(columns('GOUV').some((code) => line[code] === 'Oui')).toBe(true);
    }
  });

  it('give mixes that add up to 100, some not in whole numbers', () => {
    const mixes = lines.filter((line) => line['MIX[self]'] !== '').map((line) => columns('MIX').map((code) => Number(line[code])));
    expect(mixes).toHaveLength(27);
    for (const mix of mixes) expect(Math.abs(mix.reduce((a, b) => a + b, 0) - 100)).toBeLessThanOrEqual(0.11);
    expect(mixes.some((mix) => mix.some((part) => !Number.isInteger(part)))).toBe(true);
  });

  it('have budgets with a long tail: the mean is well above the median', () => {
    const budgets = numbers('BUDGET');
    expect(budgets.reduce((a, b) => a + b, 0) / budgets.length).toBeGreaterThan(1.15 * 129_500);
  });

  it('name a public level wherever an amount comes from it, and give amounts in keeping with the budget', () => {
    for (const line of lines.filter((each) => each.DETAIL === 'Oui')) {
      for (const level of columns('PUBLIC').map((code) => code.slice(7))) {
        if (line[`MONTANT[${level}`]) expect(line[`PUBLIC[${level}`]).toBe('Oui');
      }
      const sum = columns('MONTANT').reduce((total, code) => total + Number(line[code]), 0);
      expect(sum / Number(line.BUDGET)).toBeGreaterThan(0.3);
      expect(sum / Number(line.BUDGET)).toBeLessThan(5);
    }
  });
});

describe('no national count gives anybody away', () => {
  const count = (code: string, value: string): number => lines.filter((line: Line) => line[code] === value).length;

  it.each(['LEAD', 'TERR', 'SALARIE', 'SOUTIEN'])('%s: each answer comes from three caisses at least', (code) => {
    for (const value of new Set(lines.map((line) => line[code]!).filter((each) => each !== ''))) expect(count(code, value), value).toBeGreaterThanOrEqual(3);
  });

  it.each(['OBJ', 'PUBLIC', 'GOUV'])('%s: each option is ticked by nobody or by three at least', (code) => {
    for (const column of columns(code)) {
      const ticked = column.endsWith('[other]') ? lines.filter((line) => line[column] !== '').length : count(column, 'Oui');
      expect(ticked === 0 || ticked >= 3, `${column}: ${ticked}`).toBe(true);
    }
  });

  it('no funder type has one or two caisses, nor one that makes 85 % of its euros', () => {
    for (const column of columns('MONTANT')) {
      const amounts = numbers(column);
      expect(amounts.length === 0 || amounts.length >= 3, column).toBe(true);
      if (amounts.length > 0) expect(Math.max(...amounts) / amounts.reduce((a, b) => a + b, 0), column).toBeLessThan(0.85);
    }
  });
});
