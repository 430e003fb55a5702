import { expect, it } from 'vitest';
import { reconcile } from '#lib/domain/census/conflicts.ts';
import { findDuplicates } from '#lib/domain/census/duplicates.ts';
import type { Initiative, Place } from '#lib/domain/census/initiative.ts';
import { parseTableQuery, selectRows, tableRow } from '#lib/domain/census/table.ts';
import { nationalProjection } from '#lib/domain/geography/paths.ts';
import { unproject } from '#lib/domain/geography/unproject.ts';

const place = (commune: string, longitude: number, latitude: number): Place => ({ commune, departement: commune.slice(0, 2), region: '84', longitude, latitude, precision: 'commune', role: 'seat' });
const LYON = place('69123', 4.8351, 45.758);
const PARIS = place('75056', 2.347, 48.8589);
const item = (slug: string, name: string, at: Place, more: Partial<Initiative> = {}): Initiative => ({ slug, name, kind: 'caisse', status: 'active', provenance: 'documented', places: [at], territory: slug, leadType: 'association', sources: [], ...more });

it('proposes the same name in the same place first, then a slip of the pen; never numbers that differ', () => {
  const pairs = findDuplicates([
    item('a', 'Caisse alimentaire des Monts', LYON),
    item('b', 'Caisse alimentaire des Monts', LYON),
    item('c', 'Caisse alimentaire du Mont', LYON),
    item('d', 'Initiative 041', LYON),
    item('e', 'Initiative 042', LYON),
    item('f', 'Épicerie Camus', PARIS)
  ]);
  expect(pairs[0]).toMatchObject({ a: 'a', b: 'b', reasons: ['same_name', 'same_commune'] });
  expect(pairs.map(({ a, b }) => a + b).sort()).toEqual(['ab', 'ac', 'bc']);
});

it('a name that is only alike far away is no candidate', () => {
  expect(findDuplicates([item('a', 'Graines de partage', LYON), item('b', 'Grains de partages', PARIS)])).toEqual([]);
});

it('reconciling: whatever one side leaves alone keeps the other side’s value', () => {
  const opened = item('a', 'A', LYON);
  const { result, conflicts } = reconcile(opened, { ...opened, status: 'terminee', name: 'Mine' }, { ...opened, territory: 'Ailleurs', name: 'Theirs' });
  expect(result).toEqual({ ...opened, territory: 'Ailleurs', name: 'Theirs', status: 'terminee' });
  expect(conflicts).toEqual([{ field: 'name', opened: 'A', theirs: 'Theirs', mine: 'Mine' }]);
});

it('unknown values come last in both orders, and the search forgives accents', () => {
  const row = (slug: string, name: string, count?: number) => tableRow(item(slug, name, LYON, count === undefined ? {} : { participants: { count, unit: 'personnes' } }), { version: 1, archived: false, changedAt: '' });
  const rows = [row('a', 'Étoile', 9), row('b', 'Bande'), row('c', 'Chou', 100)];
  const order = (query: string) => selectRows(rows, parseTableQuery(new URLSearchParams(query))).map(({ slug }) => slug).join('');
  expect([order('tri=participants'), order('tri=-participants'), order(''), order('q=etoile'), order('statut=terminee')]).toEqual(['acb', 'cab', 'bca', 'a', '']);
});

it('a point of the picture gives back the place it draws, from 50 km away, overseas too', () => {
  const to = nationalProjection();
  for (const [longitude, latitude] of [[4.8351, 45.758], [-4.486, 48.39], [8.74, 41.92], [55.45, -20.88], [-61.53, 16.24]] as const) {
    const found = unproject(to, to.project(longitude, latitude)!, { longitude: longitude + 0.3, latitude: latitude - 0.1 });
    expect(Math.abs(found!.longitude - longitude) + Math.abs(found!.latitude - latitude)).toBeLessThan(0.0002);
  }
});
