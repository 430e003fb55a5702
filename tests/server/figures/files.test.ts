import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toRows } from '../../../src/lib/server/exports/columns.ts';
import { factColumns } from '../../../src/lib/server/figures/columns.ts';
import { tableFacts } from '../../../src/lib/server/figures/facts.ts';
import { toPng } from '../../../src/lib/server/figures/png.ts';
import { woffToOpenType } from '../../../src/lib/server/figures/woff.ts';
import { amountsTable, budgetTable, objectivesHidden, objectivesTable } from '../../components/fixtures/tables.ts';

describe('the numbers of a figure', () => {
  it('every percentage has its numerator, its base and its kind', () => {
    const shares = tableFacts(objectivesTable, 'fr').filter((fact) => fact.measure === 'share' && fact.row === 'access');
    expect(shares.map(({ baseKind, numerator, base, value }) => [baseKind, numerator, base, value])).toEqual([
      ['answered', 28, 32, 0.875],
      ['respondents', 28, 32, 0.875],
      ['population', 28, 60, 28 / 60],
      ['mentions', 28, 107, 28 / 107]
    ]);
  });

  it('a hidden count gives no number at all, in any measure', () => {
    const facts = tableFacts(objectivesHidden, 'fr').filter((fact) => fact.row === 'advocacy');
    expect(facts.length).toBeGreaterThan(1);
    for (const fact of facts) expect([fact.status, fact.value, fact.numerator]).toEqual(['c', undefined, undefined]);
  });

  it('values of caisses are there when the table has them', () => {
    expect(tableFacts(budgetTable, 'en').filter((fact) => fact.measure === 'caisse')).toHaveLength(15);
  });

  it('a file row has a cell per column, and a value exactly when its status is ok', () => {
    const columns = factColumns(amountsTable, '2025.1');
    const [value, status] = ['value', 'status'].map((name) => columns.findIndex((column) => column.name === name));
    for (const row of toRows(columns, tableFacts(amountsTable, 'fr'))) {
      expect(row).toHaveLength(columns.length);
      expect(row[value ?? 0] !== undefined).toBe(row[status ?? 0] === 'ok');
    }
  });
});

describe('pictures', () => {
  const font = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'));

  it('a WOFF becomes the OpenType font that its header announces', () => {
    const opentype = woffToOpenType(font);
    expect(opentype.readUInt32BE(0)).toBe(font.readUInt32BE(4));
    expect(opentype.readUInt16BE(4)).toBe(font.readUInt16BE(12));
    expect(opentype.length).toBe(font.readUInt32BE(16));
    expect(() => woffToOpenType(Buffer.from('wOF2........'))).toThrow(RangeError);
  });

  it('text is drawn: a picture with words is not the picture without', () => {
    const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">${inside}</svg>`;
    const empty = toPng(svg(''));
    for (const weight of ['400', '600']) {
      const words = toPng(svg(`<text x="10" y="40" font-size="30" font-weight="${weight}" font-family="Source Sans 3">Médiane</text>`));
      expect(words.length).toBeGreaterThan(empty.length + 500);
    }
    const light = toPng(svg('<text x="10" y="40" font-size="30" font-weight="400">Caisses</text>'));
    const bold = toPng(svg('<text x="10" y="40" font-size="30" font-weight="600">Caisses</text>'));
    expect(Buffer.compare(Buffer.from(light), Buffer.from(bold))).not.toBe(0);
  });
});
