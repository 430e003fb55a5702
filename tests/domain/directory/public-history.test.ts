import { describe, expect, it } from 'vitest';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import { publicHistory, type EditionState } from '#lib/domain/directory/public-history.ts';

const caisse: Initiative = { slug: 'a', name: 'A', kind: 'caisse', status: 'active', provenance: 'documented', places: [], territory: 'Ici', leadType: 'association', sources: ['x.fr'] };
const edition = (version: string, initiative?: Initiative): EditionState => ({ version, publishedAt: `${version.slice(0, 4)}-01-01T00:00:00Z`, ...(initiative ? { initiative } : {}) });

describe('what the editions say of an initiative', () => {
  const closed: Initiative = { ...caisse, status: 'terminee', endedOn: '2026-06' };
  const states = [edition('2025.1'), edition('2025.2', caisse), edition('2025.3', caisse), edition('2026.1', closed), edition('2026.2', { ...closed, formerSlugs: ['b'] }), edition('2026.3')];

  it('is told newest first, each edition that changed something', () => {
    expect(publicHistory(states, '2026.3')).toEqual([
      { version: '2026.3', publishedAt: '2026-01-01T00:00:00Z', kind: 'left' },
      { version: '2026.2', publishedAt: '2026-01-01T00:00:00Z', kind: 'changed', changes: [], absorbed: ['b'] },
      {
        version: '2026.1',
        publishedAt: '2026-01-01T00:00:00Z',
        kind: 'changed',
        changes: [
          { field: 'status', before: 'active', after: 'terminee' },
          { field: 'endedOn', before: null, after: '2026-06' }
        ],
        absorbed: []
      },
      { version: '2025.2', publishedAt: '2025-01-01T00:00:00Z', kind: 'appeared' }
    ]);
  });

  it('knows nothing of later editions, so that a pinned page never changes', () => {
    expect(publicHistory(states, '2025.3').map(({ version }) => version)).toEqual(['2025.2']);
    expect(publicHistory(states.slice(0, 3), '2025.3')).toEqual(publicHistory(states, '2025.3'));
    expect(publicHistory(states, '1999.1')).toEqual([]);
  });

  it('does not tell objectives again that are not published any more', () => {
    const named = (...objectives: string[]): Initiative => ({ ...caisse, objectives });
    const told = (upTo: string): unknown => publicHistory([edition('1', caisse), edition('2', named('access')), edition('3', named('access', 'outlets')), edition('4', caisse), edition('5', named('access'))], upTo);
    const change = (version: string, before: string | null, after: string | null): unknown => ({ version, publishedAt: `${version}-01-01T00:00:00Z`, kind: 'changed', changes: [{ field: 'objectives', before, after }], absorbed: [] });
    const appeared = { version: '1', publishedAt: '1-01-01T00:00:00Z', kind: 'appeared' };
    expect(told('2')).toEqual([change('2', null, '["access"]'), appeared]);
    expect(told('3')).toEqual([change('3', null, '["access","outlets"]'), appeared]);
    expect(told('4')).toEqual([appeared]);
    expect(told('5')).toEqual([change('5', null, '["access"]'), change('3', '["access"]', null), change('2', null, '["access"]'), appeared]);
  });
});
