import { describe, expect, it } from 'vitest';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { censusChanges } from '#lib/domain/directory/census-changes.ts';

const caisse = (slug: string, more: Partial<Initiative> = {}): Initiative => ({ slug, name: slug.toUpperCase(), kind: 'caisse', status: 'active', provenance: 'documented', places: [], territory: 'Ici', leadType: 'association', sources: ['x.fr'], ...more });

describe('what an edition changes of the census', () => {
  it('says who comes, who is taken in, who leaves and which fields change', () => {
    const before = [caisse('a'), caisse('b'), caisse('c'), caisse('d', { formerSlugs: ['old'] })];
    const after = [caisse('a', { formerSlugs: ['b'], endedOn: '2026-10' }), caisse('d', { formerSlugs: ['old'] }), caisse('e')];
    expect(censusChanges(before, after)).toEqual([
      { slug: 'e', name: 'E', kind: 'added', objectives: null, opened: false },
      { slug: 'b', name: 'B', kind: 'merged', into: { slug: 'a', name: 'A' } },
      { slug: 'c', name: 'C', kind: 'gone' },
      { slug: 'a', name: 'A', kind: 'changed', changes: [{ field: 'endedOn', before: null, after: '2026-10' }], opened: false }
    ]);
  });

  it('says which objectives become public, and not those that stop being so', () => {
    const named = (...objectives: string[]): Initiative => caisse('a', { objectives });
    const opened = (before: Initiative, after: Initiative): unknown => censusChanges([before], [after]).map((change) => 'opened' in change && change.opened);
    expect(opened(caisse('a'), named('access'))).toEqual([true]);
    expect(opened(named('access'), named('access', 'outlets'))).toEqual([true]);
    expect(opened(named('access', 'outlets'), named('access'))).toEqual([false]);
    expect(opened(named('access'), caisse('a'))).toEqual([false]);
    expect(censusChanges([], [named('access')])).toMatchObject([{ kind: 'added', objectives: '["access"]', opened: true }]);
  });

  it('says nothing of a census that stays', () => {
    expect(censusChanges([caisse('a'), caisse('b')], [caisse('b'), caisse('a')])).toEqual([]);
  });
});
