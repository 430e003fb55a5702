import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { acceptedEncoding, compress, isCompressible } from '../../../src/lib/server/http/compress.ts';
import { PageCache } from '../../../src/lib/server/http/page-cache.ts';
import { secure } from '../../../src/lib/server/http/security-headers.ts';

const page = (bytes: number) => ({ headers: [] as [string, string][], body: new Uint8Array(bytes) });

describe('the page cache', () => {
  it('never holds more than its limit, and lets go what was asked for longest ago', () => {
    const cache = new PageCache(100);
    for (let index = 0; index < 20; index++) cache.set(`page ${index}`, page(10));
    expect(cache.bytes).toBe(100);
    expect(cache.get('page 9')).toBeUndefined();
    expect(cache.get('page 10')).toBeDefined();
    cache.set('one more', page(10));
    expect(cache.get('page 10')).toBeDefined();
    expect(cache.get('page 11')).toBeUndefined();
  });

  it('counts a page once when it is written twice, and leaves out what is too large', () => {
    const cache = new PageCache(100);
    cache.set('a', page(8));
    cache.set('a', page(5));
    cache.set('large', page(11));
    expect(cache.bytes).toBe(5);
    expect(cache.get('large')).toBeUndefined();
  });
});

describe('compression', () => {
  it('takes the best encoding accepted, and none that is refused', () => {
    expect(acceptedEncoding('gzip, deflate, br, zstd')).toBe('br');
    expect(acceptedEncoding('gzip;q=0.8, br;q=0')).toBe('gzip');
    expect(acceptedEncoding('br;q=0, gzip;q=0')).toBe('identity');
    expect(acceptedEncoding(null)).toBe('identity');
  });

  it('gives the same bytes back', async () => {
    const body = new TextEncoder().encode('caisse '.repeat(1000));
    expect(new Uint8Array(brotliDecompressSync(await compress(body, 'br')))).toEqual(body);
    expect(new Uint8Array(gunzipSync(await compress(body, 'gzip')))).toEqual(body);
    expect(await compress(body, 'identity')).toBe(body);
  });

  it('leaves pictures alone', () => {
    expect(isCompressible('text/html; charset=utf-8')).toBe(true);
    expect(isCompressible('application/geo+json')).toBe(true);
    expect(isCompressible('image/png')).toBe(false);
    expect(isCompressible(null)).toBe(false);
  });
});

describe('security headers', () => {
  const answered = (options: { embed: boolean; https: boolean }): Headers => {
    const headers = new Headers({ 'content-security-policy': "default-src 'self'; frame-ancestors 'none'" });
    secure(headers, options);
    return headers;
  };

  it('let embeds alone be framed', () => {
    expect(answered({ embed: false, https: false }).get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answered({ embed: false, https: false }).get('x-frame-options')).toBe('DENY');
    expect(answered({ embed: true, https: false }).get('content-security-policy')).toContain('frame-ancestors *');
    expect(answered({ embed: true, https: false }).get('x-frame-options')).toBeNull();
  });

  it('ask for https only where the site is on https', () => {
    expect(answered({ embed: false, https: true }).has('strict-transport-security')).toBe(true);
    expect(answered({ embed: false, https: false }).has('strict-transport-security')).toBe(false);
  });
});
