import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';

type Listed = { id: string; indicator: string; breakdown: string | null; wave: string };
const choice = (page: Page) => page.getByRole('button', { name: 'Afficher' });

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a form of three choices leads to a table, and the figure follows', async ({ page }) => {
    await page.goto('/explorer');
    await page.getByLabel('Indicateur').selectOption('objectives');
    await page.getByLabel('Croisement').selectOption('lead_type');
    await choice(page).click();
    await expect(page).toHaveURL(/indicator=objectives/);
    await expect(page).toHaveURL(/by=lead_type/);
    await expect(page.locator('.figure-card')).toContainText('selon le type de porteur');
    await expect(page.getByLabel('Croisement')).toHaveValue('lead_type');
    await page.getByRole('link', { name: 'une petite figure par groupe' }).click();
    await expect(page.locator('svg.chart g.panel').first()).toBeAttached();
    await page.getByRole('link', { name: 'Tableau', exact: true }).click();
    await expect(page).toHaveURL(/layout=panels/);
    await expect(page.locator('.figure-card table')).toBeVisible();
  });

  test('order as in the questionnaire changes the order of the lines', async ({ page }) => {
    const codes = () => page.locator('.wide-variant svg.chart g.row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')));
    await page.goto('/explorer?indicator=objectives');
    const byCount = await codes();
    await page.getByRole('link', { name: 'du questionnaire' }).click();
    await expect(page).toHaveURL(/order=question/);
    const asked = await codes();
    expect(asked).not.toEqual(byCount);
    expect([...asked].sort()).toEqual([...byCount].sort());
  });

  test('a crossing that is not published is said, with those that are', async ({ page }) => {
    await page.goto('/explorer?indicator=governance&by=region');
    const said = page.getByRole('status');
    if ((await said.count()) === 0) throw new Error('nothing is said');
    await expect(said.first()).toContainText(/by=region|n’est pas publié/);
    await page.goto('/explorer?indicator=funding_amounts&by=lead_type');
    await expect(page.getByRole('status')).toContainText('n’est pas publié avec ce croisement');
    await page.getByRole('status').getByRole('link', { name: 'sans croisement' }).click();
    await expect(page.locator('.figure-card')).toBeVisible();
  });

  test('unknown parameters are said', async ({ page }) => {
    await page.goto('/explorer?indicator=nothing&couleur=bleu');
    await expect(page.getByRole('status')).toContainText('indicator=nothing');
    await expect(page.getByRole('status')).toContainText('couleur=bleu');
  });

  test('the matrix lists every publishable table with how much of it is hidden', async ({ page, request }) => {
    const listed = ((await (await request.get('/api/v1/tables.json')).json()) as { tables: Listed[] }).tables;
    await page.goto('/explorer');
    await expect(page.locator('section[aria-labelledby="tables"] td a')).toHaveCount(listed.length);
    await expect(page.getByText('sous secret statistique', { exact: false }).first()).toBeAttached();
  });
});

test('every listed table has its page, its picture and its shared picture, in both languages', async ({ request }) => {
  test.setTimeout(240_000);
  const listed = ((await (await request.get('/api/v1/tables.json')).json()) as { tables: Listed[] }).tables;
  expect(listed.length).toBeGreaterThan(20);
  for (const { id, indicator, breakdown, wave } of listed) {
    for (const prefix of ['', '/en']) {
      const page = await request.get(`${prefix}/explorer?${new URLSearchParams({ indicator, ...(breakdown ? { by: breakdown } : {}), wave }).toString()}`);
      expect(page.status(), id).toBe(200);
      const html = await page.text();
      expect(html, id).toContain('class="figure-card');
      expect(html, id).not.toMatch(/>[^<]*\b(undefined|NaN|\[object Object\])/);
      const svg = await request.get(`${prefix}/figures/${id}.svg`);
      const text = await svg.text();
      expect(svg.headers()['content-type'], id).toContain('image/svg+xml');
      for (const said of ['Base', 'Source', '2025.1', wave]) expect(text, `${id} ${said}`).toContain(said);
      expect(text, id).not.toContain('var(--');
    }
    const shared = await request.get(`/figures/${id}/og.png`);
    expect(shared.headers()['content-type'], id).toBe('image/png');
    const bytes = await shared.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], id).toEqual([1200, 630]);
  }
});

test('a shared page names its picture by a whole address', async ({ page, request, baseURL }) => {
  for (const address of ['/', '/objectifs', '/en/financements', '/explorer?indicator=annual_budget']) {
    await page.goto(address);
    const image = await page.locator('meta[property="og:image"]').getAttribute('content');
    expect(image, address).toMatch(new RegExp(`^${baseURL}/`));
    expect((await request.get(image ?? '')).headers()['content-type'], address).toBe('image/png');
  }
});

test('the interactive view comes on request, shows values under the pointer, and the page stays accessible', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/explorer?indicator=objectives&by=size_class');
  const open = page.getByRole('button', { name: 'Ouvrir la vue interactive' });
  await expect(open).toBeVisible();
  await expectAccessible(page);
  const before = fetched.length;
  await open.click();
  const figure = page.getByRole('figure', { name: /^Vue interactive/ }).first();
  await expect(figure.locator('rect, path').nth(6)).toBeAttached();
  expect(fetched.length).toBeGreaterThan(before);
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.boundingBox();
  if (!box) throw new Error('the figure has no box');
  await page.mouse.move(box.x + box.width * 0.6, box.y + 40);
  await expect(page.locator('.told')).toContainText(/\d+ sur \d+ \(/);
  await page.getByLabel('Une petite figure par groupe').check();
  await expect(page.getByRole('figure', { name: /^Vue interactive/ })).toHaveCount(2);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
