import { describe, expect, it } from 'vitest';
import { loggablePath } from '../../../src/bin/serve/loggable-path.mjs';

describe('an address in the log', () => {
  it.each([
    ['/edition/invitation/dG9rZW4tdGhhdC1vcGVucw', '/edition/invitation/…'],
    ['/en/edition/invitation/abc?next=%2F', '/en/edition/invitation/…'],
    ['/corrections/Zx81-private', '/corrections/…'],
    ['/initiatives?q=flers&pres=48.7,-0.5', '/initiatives'],
    ['/v/2025.1/initiatives/initiative-synthetique-048', '/v/2025.1/initiatives/initiative-synthetique-048'],
    ['/api/x/QmFzZTY0VXJsVG9rZW4xMjM0NTY', '/api/x/…'],
    ['/figures/2025.funding_amounts.by.territory_type.csv', '/figures/2025.funding_amounts.by.territory_type.csv'],
    [undefined, '']
  ])('%s is %s', (url, said) => {
    expect(loggablePath(url)).toBe(said);
  });
});
