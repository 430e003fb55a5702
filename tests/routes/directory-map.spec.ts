import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';

/** The page's scripts run: before that a click is lost. */
const alive = async (page: Page) => expect(page.getByRole('group', { name: 'Zoom de la carte' })).toBeVisible();
const rows = (page: Page) => page.locator('article[data-slug]');

test.describe('the map', () => {
  test('is drawn before any script, and its land is not sent twice', async ({ request }) => {
    const html = await (await request.get('/initiatives')).text();
    const land = html.split('class="shapes"').length - 1;
    expect(land).toBe(1);
    const outline = /class="shapes">.*? d="([^"]{60})/.exec(html)?.[1] ?? '';
    expect(outline).toMatch(/^M/);
    expect(html.split(outline)).toHaveLength(2);
  });

  test('zooms by buttons and keys, and comes back', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    const map = page.locator('figure.map [data-picture]');
    const whole = await map.getAttribute('viewBox');
    await page.getByRole('button', { name: 'Agrandir' }).click();
    await expect(map).not.toHaveAttribute('viewBox', whole ?? '');
    await map.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    await expect(map).toHaveAttribute('viewBox', whole ?? '');
  });

  test('names what it grows over, and no name covers another', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    const map = page.locator('figure.map [data-picture]');
    await map.focus();
    const seen: number[] = [];
    for (const zoom of [2, 2, 2]) {
      for (let turn = 0; turn < zoom; turn++) await page.keyboard.press('+');
      await expect(page.locator('figure.map [data-labels] .shown').first()).toBeVisible();
      await page.waitForTimeout(300);
      const boxes = await page.locator('figure.map [data-labels] .shown').evaluateAll((all) => all.map((each) => ({ text: each.textContent, box: each.getBoundingClientRect().toJSON() as DOMRect })));
      const controls = await page.locator('figure.map [data-controls]').evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
      const covering = [...boxes, { text: 'the controls', box: controls }].flatMap((a, at, all) =>
        all.slice(at + 1).flatMap((b) => (a.box.left < b.box.right && b.box.left < a.box.right && a.box.top < b.box.bottom && b.box.top < a.box.bottom ? [`${a.text} / ${b.text}`] : []))
      );
      expect(covering).toEqual([]);
      seen.push(boxes.length);
    }
    expect(Math.min(...seen)).toBeGreaterThan(1);
  });

  test('by keyboard: from mark to mark, each read out, and back to the map', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    const map = page.locator('figure.map [data-picture]');
    await map.focus();
    await page.keyboard.press('Enter');
    const at = page.locator('figure.map [data-marks] a:focus');
    await expect(at).toHaveCount(1);
    const first = await at.getAttribute('aria-label');
    expect(first).toContain(', ');
    await page.keyboard.press('ArrowRight');
    await expect(at).not.toHaveAttribute('aria-label', first ?? '');
    await expect(page.locator('figure.map .card')).toContainText(((await at.getAttribute('aria-label')) ?? '').split(', ')[0] ?? '');
    await page.keyboard.press('Escape');
    await expect(map).toBeFocused();
    const box = await map.getAttribute('viewBox');
    await page.keyboard.press('Enter');
    const page2 = await at.getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${page2}$`));
    expect(box).toBe('0 0 800 900');
  });

  test('shows a row of the list on the map', async ({ page, isMobile }) => {
    test.skip(isMobile, 'nothing hovers on a touch screen');
    await page.goto('/initiatives?q=flers');
    await alive(page);
    await rows(page).first().getByRole('link').focus();
    await expect(page.locator('figure.map .card')).toContainText('CLAF');
  });

  test('keeps its land and changes its marks when a filter is chosen', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    await page.getByRole('button', { name: 'Agrandir' }).click();
    await page.getByLabel('Nom, lieu, porteur').fill('bretagne');
    await expect(page).toHaveURL(/q=bretagne/);
    expect(await page.locator('figure.map [data-marks] [data-slug]').count()).toBe(await rows(page).count());
    await expect(page.locator('figure.map [data-picture]')).toHaveClass(/zoomed/);
    await expect(page.getByRole('link', { name: 'EN (English)' })).toHaveAttribute('href', /^\/en\/initiatives\?q=bretagne&carte=[^&]+$/);
  });

  test('is whole on the second page of the list', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    await page.getByRole('link', { name: 'Suivante' }).click();
    await expect(page).toHaveURL(/page=2/);
    await expect(page.locator('figure.map .shapes path')).toHaveCount(101);
  });
});

test.describe('what the map says', () => {
  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('densities by département: chosen in the form, kept in the address, equal to the rates in the table', async ({ page }) => {
      await page.goto('/initiatives?type=caisse');
      await page.getByLabel('Sur la carte').selectOption('La densité par département');
      await page.locator('#carte').getByRole('button', { name: 'Appliquer' }).click();
      await expect(page).toHaveURL(/type=caisse/);
      await expect(page).toHaveURL(/vue=densite/);
      const shapes = page.locator('figure.map [data-class]');
      await expect(shapes).toHaveCount(101);
      const titles = (await shapes.locator('title').allTextContents()).map((text) => text.replace(/\s/g, ' '));
      const counts = titles.map((text) => Number(/: ([\d ]+) initiative/.exec(text)?.[1]?.replaceAll(' ', '')));
      for (const [at, shape] of (await shapes.evaluateAll((all) => all.map((each) => each.getAttribute('data-class')))).entries()) {
        expect(shape === '0', titles[at]).toBe(counts[at] === 0);
      }
      // Counted again from the public file, which knows nothing of the map.
      const { initiatives } = await (await page.request.get('/api/v1/initiatives.json?type=caisse')).json();
      const found = new Map<string, number>();
      for (const { places } of initiatives as { places: { departement: string }[] }[]) {
        for (const code of new Set(places.map((place) => place.departement))) found.set(code, (found.get(code) ?? 0) + 1);
      }
      for (const [at, title] of titles.entries()) expect(counts[at], title).toBe(found.get(/\((\w+)\)/.exec(title)?.[1] ?? '') ?? 0);
      await page.getByText('Les mêmes nombres en tableau').click();
      await expect(page.locator('#carte tbody tr')).toHaveCount(found.size);
    });

    test('a colour means the same whatever is filtered', async ({ page }) => {
      const legend = async (address: string) => {
        await page.goto(address);
        return (await page.locator('figure.map figcaption li').allTextContents()).map((text) => text.replace(/\(.*/, '').trim());
      };
      expect(await legend('/initiatives?vue=densite&region=53')).toEqual(await legend('/initiatives?vue=densite'));
    });

    test('sizes by participants: unknown is apart, the base is said', async ({ page }) => {
      await page.goto('/initiatives?vue=participants');
      await expect(page.locator('figure.map figcaption')).toContainText(/connu pour \d+ marques sur 105/);
      const known = Number(/connu pour (\d+)/.exec((await page.locator('figure.map figcaption').textContent()) ?? '')?.[1]);
      await expect(page.locator('figure.map [data-marks] .unknown')).toHaveCount(105 - known);
    });

    test('every place of an initiative, tied to its seat', async ({ page }) => {
      await page.goto('/initiatives?lieux=tous');
      const areas = await page.locator('figure.map [data-marks] .area').count();
      expect(areas).toBeGreaterThan(0);
      await expect(page.locator('figure.map .tie')).toHaveCount(areas);
      await expect(page.locator('figure.map [data-marks] [data-slug]')).toHaveCount(105 + areas);
    });

    test('an unknown view is said; an embed takes the same parameters', async ({ page }) => {
      await page.goto('/initiatives?vue=chaleur&lieux=mer');
      await expect(page.getByText('vue=chaleur')).toBeVisible();
      await expect(page.getByText('lieux=mer')).toBeVisible();
      await page.goto('/initiatives?region=53&vue=anciennete');
      const shown = (await page.locator('figure.map [data-marks] [data-slug]').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-slug')))).sort();
      await page.getByRole('link', { name: 'Insérer cette vue dans un autre site' }).click();
      await expect(page).toHaveURL(/\/embed\/carte\?region=53&vue=anciennete$/);
      expect((await page.locator('figure.map [data-marks] [data-slug]').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-slug')))).sort()).toEqual(shown);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`${shown.length} initiatives sur les 105`);
      await page.goto('/embed/carte?region=99&theme=rose');
      await expect(page.getByText('region=99')).toBeVisible();
      await expect(page.getByText('theme=rose')).toBeVisible();
    });
  });

  test('changes in place, and Back takes it back', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    await page.getByLabel('Sur la carte').selectOption('La densité par département');
    await expect(page.locator('figure.map [data-class]')).toHaveCount(101);
    await expect(page).toHaveURL(/\?vue=densite$/);
    await page.goBack();
    await expect(page.locator('figure.map [data-class]')).toHaveCount(0);
    await expect(page.getByLabel('Sur la carte')).toHaveValue('');
  });
});

test.describe('the street map', () => {
  test('asks the third party for nothing before the reader says yes, and is never needed', async ({ page, request }) => {
    const asked: string[] = [];
    page.on('request', (sent) => asked.push(new URL(sent.url()).host));
    await page.goto('/initiatives?region=53');
    await page.getByRole('link', { name: 'Les mêmes sur un plan des rues' }).click();
    await expect(page.getByRole('button', { name: 'Charger le plan' })).toBeVisible();
    await expect(page.getByText('data.geopf.fr')).toBeVisible();
    expect(asked.filter((host) => host.includes('geopf'))).toEqual([]);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Revenir à la liste et à la carte' }).click();
    await expect(page).toHaveURL(/\/initiatives\?region=53$/);

    const policy = async (path: string) => (await request.get(path)).headers()['content-security-policy'] ?? '';
    expect(await policy('/initiatives/plan')).toContain('https://data.geopf.fr');
    expect(await policy('/initiatives')).not.toContain('geopf');
  });

  test('says when its background does not come, and draws the rest', async ({ page }) => {
    await page.route('https://data.geopf.fr/**', (route) => route.abort());
    await page.goto('/initiatives/plan?region=53');
    await page.getByRole('button', { name: 'Charger le plan' }).click();
    // Without WebGL the map itself cannot be drawn, which is said as well.
    await expect(page.getByText(/Le fond de l’IGN ne répond pas|Le plan n’a pas pu être chargé/)).toBeVisible({ timeout: 30_000 });
  });
});
