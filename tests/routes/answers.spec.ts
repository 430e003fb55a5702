import { expect, test } from '@playwright/test';

/** What the server says around its pages: caching, languages, editions, security. */
test.describe('answers', () => {
  test('a pinned page is kept until its edition could be withdrawn, the newest is asked again and costs nothing when nothing changed', async ({ request }) => {
    const pinned = await request.get('/v/2025.1/objectifs');
    expect(pinned.headers()['cache-control']).toBe('public, max-age=3600, s-maxage=60');
    for (const encoding of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding };
      const first = await request.get('/objectifs', { headers });
      expect(first.headers()['cache-control']).toContain('must-revalidate');
      expect(first.headers()['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
      expect(first.headers().vary).toContain('accept-encoding');
      const again = await request.get('/objectifs', { headers: { ...headers, 'if-none-match': first.headers().etag ?? '' } });
      expect(again.status()).toBe(304);
      expect((await again.body()).byteLength).toBe(0);
    }
  });

  test('a page from memory is the page', async ({ request }) => {
    const [once, twice] = [await request.get('/financements'), await request.get('/financements')];
    expect(await twice.text()).toBe(await once.text());
    expect(twice.headers()['content-security-policy']).toBe(once.headers()['content-security-policy']);
  });

  test('each language has its address and says so', async ({ request }) => {
    expect(await (await request.get('/objectifs')).text()).toContain('<html lang="fr"');
    expect(await (await request.get('/en/objectifs')).text()).toContain('<html lang="en"');
    // Neither cookies nor the browser's languages decide.
    expect(await (await request.get('/objectifs', { headers: { 'accept-language': 'en' } })).text()).toContain('<html lang="fr"');
  });

  test('an edition that does not exist says so, in the language of the address', async ({ page }) => {
    for (const [path, sentence] of [
      ['/v/2019.1/objectifs', 'L’édition 2019.1 n’existe pas.'],
      ['/en/v/2019.1/objectifs', 'Edition 2019.1 does not exist.']
    ] as const) {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByText(sentence)).toBeVisible();
    }
  });

  test('no page may be framed, sniffed, nor run what is not its own', async ({ request }) => {
    const headers = (await request.get('/')).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'strict-origin-when-cross-origin' });
  });

  test('a form sent from another site is refused', async ({ request }) => {
    const answer = await request.post('/edition/connexion', { headers: { origin: 'https://evil.example' }, form: { email: 'a@b.fr', password: 'x' } });
    expect(answer.status()).toBe(403);
    const disguised = await request.post('/edition/connexion', {
      headers: { origin: 'https://evil.example', 'x-observatory-host': 'evil.example', 'x-observatory-protocol': 'https' },
      form: { email: 'a@b.fr', password: 'x' }
    });
    expect(disguised.status()).toBe(403);
  });

  test('a body that is too large, or of unsaid length, is refused in a sentence', async ({ request }) => {
    const large = await request.post('/en/edition/connexion', { data: Buffer.alloc(600 * 1024), headers: { 'content-type': 'application/octet-stream' } });
    expect(large.status()).toBe(413);
    expect(await large.text()).toContain('This file is too large to be deposited.');
  });

  test('the workshop is never kept by a cache, and shows nothing to a stranger', async ({ request }) => {
    for (const path of ['/edition', '/edition/journal', '/edition/vagues/2025', '/edition/comptes']) {
      const answer = await request.get(path, { maxRedirects: 0 });
      expect(answer.status()).toBe(303);
      expect(answer.headers().location).toContain('/edition/connexion?retour=');
    }
    expect((await request.get('/edition/connexion')).headers()['cache-control']).toBe('private, no-store');
  });
});
