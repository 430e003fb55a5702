import { expect, test, type APIRequestContext, type Browser, type Locator, type Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';

/** The same journeys by every manner, at both widths: what is found, sent and downloaded must not depend on it. */
const CHOICES = [
  { facet: 'Type', value: /^Caisse alimentaire/, chip: 'Caisse alimentaire' },
  { facet: 'Statut', value: /^En préparation/, chip: 'En préparation' },
  { facet: 'Région', value: /^Bretagne/, chip: 'Bretagne' },
  { facet: 'Porteur', value: /^Association/, chip: 'Association' }
];
const FOUND = ['lorient-crea-ssa', 'morlaix-ssa'];

const slugs = (page: Page) => page.locator('article[data-slug]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-slug')));
const menu = (page: Page, facet: string) => page.locator('details[data-facet]').filter({ has: page.getByRole('group', { name: facet, exact: true, includeHidden: true }) });
const alive = (page: Page) => expect(page.locator('html.live')).toBeAttached();
const chips = (page: Page) => page.getByRole('list', { name: 'Choix en cours' });

/** Presses Tab until the element has the focus: it is in the tab order, and nothing on the way keeps the focus. */
async function tabTo(page: Page, target: Locator, most = 160): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
  }
  throw new Error(`not reached by Tab: ${target}`);
}

/** What a person who listens to the page is told: the landmarks, the filters with their counts, the result, its rows in order. */
async function expectTold(page: Page): Promise<void> {
  await expect(page.getByRole('search', { name: 'Chercher une initiative' })).toMatchAriaSnapshot(`
    - search "Chercher une initiative":
      - paragraph:
        - button "Rechercher"
      - group "Filtres":
        - group: Type 1 choix
        - group: Statut 1 choix
        - group: Région 1 choix
        - group: Département
        - group: Porteur 1 choix
        - group: Type de territoire
  `);
  await expect(page.getByRole('region', { name: 'Liste' })).toMatchAriaSnapshot(`
    - region "Liste":
      - heading "Liste" [level=2]
      - status: 2 initiatives sur 105
      - list "Choix en cours":
        - listitem:
          - link "Retirer Caisse alimentaire"
        - listitem:
          - link "Retirer En préparation"
        - listitem:
          - link "Retirer Bretagne"
        - listitem:
          - link "Retirer Association"
        - listitem:
          - link "Tout effacer"
      - list:
        - listitem:
          - article:
            - heading "CREA-SSA" [level=3]
            - paragraph: Lorient, Morbihan
            - paragraph: /Caisse alimentaire.*En préparation/
        - listitem:
          - article:
            - heading "SSA du Pays de Morlaix" [level=3]
            - paragraph: Pays de Morlaix, Finistère
  `);
  await menu(page, 'Porteur').locator('summary').click();
  await expect(page.getByRole('group', { name: 'Porteur', exact: true })).toMatchAriaSnapshot(`
    - group "Porteur":
      - checkbox /Association \\d+/ [checked]
      - checkbox /Collectif \\d+/
      - checkbox /Non renseigné \\d+/
  `);
  await expect(page.getByRole('region', { name: 'Carte' })).toBeVisible();
}

/** The link alone shows the same to somebody else, and every file has the same rows in the same order. */
async function expectSame(page: Page, browser: Browser, request: APIRequestContext): Promise<void> {
  expect(await slugs(page)).toEqual(FOUND);
  expect(await page.locator('figure.map [data-slug]').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-slug')))).toEqual(FOUND);
  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await other.goto(page.url());
  expect(await slugs(other)).toEqual(FOUND);
  await expect(chips(other).getByRole('listitem')).toHaveCount(5);
  await other.context().close();

  const file = async (name: string) => {
    const address = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
    expect(address).toMatch(/^\/v\/[\d.]+\/api\/v1\/initiatives\./);
    const answer = await request.get(address);
    expect(answer.headers()['content-disposition']).toContain('attachment');
    return answer.body();
  };
  const csv = Papa.parse<{ slug: string }>((await file('CSV')).toString('utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  expect(csv.data.map((row) => row.slug)).toEqual(FOUND);
  const { features } = JSON.parse((await file('GeoJSON')).toString('utf8')) as { features: { id: string; properties: { status: string } }[] };
  expect(features.map(({ id, properties }) => [id, properties.status])).toEqual(FOUND.map((slug) => [slug, 'preparation']));
  const { sheets } = await readXlsx(new Uint8Array(await file('XLSX')));
  const table = sheets.find((sheet) => sheet.name === 'initiatives')?.rows ?? [];
  const at = (table[0] ?? []).indexOf('slug');
  expect(table.slice(1).map((row) => row[at])).toEqual(FOUND);
}

test.describe('the caisses in preparation in Bretagne led by associations', () => {
  test('by mouse', async ({ page, browser, request }) => {
    await page.goto('/initiatives');
    await alive(page);
    for (const { facet, value, chip } of CHOICES) {
      await menu(page, facet).locator('summary').click();
      await page.getByRole('checkbox', { name: value }).check();
      await expect(chips(page)).toContainText(chip);
    }
    await expect(page).toHaveURL(/\?type=caisse&statut=preparation&region=53&porteur=association$/);
    await expectSame(page, browser, request);
    await page.mouse.click(2, 2);
    await expectTold(page);
  });

  test('by keyboard alone', async ({ page, browser, request }) => {
    test.setTimeout(180_000);
    await page.goto('/initiatives');
    await alive(page);
    for (const { facet, value, chip } of CHOICES) {
      await tabTo(page, menu(page, facet).locator('summary'));
      await page.keyboard.press('Enter');
      const box = menu(page, facet).getByRole('checkbox', { name: value });
      await tabTo(page, box);
      await page.keyboard.press('Space');
      await expect(chips(page)).toContainText(chip);
      // The parts of the page were replaced, and the reader is still where they were.
      await expect(box).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(menu(page, facet).locator('summary')).toBeFocused();
    }
    await expectSame(page, browser, request);
    await tabTo(page, page.locator('article[data-slug]').getByRole('link', { name: 'CREA-SSA' }));
    await tabTo(page, page.getByRole('link', { name: 'XLSX', exact: true }));
    await expectTold(page);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('by forms and links', async ({ page, browser, request }) => {
      await page.goto('/initiatives');
      for (const { facet, value, chip } of CHOICES) {
        await menu(page, facet).locator('summary').click();
        await menu(page, facet).getByRole('checkbox', { name: value }).check();
        await menu(page, facet).getByRole('button', { name: 'Appliquer' }).click();
        await expect(chips(page)).toContainText(chip);
      }
      await expectSame(page, browser, request);
      await expectTold(page);
      await page.locator('article[data-slug]').getByRole('link', { name: 'CREA-SSA' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'CREA-SSA' })).toBeVisible();
    });
  });
});

test.describe('what is nearest to Saint-Dié-des-Vosges', () => {
  const NEAREST = ['initiative-synthetique-076', 'strasbourg-koenigshoffen'];
  const told = async (page: Page) => {
    await expect(chips(page)).toContainText('Saint-Dié-des-Vosges (88)');
    expect((await slugs(page)).slice(0, 2)).toEqual(NEAREST);
    const distances = (await page.locator('article .km').allTextContents()).map((text) => Number(/\d+/.exec(text)?.[0]));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    await expect(page.getByRole('region', { name: 'Liste' })).toMatchAriaSnapshot(`
      - region "Liste":
        - status: 105 initiatives
        - paragraph:
          - combobox "Trier par":
            - option "distance" [selected]
        - list "Choix en cours":
          - listitem:
            - link /Retirer.*Saint-Dié-des-Vosges/
        - list:
          - listitem:
            - article:
              - heading /Initiative synthétique 076/ [level=3]
              - paragraph: /à \\d+ km/
          - listitem:
            - article:
              - heading "Caisse alimentaire de Koenigshoffen" [level=3]
              - paragraph: /à \\d+ km/
    `);
  };

  test('by mouse, from a commune', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    await page.getByLabel('Autour d’une commune').fill('saint dié des vosges');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    await told(page);
  });

  test('by keyboard alone, down to its page', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    await tabTo(page, page.getByLabel('Autour d’une commune'));
    await page.keyboard.type('st die des vosges');
    await page.keyboard.press('Enter');
    await told(page);
    await tabTo(page, page.locator('article[data-slug] a').first());
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/initiatives/${NEAREST[0]}$`));
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('from a commune, or from coordinates in the same field', async ({ page }) => {
      await page.goto('/initiatives');
      await expect(page.getByRole('button', { name: 'Autour de moi' })).toBeHidden();
      await page.getByLabel('Autour d’une commune').fill('88413');
      await page.getByRole('button', { name: 'Rechercher' }).click();
      await told(page);
      await page.getByLabel('Autour d’une commune').fill('48,2876 6,9489');
      await page.getByRole('button', { name: 'Rechercher' }).click();
      await told(page);
      await expect(page.getByText('arrondi au centième de degré')).toBeVisible();
      // Every link from there has the point's own parameter, rounded.
      await expect(page.getByRole('link', { name: 'CSV', exact: true })).toHaveAttribute('href', /autour=48\.29(,|%2C)6\.95/);
    });
  });

  test.describe('from where one is', () => {
    test.use({ geolocation: { latitude: 48.28761, longitude: 6.94893 }, permissions: ['geolocation'] });
    test('rounded before it enters the address, which says where it leads', async ({ page, browser }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('/initiatives');
      await alive(page);
      await expect(page.getByText('Position arrondie à environ 1 km')).toBeVisible();
      await page.getByRole('button', { name: 'Autour de moi' }).click();
      await expect(page).toHaveURL(/\?autour=48\.29%2C6\.95$/);
      await told(page);
      expect(asked.filter((address) => /48\.287|6\.948/.test(address))).toEqual([]);
      await page.getByLabel('Distance').selectOption('100');
      await expect(page).toHaveURL(/autour=48\.29%2C6\.95&rayon=100/);
      const near = await slugs(page);
      const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await other.goto(page.url());
      expect(await slugs(other)).toEqual(near);
      await other.goto('/initiatives?autour=148.29,6.95');
      await expect(other.getByText('autour=148.29,6.95')).toBeVisible();
      await expect(other.getByRole('status').filter({ hasText: '105 initiatives' })).toBeVisible();
    });
  });
});
