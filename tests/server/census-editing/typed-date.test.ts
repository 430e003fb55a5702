import { describe, expect, it } from 'vitest';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { withValues } from '#lib/server/census-editing/census-values.ts';
import { readNote } from '#lib/server/census-editing/read-form.ts';
import { refusalOf } from '#lib/server/census-editing/refuse-form.ts';
import { typedDate } from '#lib/server/census-editing/typed-date.ts';

describe('a date typed in a form', () => {
  it.each([
    ['31/10/2026', '2026-10-31'],
    ['10/2026', '2026-10'],
    ['octobre 2026', '2026-10'],
    ['October 2026', '2026-10'],
    ['31 octobre 2026', '2026-10-31'],
    ['31 October 2026', '2026-10-31'],
    ['October 31, 2026', '2026-10-31'],
    ['1er août 2025', '2025-08-01'],
    ['2026', '2026'],
    ['2026-10', '2026-10']
  ])('%s is %s', (typed, iso) => expect(typedDate(typed)).toBe(iso));

  it.each(['31/02/2026', '13/2026', 'hier', '01/02/03', '10/31/2026', '45000', '2026-10-31 09:00', '15 mars', ''])('%s stays as it was typed', (typed) => expect(typedDate(typed)).toBe(typed));

  const caisse: Initiative = { slug: 'a', name: 'A', kind: 'caisse', status: 'active', provenance: 'documented', places: [], territory: 'Ici', leadType: 'association', sources: ['x.fr'] };

  it('is understood in every date of a record, and refused with its own words', () => {
    const { initiative, findings } = withValues(caisse, { started_on: 'mars 2024', ended_on: '31/10/2026', verified_on: '1er novembre 2026' });
    expect(findings).toEqual([]);
    expect(initiative).toMatchObject({ startedOn: '2024-03', endedOn: '2026-10-31', verifiedOn: '2026-11-01' });
    expect(withValues(caisse, { ended_on: '31/02/2026' }).findings).toMatchObject([{ code: 'census_bad_date', value: '31/02/2026' }]);
  });

  it('is understood as the date of an information', () => {
    const form = new FormData();
    form.set('note_reason', 'lettre');
    form.set('note_as_of', 'octobre 2026');
    expect(refusalOf(form)).toBeUndefined();
    expect(readNote(form, 'a@example.org').asOf).toBe('2026-10');
  });
});
