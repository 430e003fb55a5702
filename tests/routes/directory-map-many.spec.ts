import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareEdition, serveEdition } from '../../src/bin/bench/map-site.ts';
import { expectAccessible } from './axe.ts';

/** An edition of its own, with more initiatives than a map draws one by one. */
const INITIATIVES = 1500;
let site: { address: string; stop: () => void };
let folder: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'many-'));
  prepareEdition(folder, INITIATIVES, 5);
  site = await serveEdition(folder);
});
test.afterAll(() => {
  site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const drawn = (page: Page) => page.locator('figure.map [data-canvas][data-shown]');
const shown = async (page: Page): Promise<number> => Number(await drawn(page).getAttribute('data-shown'));
const counts = async (page: Page, layer: string): Promise<number> => {
  const texts = await page.locator(`figure.map [data-many] .${layer} text`).allTextContents();
  return texts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
};

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('discs count every mark, by département and by région, and lead to the list of what they count', async ({ page, viewport }) => {
    const narrow = (viewport?.width ?? 0) < 500;
      await page.goto(`${site.address}/initiatives`);
    expect(await page.locator('figure.map [data-slug]').count()).toBe(0);
    expect(await counts(page, 'departement')).toBe(INITIATIVES);
    expect(await counts(page, 'region')).toBe(INITIATIVES);
    const level = narrow ? 'region' : 'departement';
    await expect(page.locator('figure.map figcaption')).toContainText(narrow ? 'leur siège dans la région' : 'leur siège dans le département');
    const disc = page.locator(`figure.map .${level} a`).first();
    await expect(disc).toBeVisible();
    const title = (await disc.locator('title').textContent()) ?? '';
    await page.goto(site.address + (await disc.getAttribute('href')));
    // Those that only cover a place there are in the list as well.
    expect(await page.locator('[data-live-text="count"]').textContent()).toMatch(/\d/);
    const { count } = await (await page.request.get(`${site.address}/api/v1/initiatives.json${new URL(page.url()).search}`)).json();
    expect(count).toBeGreaterThanOrEqual(Number(/: (\d+)/.exec(title.replace(/\s/g, ' '))?.[1]));
  });

  test('weighs no more than the page with few', async ({ request }) => {
    const html = await (await request.get(`${site.address}/initiatives`, { headers: { 'accept-encoding': 'identity' } })).body();
    const { gzipSync } = await import('node:zlib');
    expect(gzipSync(html).byteLength).toBeLessThan(80_000);
  });
});

test('a filter shows on the map at once what the server then says', async ({ page }) => {
  await page.goto(`${site.address}/initiatives`);
  await expect(drawn(page)).toHaveAttribute('data-shown', String(INITIATIVES));
  await expectAccessible(page);
  for (const [facet, value] of [['type', 'caisse'], ['type', 'groupe_local']] as const) {
    const box = page.locator(`input[name="${facet}"][value="${value}"]`);
    await box.evaluate((input) => input.closest('details')?.setAttribute('open', ''));
    // The page's answer is held back: the map does not wait for it.
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/initiatives?**', async (route) => {
      await held;
      await route.continue();
    });
    const before = await shown(page);
    await box.check();
    await expect(drawn(page)).not.toHaveAttribute('data-shown', String(before));
    const early = await shown(page);
    release();
    await expect.poll(() => page.locator('figure.map [data-many]').getAttribute('data-many').catch(() => '')).toBe(String(early));
    await page.unroute('**/initiatives?**');
  }
  expect(await shown(page)).toBe((await (await page.request.get(`${site.address}/api/v1/initiatives.json${new URL(page.url()).search}`)).json()).count);
});

test('words are answered by the server; few enough marks are drawn one by one', async ({ page }) => {
  await page.goto(`${site.address}/initiatives`);
  await expect(drawn(page)).toHaveAttribute('data-shown', String(INITIATIVES));
  await page.getByLabel('Nom, lieu, porteur').fill('bretagne');
  await expect(page).toHaveURL(/q=bretagne/);
  const { count } = await (await page.request.get(`${site.address}/api/v1/initiatives.json?q=bretagne`)).json();
  expect(count).toBeGreaterThan(20);
  await expect(drawn(page)).toHaveAttribute('data-shown', String(count));
  await expect(page.locator('figure.map [data-marks] [data-slug]')).toHaveCount(count);
  await expect(page.locator('figure.map [data-picture]')).not.toHaveClass(/drawn/);
  await expect(page.locator('figure.map [data-picture]')).toHaveAttribute('aria-label', new RegExp(`^Carte de France, ${count} initiatives`));
});

test('by keyboard: a disc is read out, opens, and Escape comes back to the map', async ({ page }) => {
  await page.goto(`${site.address}/initiatives`);
  await expect(drawn(page)).toHaveAttribute('data-shown', String(INITIATIVES));
  const map = page.locator('figure.map [data-picture]');
  await map.focus();
  await page.keyboard.press('Enter');
  const at = page.locator('[data-proxies] a:focus');
  await expect(at).toHaveAccessibleName(/^\d+ initiatives, /);
  const first = await at.textContent();
  await page.keyboard.press('ArrowUp');
  await expect(at).not.toHaveText(first ?? '');
  await expect(page.locator('figure.map .card')).toBeVisible();
  const before = await map.getAttribute('viewBox');
  await page.keyboard.press('Enter');
  await expect(map).not.toHaveAttribute('viewBox', before ?? '');
  await page.keyboard.press('Escape');
  await expect(map).toBeFocused();
});

test('a disc that cannot be opened further lists its members', async ({ page }) => {
  const points = (await (await page.request.get(`${site.address}/api/map/points.json`)).json()) as { x: number[]; y: number[] };
  const places = new Map<string, number>();
  for (const [at, x] of points.x.entries()) places.set(`${x} ${points.y[at]}`, (places.get(`${x} ${points.y[at]}`) ?? 0) + 1);
  // Paris has most; its nearest neighbours share its disc, which is therefore a little beside it.
  const [place = '', many = 0] = [...places].sort((a, b) => b[1] - a[1])[0] ?? [];
  const [x = 0, y = 0] = place.split(' ').map((tenths) => Number(tenths) / 10);
  await page.goto(`${site.address}/initiatives`);
  await expect(drawn(page)).toHaveAttribute('data-shown', String(INITIATIVES));
  const map = page.locator('figure.map [data-picture]');
  await map.focus();
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error('no map');
  const at = async () => {
    const [left = 0, top = 0, width = 1] = ((await map.getAttribute('viewBox')) ?? '').split(' ').map(Number);
    return [box.x + ((x - left) / width) * box.width, box.y + ((y - top) / width) * box.width] as const;
  };
  await page.mouse.move(...(await at()));
  for (let turn = 0; turn < 8; turn++) {
    await page.mouse.wheel(0, -300);
    await page.waitForTimeout(50);
  }
  const [left, top] = await at();
  const card = page.locator('figure.map .card:visible strong').filter({ hasText: /^\d+ initiatives$/ });
  for (let turn = 0; turn < 60 && (await card.count()) === 0; turn++) await page.mouse.move(left + turn * Math.cos(2 * turn), top + turn * Math.sin(2 * turn));
  await page.mouse.down();
  await page.mouse.up();
  const members = page.locator('[data-members]');
  await expect(members).toBeVisible();
  expect(await members.getByRole('link').count()).toBeGreaterThanOrEqual(Math.min(many, 60));
  await expect(members.getByRole('link').first()).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(members).toBeHidden();
  await expect(map).toBeFocused();
});

test('a row of the list lights its point; a point lights its row', async ({ page }) => {
  await page.goto(`${site.address}/initiatives`);
  await expect(drawn(page)).toHaveAttribute('data-shown', String(INITIATIVES));
  const row = page.locator('article[data-slug]').first();
  await row.hover();
  await expect(page.locator('figure.map .card')).toContainText((await row.getByRole('link').first().textContent()) ?? '');
});
