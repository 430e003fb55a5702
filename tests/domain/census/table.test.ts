import { describe, expect, it } from 'vitest';
import { parseTableQuery, selectRows, TABLE_COLUMNS, tableRow } from '#lib/domain/census/table.ts';
import { generateInitiatives } from '../directory/generate.ts';

const rows = generateInitiatives(400, 8).map((item, at) => tableRow({ ...item, name: at % 7 === 0 ? 'Même nom' : item.name, territory: ['Élan', 'elan', 'Zoé', ''][at % 4] ?? '' }, { version: at, archived: at % 11 === 0, changedAt: `2026-0${1 + (at % 9)}-01T00:00:00Z` }));
const select = (query: string) => selectRows(rows, parseTableQuery(new URLSearchParams(query)));

describe('the table of the census', () => {
  it.each(TABLE_COLUMNS.flatMap((column) => [column, `-${column}`]))('sorted by %s has the order of a plain comparison of each pair', (sort) => {
    const column = sort.replace('-', '') as (typeof TABLE_COLUMNS)[number];
    const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });
    const found = select(`tri=${sort}`);
    expect(found).toHaveLength(rows.filter((row) => !row.archived).length);
    for (const [at, row] of found.entries()) {
      const before = found[at - 1];
      if (!before) continue;
      const [left, right] = [before.cells[column], row.cells[column]];
      if (right === '') continue;
      expect(left, 'an unknown value before a known one').not.toBe('');
      const numeric = column === 'participants' || column === 'sources';
      const compared = (numeric ? Number(left) - Number(right) : collator.compare(left, right)) * (sort.startsWith('-') ? -1 : 1);
      expect(compared).toBeLessThanOrEqual(0);
      if (compared === 0) expect(collator.compare(before.cells.name, row.cells.name) || (before.slug < row.slug ? -1 : 1)).toBeLessThan(0);
    }
  });

  it('searches without accents, several words in any order, and only what is asked for', () => {
    expect(select('q=meme+nom').every((row) => row.cells.name === 'Même nom')).toBe(true);
    expect(select('q=nom+elan').length).toBe(select('q=elan+meme').length);
    expect(select('q=zzzz')).toEqual([]);
    expect(select('archivees=1').every((row) => row.archived)).toBe(true);
  });
});
