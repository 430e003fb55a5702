import { expect, test } from '@playwright/test';

/** Bytes as they travel, of the page itself, its styles and its scripts; fonts and the street map apart. */
const MOST = 100_000;
const COUNTED = ['document', 'stylesheet', 'script'];

for (const path of ['/', '/initiatives', '/initiatives?carte=45.3%2C4.9%2C4.1', '/initiatives?vue=densite', '/en/initiatives']) {
  test(`${path} weighs at most 100 KB compressed, and its map is in it`, async ({ page }) => {
    const asked: { type: string; url: string; bytes: Promise<number> }[] = [];
    page.on('requestfinished', (request) => asked.push({ type: request.resourceType(), url: request.url(), bytes: request.sizes().then(({ responseBodySize }) => responseBodySize) }));
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const counted = await Promise.all(asked.filter(({ type }) => COUNTED.includes(type)).map(async ({ url, bytes }) => ({ url, bytes: await bytes })));
    expect(counted.length).toBeGreaterThan(1);
    const total = counted.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total, counted.map(({ url, bytes }) => `${bytes} ${url}`).join('\n')).toBeLessThanOrEqual(MOST);
    // Below that there is no map, no style or no compression to speak of.
    expect(total).toBeGreaterThan(15_000);
    await expect(page.locator('figure.map .shapes path')).toHaveCount(101);
  });
}
