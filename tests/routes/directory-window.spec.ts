import { expect, test, type Page } from '@playwright/test';

/** What the map shows is part of the address: sent to somebody, it is the same there. */
const map = (page: Page) => page.locator('figure.map [data-picture]');
const alive = async (page: Page) => {
  await expect(page.getByRole('group', { name: 'Zoom de la carte' })).toBeVisible();
  await expect(page.locator('html.live')).toBeAttached();
};
const box = async (page: Page): Promise<number[]> => ((await map(page).getAttribute('viewBox')) ?? '').split(' ').map(Number);
const carte = (page: Page): string | null => new URL(page.url()).searchParams.get('carte');
const RENNES = 'carte=48.117%2C-1.678%2C4';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the part of the map that the address names is drawn by the server, and every way on keeps it', async ({ page }) => {
    await page.goto(`/initiatives?region=53&${RENNES}`);
    const shown = await box(page);
    expect(shown.slice(2)).toEqual([200, 225]);
    // The département of Rennes is in the middle of the picture; Paris is out of it.
    const [x = 0, y = 0] = shown;
    const named = (code: string) =>
      page.locator(`#dep-${code}`).evaluate((path) => {
        const { x: left, y: top, width, height } = (path as SVGGraphicsElement).getBBox();
        return { x: left + width / 2, y: top + height / 2 };
      });
    const ille = await named('35');
    expect(Math.hypot(ille.x - x - 100, ille.y - y - 112)).toBeLessThan(20);
    expect((await named('75')).x).toBeGreaterThan(x + 200);
    await expect(page.getByRole('link', { name: /Retirer\s+Bretagne/ })).toHaveAttribute('href', `/initiatives?${RENNES}`);
    await expect(page.getByRole('link', { name: 'EN (English)' })).toHaveAttribute('href', /carte=48\.117/);
    await page.getByLabel('Trier par').selectOption('debut');
    await page.locator('.sort').getByRole('button', { name: 'Appliquer' }).click();
    await expect(page).toHaveURL(/carte=48\.117/);
    expect(await box(page)).toEqual(shown);
    await page.getByRole('link', { name: 'Insérer cette vue dans un autre site' }).click();
    await expect(page).toHaveURL(/\/embed\/carte\?.*carte=48\.117/);
    expect(await box(page)).toEqual(shown);
    await expect(page.getByText('une partie de la carte')).toBeVisible();
    await page.getByRole('link', { name: 'Voir toute la carte' }).click();
    await expect.poll(() => box(page)).toEqual([0, 0, 800, 900]);
    await page.goto(`/initiatives?region=53&${RENNES}`);
    await page.getByRole('link', { name: 'Voir toute la carte' }).click();
    await expect(page).toHaveURL(/\/initiatives\?region=53$/);
    expect(await box(page)).toEqual([0, 0, 800, 900]);
  });

  test('what is no part of the map is said, and the whole is shown', async ({ page }) => {
    for (const text of ['48.117,-1.678,40', '40.7,-74,4', 'Rennes']) {
      await page.goto(`/initiatives?carte=${text}`);
      await expect(page.getByText(`carte=${text}`)).toBeVisible();
      expect(await box(page)).toEqual([0, 0, 800, 900]);
    }
    await page.goto('/initiatives/plan?plan=48,2,99');
    await expect(page.getByText('plan=48,2,99')).toBeVisible();
  });
});

test('moving writes the address without filling the history; a link to it shows the same; going back to the whole removes it', async ({ page }) => {
  await page.goto('/initiatives?region=53');
  await alive(page);
  const before = await page.evaluate(() => history.length);
  await map(page).focus();
  for (const key of ['+', '+', '+', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
  await expect.poll(() => carte(page)).toMatch(/^4\d\.\d+,-?\d(\.\d+)?,4\.1$/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  const shown = await box(page);
  for (const name of ['EN (English)', 'Insérer cette vue dans un autre site', 'Les mêmes sur un plan des rues', /Retirer\s+Bretagne/]) {
    await expect(page.getByRole('link', { name })).toHaveAttribute('href', new RegExp(encodeURIComponent(carte(page) ?? 'none')));
  }
  await expect(page.getByRole('link', { name: 'CSV', exact: true })).not.toHaveAttribute('href', /carte/);
  await page.reload();
  await alive(page);
  for (const [at, value] of (await box(page)).entries()) expect(Math.abs(value - (shown[at] ?? 0))).toBeLessThan(0.5);
  const kept = carte(page);
  await page.waitForTimeout(600);
  expect(carte(page)).toBe(kept);

  await map(page).focus();
  await page.keyboard.press('0');
  await expect.poll(() => carte(page)).toBeNull();
  expect(new URL(page.url()).search).toBe('?region=53');
  await expect(page.getByRole('link', { name: 'EN (English)' })).toHaveAttribute('href', '/en/initiatives?region=53');
});

test('a filter keeps what the map shows, and Back shows again what was shown', async ({ page }) => {
  await page.goto(`/initiatives?${RENNES}`);
  await alive(page);
  const rennes = await box(page);
  await page.locator('summary').filter({ hasText: 'Provenance' }).click();
  await page.getByRole('checkbox', { name: /^Documentée/ }).check();
  await expect(page).toHaveURL(/provenance=documented/);
  expect(carte(page)).toBe('48.117,-1.678,4');
  expect(await box(page)).toEqual(rennes);
  await page.keyboard.press('Escape');
  await map(page).focus();
  await page.keyboard.press('-');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => carte(page)).not.toBe('48.117,-1.678,4');
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`\\?${RENNES}$`));
  await expect.poll(() => box(page)).toEqual(rennes);
  await page.goForward();
  await expect(page).toHaveURL(/provenance=documented/);
  await expect.poll(async () => (await box(page))[2]).toBeGreaterThan(300);
});

test('the street map begins where the national map was', async ({ page }) => {
  await page.route('https://data.geopf.fr/**', (route) => route.abort());
  await page.goto(`/initiatives?${RENNES}`);
  await alive(page);
  await page.getByRole('link', { name: 'Les mêmes sur un plan des rues' }).click();
  await expect(page).toHaveURL(/\/initiatives\/plan\?carte=48\.117/);
  await expect(page.getByRole('link', { name: 'Revenir à la liste et à la carte' })).toHaveAttribute('href', `/initiatives?${RENNES}`);
  await page.getByRole('button', { name: 'Charger le plan' }).click();
  const closer = page.locator('.maplibregl-ctrl-zoom-in');
  await expect(closer.or(page.getByText('Le plan n’a pas pu être chargé')).first()).toBeVisible({ timeout: 30_000 });
  // Without WebGL there is no street map to move.
  if (!(await closer.isVisible())) return;
  await closer.click();
  await expect(page).toHaveURL(/plan=48\.117%2C-1\.678%2C7/);
  await expect(page.getByRole('link', { name: 'EN (English)' })).toHaveAttribute('href', /plan=48\.117/);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'again without', () => {
    test.use({ javaScriptEnabled });

    test('« Rechercher » leads to the results, whatever the width', async ({ page, viewport }) => {
      await page.goto('/initiatives');
      if (javaScriptEnabled) await alive(page);
      await page.getByLabel('Autour d’une commune').fill('Saint-Dié-des-Vosges');
      await page.getByRole('button', { name: 'Rechercher' }).click();
      await expect(page).toHaveURL(/pres=Saint-Di/);
      await expect(page.getByRole('status').filter({ hasText: '105 initiatives' })).toBeInViewport();
      await expect(page.locator('article[data-slug]').first()).toBeInViewport();
      // Where there is room the form stays in sight: one may look again.
      if ((viewport?.width ?? 0) > 1000) await expect(page.getByLabel('Autour d’une commune')).toBeInViewport();
    });
  });
}

test('a search that no initiative answers whole says what it left aside', async ({ page }) => {
  await page.goto('/initiatives?q=SSA%20Toulouse');
  await expect(page.getByText('Aucune initiative n’a tous ces mots')).toContainText('SSA');
  await expect(page.locator('article[data-slug="toulouse-caissalim"]')).toBeVisible();
  await page.goto('/initiatives?q=Caissalim%20Toulouse');
  await expect(page.getByText('Aucune initiative n’a tous ces mots')).toHaveCount(0);
  await page.goto('/initiatives?q=la%20caisse%20de%20La%20Rochelle');
  await expect(page.getByRole('link', { name: 'Chercher autour de La Rochelle (17)' })).toBeVisible();
});
