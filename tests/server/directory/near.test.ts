import { expect, it } from 'vitest';
import { placeAround } from '#lib/server/directory/near.ts';

it('tells a commune’s own name from one that resembles it', () => {
  expect(placeAround('Brest')).toMatchObject({ exact: true, commune: { name: 'Brest' } });
  expect(placeAround('29019')).toMatchObject({ exact: true, commune: { name: 'Brest' }, others: [] });
  const close = placeAround('Brets');
  expect(close).toMatchObject({ exact: false, commune: { name: 'Brest' } });
  expect(close?.others.length).toBeGreaterThan(0);
  expect(placeAround('Xyzzy')).toBeUndefined();
});
