import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';

const PAGES = ['/', '/objectifs', '/objectifs?by=lead_type', '/fonctionnement', '/financements', '/financements/local', '/vagues', '/vagues/2025', '/methode', '/accessibilite', '/mentions-legales'];

test.describe('the funding by funder type', () => {
  test('read as projects and euros, with its coverage, as a table, and downloaded', async ({ page, request }) => {
    await page.goto('/financements');
    const card = page.locator('#funding_amounts');
    await expect(card).toContainText('11 caisses ayant répondu à la question, sur 32');
    await expect(card).toContainText('depuis leur création');
    await expect(card).toContainText('597\u202f662\u00a0€');
    await expect(card.locator('svg.chart:visible').first()).toHaveAttribute('aria-label', /8 caisses sur les 11/);

    await card.getByRole('link', { name: 'Tableau', exact: true }).click();
    await expect(page).toHaveURL(/tab-funding_amounts=table/);
    const row = card.getByRole('row', { name: /^Fondations privées/ });
    await expect(row).toContainText('8');
    await expect(row).toContainText('597\u202f662\u00a0€');

    await card.getByText('Télécharger', { exact: true }).click();
    const address = await card.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href');
    expect(address).toContain('/v/2025.1/figures/2025.funding_amounts.csv');
    const bytes = await (await request.get(address ?? '')).body();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header = '', ...lines] = bytes.toString('utf8').slice(1).split('\r\n');
    const names = header.split(',');
    expect(names).toEqual(expect.arrayContaining(['value', 'status', 'numerator', 'denominator', 'base']));
    const total = lines.find((line) => line.includes(',foundations_funds,') && line.includes(',total,'));
    expect(total).toContain(',597662,ok,');
  });

  test('cited at an address that will not change, which gives the same figure', async ({ page }) => {
    await page.goto('/financements');
    const card = page.locator('#funding_mix');
    await card.getByText('Citer', { exact: true }).click();
    const reference = await card.getByLabel('Référence (adresse figée sur l’édition)').inputValue();
    const address = /https?:\S+/.exec(reference)?.[0] ?? '';
    expect(address).toContain('/v/2025.1/financements');
    await page.goto(address);
    await expect(page.locator('#funding_mix')).toContainText('37\u00a0%');
    await expect(page.getByRole('complementary', { name: 'Édition consultée' })).toContainText('2025.1');
  });

  test('one funder type has its page, an unknown one has none', async ({ page, request }) => {
    await page.goto('/financements');
    await page.getByRole('link', { name: 'Fondations privées et fonds de dotation' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fondations privées et fonds de dotation');
    await expect(page.getByText('8 sur 11').first()).toBeVisible();
    expect((await request.get('/financements/nobody')).status()).toBe(404);
  });
});

test.describe('the objectives', () => {
  test('another base changes the figure, its sentence and its address', async ({ page }) => {
    await page.goto('/objectifs');
    const card = page.locator('#objectives');
    await expect(card).toContainText('87,5\u00a0%');
    await card.getByRole('link', { name: 'les 60 caisses interrogées' }).click();
    await expect(page).toHaveURL(/base=population/);
    await expect(card).toContainText('28 caisses sur les 60 interrogées (47\u00a0%)');
    await page.goBack();
    await expect(card).toContainText('87,5\u00a0%');
  });

  test('the arrows walk along the marks and say them', async ({ page }) => {
    await page.goto('/objectifs');
    const chart = page.locator('#objectives svg.chart:visible');
    await expect(chart).toHaveAttribute('tabindex', '0');
    await chart.focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('body > [role="status"]')).toHaveText(/Accès à l’alimentation durable.*28, 87,5/);
  });

  test('an unknown parameter is said', async ({ page }) => {
    await page.goto('/objectifs?by=moon&tab=table');
    await expect(page.getByRole('status').first()).toContainText('by=moon');
    await page.getByRole('link', { name: 'Voir l’adresse corrigée' }).click();
    await expect(page).toHaveURL(/\/objectifs\?tab=table$/);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('views are links and panels open', async ({ page }) => {
    await page.goto('/objectifs');
    await page.locator('#objectives').getByRole('link', { name: 'Méthode', exact: true }).click();
    await expect(page.locator('#objectives')).toContainText('Caisses interrogées');
    await page.locator('#objectives').getByText('Partager', { exact: true }).click();
    await expect(page.locator('#objectives').getByLabel('Adresse de cette vue')).toHaveValue(/tab=method#objectives$/);
    await expect(page.getByLabel('Apparence')).toBeHidden();
  });
});

for (const path of PAGES) {
  for (const lang of ['', '/en']) {
    test(`${lang}${path} is accessible, light, fits and says its edition`, async ({ page }) => {
      let script = 0;
      page.on('response', async (response) => {
        if (response.request().resourceType() === 'script') script += (await response.body()).byteLength;
      });
      await page.goto(path === '/' && lang ? lang : lang + path);
      await expectAccessible(page);
      await expect(page.locator('footer')).toContainText('2025.1');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      // Uncompressed, so well under 60 KB once it is sent.
      expect(script).toBeLessThan(60_000);
    });
  }
}

test('a picture and an embed say their base and their edition', async ({ page, request }) => {
  const svg = await (await request.get('/v/2025.1/figures/2025.objectives.svg')).text();
  expect(svg).toContain('Base\u00a0: 32 caisses répondantes sur 60');
  expect(svg).toContain('2025.1');
  expect(svg).not.toContain('var(--');
  const png = await (await request.get('/v/2025.1/figures/2025.objectives.png')).body();
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  const answer = await page.goto('/embed/figures/2025.objectives');
  expect(answer?.headers()['content-security-policy']).toContain('frame-ancestors *');
  await expect(page.locator('main')).toContainText('32 caisses répondantes sur 60');
  await expectAccessible(page);
});

test('an error page has its code and a way out, in both languages', async ({ page }) => {
  expect((await page.goto('/nope'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
  await page.goto('/territoires/00');
  await expect(page.getByText(/Cette page n’existe pas/)).toHaveCount(1);
  await expect(page.getByRole('main')).not.toContainText('not_found');
  await expectAccessible(page);
  await page.goto('/en/nope');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  await page.getByRole('link', { name: 'Back to the panorama' }).click();
  await expect(page).toHaveURL(/\/en$/);
});
