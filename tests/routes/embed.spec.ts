import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';

const EMBEDS = ['/embed/figures/2025.objectives', '/embed/carte', '/en/embed/figures/2025.funding_mix', '/v/2025.1/embed/figures/2025.annual_budget', '/en/v/2025.1/embed/carte'];

for (const address of EMBEDS) {
  test(`${address} may be framed by anybody, keeps its source, sets no cookie`, async ({ page, context }) => {
    const response = await page.goto(address);
    const headers = (await response?.allHeaders()) ?? {};
    expect(response?.status()).toBe(200);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect(await context.cookies()).toEqual([]);
    await expect(page.getByText(/^\s*Source/).first()).toContainText('2025.1');
    await expect(page.getByText(/^Base/).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectAccessible(page);
  });
}

test('no other page may be framed', async ({ request }) => {
  for (const address of ['/', '/objectifs', '/explorer', '/embedded']) {
    const headers = (await request.get(address)).headers();
    expect(headers['x-frame-options'], address).toBe('DENY');
    expect(headers['content-security-policy'] ?? "frame-ancestors 'none'", address).toContain("frame-ancestors 'none'");
  }
});

test('the theme of the address outweighs the system’s, without a script', async ({ browser }) => {
  for (const [theme, system] of [
    ['dark', 'light'],
    ['light', 'dark']
  ] as const) {
    const context = await browser.newContext({ colorScheme: system, javaScriptEnabled: false });
    const page = await context.newPage();
    const paper = async (address: string) => {
      await page.goto(address);
      return page.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor);
    };
    const forced = await paper(`/embed/figures/2025.objectives?theme=${theme}`);
    const followed = await paper('/embed/figures/2025.objectives');
    expect(forced).not.toBe(followed);
    await context.close();
  }
});

test('what the address asks for and the embed does not know is said', async ({ page }) => {
  await page.goto('/embed/figures/2025.objectives?theme=sepia&base=nobody');
  await expect(page.getByRole('status')).toContainText('theme=sepia');
  await expect(page.getByRole('status')).toContainText('base=nobody');
  expect((await page.goto('/embed/figures/2025.nothing'))?.status()).toBe(404);
});

test.describe('on another site', () => {
  let server: Server;
  let host = '';
  test.beforeAll(async ({ baseURL }) => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      const script = request.url === '/plain' ? '' : `<script src="${baseURL}/embed.js" defer></script>`;
      response.end(`<!doctype html><title>t</title><iframe src="${baseURL}/embed/figures/2025.objectives" title="f" width="100%" height="300" style="border:0"></iframe>${script}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const height = (page: import('@playwright/test').Page) => page.locator('iframe').evaluate((frame) => Math.round(frame.getBoundingClientRect().height));

  test('the resizer gives the frame the height of what it shows, and believes nobody else', async ({ page }) => {
    await page.goto(`${host}/`);
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => height(page)).toBeGreaterThan(400);
    const right = await height(page);
    // The page itself is neither the frame's window nor its origin.
    await page.evaluate(() => postMessage({ source: 'observatoire-caisses', height: 999 }, '*'));
    await page.waitForTimeout(200);
    expect(await height(page)).toBe(right);
  });

  test('without it the frame keeps its height', async ({ page }) => {
    await page.goto(`${host}/plain`);
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    expect(await height(page)).toBe(300);
  });
});
