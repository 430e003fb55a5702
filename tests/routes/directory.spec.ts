import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';

/** The page's scripts run: before that a click is lost. */
const alive = async (page: Page) => expect(page.getByRole('group', { name: 'Zoom de la carte' })).toBeVisible();
const slugs = (page: Page) => page.locator('article[data-slug]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-slug')));
const rows = (page: Page) => page.locator('article[data-slug]');

test.describe('finding an initiative', () => {
  test('a search without results that names a place leads on', async ({ page }) => {
    await page.goto('/initiatives?type=caisse&q=Saint-Dié');
    await page.getByRole('link', { name: 'Chercher autour de Saint-Dié-des-Vosges (88)' }).click();
    await expect(page).toHaveURL(/pres=Saint-Di.*type=caisse/);
    await expect(rows(page).first()).toContainText('km');
  });

  test('a place that does not exist is said beside its field, which keeps it', async ({ page }) => {
    await page.goto('/initiatives?pres=Zzzzville');
    await expect(page.getByLabel('Autour d’une commune')).toHaveValue('Zzzzville');
    await expect(page.getByLabel('Autour d’une commune')).toHaveAccessibleDescription(/Aucune commune ne s’appelle/);
    await expect(page.getByText('ne connaît pas une partie de l’adresse')).toHaveCount(0);
  });

  test('the date of an ended one is not taken for its end', async ({ page }) => {
    await page.goto('/initiatives?statut=terminee');
    await expect(page.locator('article .facts').filter({ hasText: 'commencée' }).first()).toContainText('Terminée');
    await expect(page.locator('article .facts').filter({ hasText: /depuis/i })).toHaveCount(0);
  });

  test('whatever the address holds, the page keeps its width, and no parameter stays empty', async ({ page }) => {
    await page.goto(`/initiatives?q=${'x'.repeat(3000)}&tri=&${'y'.repeat(300)}=1`);
    expect(page.url()).not.toContain('tri=');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('near Lyon, and reading its page', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    await page.getByLabel('Autour d’une commune').fill('lyon');
    await page.getByLabel('Distance').selectOption('25');
    await expect(page).toHaveURL(/pres=lyon/);
    await expect(page).toHaveURL(/rayon=25/);
    await expect(rows(page).first()).toContainText('km');
    const distances = await page.locator('article .km').allTextContents();
    const km = distances.map((text) => Number(/\d+/.exec(text)?.[0]));
    expect(km).toEqual([...km].sort((a, b) => a - b));
    expect(Math.max(...km)).toBeLessThanOrEqual(25);
    await page.getByRole('link', { name: 'CALIM8' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'CALIM8' })).toBeVisible();
    await expect(page.getByText('138 foyers')).toBeVisible();
    await expect(page.getByText('sans objet')).toBeVisible();
    const described = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}');
    expect(described).toMatchObject({ '@type': 'Project', name: 'CALIM8', foundingDate: '2024-09' });
  });

  test('typing does not fill the history; a choice does, and Back takes it back', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    await page.getByLabel('Nom, lieu, porteur').pressSequentially('flers', { delay: 40 });
    await expect(page).toHaveURL(/q=flers/);
    await expect(rows(page)).toHaveCount(1);
    await expect(page.getByLabel('Nom, lieu, porteur')).toBeFocused();
    // The suggestions lie over the filters.
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('summary').filter({ hasText: 'Provenance' }).click();
    await page.getByRole('checkbox', { name: /^Documentée/ }).check();
    await expect(page).toHaveURL(/provenance=documented/);
    await page.goBack();
    await expect(page).toHaveURL(/\?q=flers$/);
  });
});

test.describe('the directory without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('is complete: map, list, filters, pages', async ({ page }) => {
    await page.goto('/initiatives');
    await expect(page.locator('figure.map .shapes path')).toHaveCount(101);
    await expect(page.getByRole('status').filter({ hasText: '105 initiatives' })).toBeVisible();
    const marks = await page.locator('figure.map [data-slug]').count();
    expect(marks).toBe(105);
    await page.locator('summary').filter({ hasText: 'Région' }).click();
    await page.getByRole('checkbox', { name: /^Bretagne/ }).check();
    await page.locator('details[open]').getByRole('button', { name: 'Appliquer' }).click();
    await expect(page).toHaveURL(/region=53/);
    const filtered = await slugs(page);
    expect(filtered.length).toBeGreaterThan(3);
    expect(await page.locator('figure.map [data-slug]').count()).toBe(filtered.length);
    await page.getByRole('link', { name: /Retirer\s+Bretagne/ }).click();
    await expect(page.getByRole('status').filter({ hasText: '105 initiatives' })).toBeVisible();
    await page.getByRole('link', { name: 'Suivante' }).click();
    await expect(page).toHaveURL(/page=2/);
  });

  test('objectives: only of those that agreed to be named, and it says that none did', async ({ page, request }) => {
    await page.goto('/initiatives');
    const menu = page.locator('details[data-facet]').filter({ has: page.locator('summary').filter({ hasText: 'Objectifs' }) });
    await menu.locator('summary').click();
    await expect(menu.getByText('sauf accord d’être nommées')).toBeVisible();
    await expect(menu.getByRole('checkbox')).toHaveCount(1);
    await menu.getByRole('checkbox', { name: /^Non renseigné\s+105$/ }).check();
    await menu.getByRole('button', { name: 'Appliquer' }).click();
    await expect(page).toHaveURL(/objectif=x/);
    await expect(page.getByRole('status').filter({ hasText: '105 initiatives' })).toBeVisible();
    // A value that exists and that nobody has is an answer; one that does not exist is said.
    await page.goto('/initiatives?objectif=access&objectif=bonheur');
    await expect(page.getByText('objectif=bonheur')).toBeVisible();
    await expect(page.getByText('Aucune initiative')).toBeVisible();
    await expect(page.getByRole('link', { name: /Retirer\s+Accès à l’alimentation durable/ })).toHaveAttribute('href', '/initiatives');
    await page.goto('/embed/carte?objectif=access');
    expect(await page.locator('figure.map [data-slug]').count()).toBe(0);
    const file = await (await request.get('/api/v1/initiatives.csv?objectif=x')).text();
    expect(file.split('\n')[0]).toContain('objectives');
    await page.goto('/initiatives/lyon-calim8');
    await expect(page.locator('dl div').filter({ hasText: 'Objectifs publiés' })).toContainText('x');
  });

  test('says what it does not know in the address', async ({ page }) => {
    await page.goto('/initiatives?couleur=rouge&region=99&statut=active');
    await expect(page.getByText('couleur=rouge')).toBeVisible();
    await expect(page.getByText('region=99')).toBeVisible();
    await page.getByRole('link', { name: 'Voir l’adresse corrigée' }).click();
    await expect(page).toHaveURL(/\/initiatives\?statut=active$/);
  });
});

test.describe('suggestions under the search field', () => {
  test('are chosen by keyboard alone, and say which one is looked at', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    const field = page.getByRole('combobox', { name: 'Nom, lieu, porteur' });
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await field.pressSequentially('bretagne', { delay: 30 });
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    const region = list.getByRole('option', { name: 'Bretagne région', exact: true });
    await expect(region).toBeVisible();
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expectAccessible(page);
    const options = await list.getByRole('option').allTextContents();
    for (let step = options.indexOf('Bretagne région'); step >= 0; step--) await page.keyboard.press('ArrowDown');
    await expect(region).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', (await region.getAttribute('id')) ?? 'none');
    await expect(field).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/territoires\/r-53$/);
  });

  test('Escape closes them and keeps the words; Enter alone searches', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    const field = page.getByRole('combobox', { name: 'Nom, lieu, porteur' });
    await field.pressSequentially('flers', { delay: 30 });
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(field).toHaveValue('flers');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?q=flers$/);
    await expect(rows(page)).toHaveCount(1);
  });

  test('keep the language and the edition of the page, and only lead where a page is', async ({ page, request }) => {
    await page.goto('/en/v/2025.1/initiatives');
    // The role is given by the script: the field is alive once it has it.
    await page.locator('#q[role=combobox]').pressSequentially('calim8', { delay: 30 });
    await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first().click();
    await expect(page).toHaveURL(/\/en\/v\/2025\.1\/initiatives\/lyon-calim8$/);
    for (const text of ['flers agglo', '61', 'st die', 'saint denis', 'x', '', '&%']) {
      const found: { path: string }[] = await (await request.get(`/api/suggestions?q=${encodeURIComponent(text)}`)).json();
      expect(found.length, text).toBeGreaterThan(text.length > 2 && /\w/.test(text) ? 0 : -1);
      for (const { path } of found) expect((await request.get(path)).status(), path).toBe(200);
    }
  });
});


test('a région stands beside the nation as the tables of the edition have it, or says why not', async ({ page, request }) => {
  const { table } = await (await request.get('/api/v1/tables/2025.objectives.by.region.json')).json();
  type Group = { code: string | null; rows: { count: { status: string; value?: number } }[] };
  const shown = (code: string | null) => table.groups.find((group: Group) => group.code === code).rows.map(({ count }: Group['rows'][number]) => String(count.value ?? count.status));
  await page.goto('/territoires/r-84');
  const section = page.getByRole('region', { name: 'Les réponses aux vagues' });
  const cells = section.locator('tbody tr');
  await expect(cells).toHaveCount(shown(null).length);
  expect(await cells.locator('td:nth-of-type(1)').allTextContents()).toEqual(shown('84'));
  expect(await cells.locator('td:nth-of-type(2)').allTextContents()).toEqual(shown(null));
  await expect(section).toContainText('Données synthétiques');
  // Two caisses answered in Bretagne: nothing of them may be told.
  expect(shown('53')).toEqual(shown(null).map(() => 'c'));
  await page.goto('/territoires/r-53');
  await expect(section).toContainText('aucun chiffre des vagues pour ce territoire');
  await section.getByRole('link', { name: 'Objectifs' }).click();
  await expect(page).toHaveURL(/\/objectifs$/);
});

for (const path of [
  '/initiatives',
  '/initiatives?type=caisse&statut=preparation&region=53&pres=Lyon&inconnu=1',
  '/initiatives?vue=densite&lieux=tous',
  '/initiatives?vue=participants&lieux=tous',
  '/initiatives?q=SSA%20Toulouse&carte=43.6,1.44,4.1',
  '/embed/carte?region=53&vue=densite',
  '/embed/carte?carte=48.117,-1.678,4',
  '/initiatives/lyon-calim8',
  '/initiatives/initiative-synthetique-042',
  '/territoires',
  '/territoires/r-84',
  '/territoires/974',
  '/territoires/200046977',
  '/initiatives?autour=48.29,6.95&rayon=100&territoire=x',
  '/editions',
  '/editions/2025.1',
  '/donnees',
  '/en/initiatives',
  '/en/donnees'
]) {
  test(`${path} is accessible and never scrolls sideways`, async ({ page }) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test('the distance between two neighbours is the same on either page, and says between which places', async ({ page, request }) => {
  const { initiatives } = await (await request.get('/api/v1/initiatives.json')).json();
  const several = (initiatives as { slug: string; places: unknown[] }[]).filter(({ places }) => places.length > 1).slice(0, 4);
  expect(several.length).toBeGreaterThan(1);
  const distances = async (slug: string): Promise<Map<string, string>> => {
    await page.goto(`/initiatives/${slug}`);
    const rows = await page.getByRole('region', { name: 'Les plus proches' }).locator('article').evaluateAll((all) => all.map((row) => [row.getAttribute('data-slug') ?? '', row.querySelector('.km')?.textContent ?? ''] as const));
    return new Map(rows);
  };
  let compared = 0;
  for (const { slug } of several) {
    const there = await distances(slug);
    await expect(page.getByText('entre les deux lieux les plus proches')).toBeVisible();
    for (const row of await page.getByRole('region', { name: 'Les plus proches' }).locator('article').all()) await expect(row.locator('.between')).toHaveText(/^entre .+ et .+$|^dans la même commune\s: .+$/);
    for (const [other, km] of [...there].slice(0, 2)) {
      const back = (await distances(other)).get(slug);
      // Five neighbours are listed: the other page may have nearer ones.
      if (back === undefined) continue;
      expect(back, `${slug} and ${other}`).toBe(km);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(1);
});

test('a synthetic initiative says so everywhere', async ({ page, request }) => {
  await page.goto('/initiatives/initiative-synthetique-042');
  await expect(page.getByText('Initiative synthétique.', { exact: true })).toBeVisible();
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
  await expect(page.locator('meta[name=robots][content=noindex]')).toHaveCount(1);
  const { initiatives } = await (await request.get('/api/v1/initiatives.json')).json();
  const synthetic = initiatives.filter((row: { provenance: string }) => row.provenance === 'synthetic');
  expect(synthetic.length).toBe(74);
});

test('the API refuses what it does not know, and answers any site', async ({ request }) => {
  expect((await request.get('/api/v1/initiatives.json?couleur=rouge')).status()).toBe(400);
  expect((await request.get('/api/v1/initiatives.pdf')).status()).toBe(404);
  expect((await request.get('/api/v1/tables/none.json')).status()).toBe(404);
  expect((await request.get('/v/1999.1/api/v1/initiatives.json')).status()).toBe(404);
  const answer = await request.get('/api/v1/editions.json');
  expect(answer.headers()['access-control-allow-origin']).toBe('*');
});

test('a link that is shared shows a picture and a sentence, and the picture is there', async ({ page, request }) => {
  for (const path of ['/initiatives', '/initiatives/lyon-calim8', '/territoires', '/territoires/r-53', '/en/territoires/29']) {
    await page.goto(path);
    for (const name of ['og:title', 'og:description', 'og:image:alt', 'og:url']) await expect(page.locator(`meta[property="${name}"]`), `${path} ${name}`).toHaveAttribute('content', /\S/);
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
    expect((await request.get(new URL(picture ?? '').pathname)).headers()['content-type'], path).toBe('image/png');
    // An initiative and a territory have their own, in the language and of the edition of the page.
    const own = /\/(initiatives|territoires)\/.+/.exec(path)?.[0];
    expect(new URL(picture ?? '').pathname.endsWith(`/v/2025.1${own ?? ''}/og.png`), `${path} ${picture}`).toBe(true);
    expect(new URL(picture ?? '').pathname.startsWith('/en/')).toBe(path.startsWith('/en/'));
  }
  const pictures = await Promise.all(['/og.png', '/initiatives/lyon-calim8/og.png', '/initiatives/brest-a-table/og.png', '/territoires/r-53/og.png', '/territoires/29/og.png', '/en/territoires/29/og.png'].map(async (path) => (await request.get(path)).body()));
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(pictures.length);
  for (const path of ['/initiatives/nulle-part/og.png', '/territoires/r-99/og.png']) expect((await request.get(path)).status(), path).toBe(404);
});

test('an open menu of filters stays inside the page, whichever it is', async ({ page }) => {
  await page.goto('/initiatives');
  for (const menu of await page.locator('details[data-facet]').all()) {
    await menu.locator('summary').click();
    await expect(menu.locator('.panel')).toBeInViewport();
    const { left, right } = await menu.locator('.panel').evaluate((panel) => panel.getBoundingClientRect());
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  }
});
