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
});
