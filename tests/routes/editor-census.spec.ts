import { expect, test, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { editorContext, ORIGIN, run, startOwnServer, stopOwnServer } from './editor/own-server.ts';
import { hydrated } from './editor/people.ts';

/** What the workshop of the census does to the public side, on a server of its own: it publishes, and nobody else reads it. */
test.describe.configure({ mode: 'serial', retries: 0, timeout: 240_000 });
test.use({ actionTimeout: 20_000 });

let editor: BrowserContext;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  await startOwnServer();
  editor = await editorContext(browser);
});
test.afterAll(async () => {
  await editor?.close();
  await stopOwnServer();
});

async function tabTo(page: Page, target: Locator, most = 160): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
  }
  throw new Error(`not reached by Tab: ${target}`);
}

/** How a person presses and fills: with a pointer, or with the keys alone. */
type Hands = { press: (page: Page, target: Locator) => Promise<void>; write: (page: Page, target: Locator, text: string) => Promise<void> };
const pointer: Hands = { press: (_, target) => target.click(), write: (_, target, text) => target.fill(text) };
const keys: Hands = {
  press: async (page, target) => {
    await tabTo(page, target);
    await page.keyboard.press((await target.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
  },
  write: async (page, target, text) => {
    await tabTo(page, target);
    await page.keyboard.insertText(text);
  }
};
const MANNERS = [
  { manner: 'by mouse', slug: 'lyon-calim8', hands: pointer, options: {} },
  { manner: 'by keyboard alone', slug: 'cadenet-clac', hands: keys, options: {} },
  { manner: 'without JavaScript', slug: 'grenoble-dalle', hands: pointer, options: { javaScriptEnabled: false } },
  { manner: 'at 360 px', slug: 'yonne-solicagnole', hands: pointer, options: { viewport: { width: 360, height: 740 }, hasTouch: true } }
];

for (const { manner, slug, hands, options } of MANNERS) {
  test(`a closure is reported, accepted and told to who reported it, ${manner}`, async ({ browser }) => {
    const visitor = await (await browser.newContext({ baseURL: ORIGIN, locale: 'fr-FR', ...options })).newPage();
    const what = `La caisse a fermé en juin 2026, ${manner}.`;
    await visitor.goto(`/initiatives/${slug}`);
    await hands.press(visitor, visitor.getByRole('link', { name: 'Proposer une correction' }));
    await expect(visitor.getByRole('main')).toMatchAriaSnapshot(`
      - main:
        - article:
          - heading "Proposer une correction" [level=1]
          - textbox /Qu’est-ce qui est faux/
          - textbox /Comment le savez-vous/
          - paragraph:
            - checkbox
          - button "Envoyer la correction"
    `);
    await hands.write(visitor, visitor.getByLabel('Qu’est-ce qui est faux'), what);
    await hands.write(visitor, visitor.getByLabel('Comment le savez-vous'), 'Annonce sur son site, le 30 juin.');
    await hands.press(visitor, visitor.getByRole('checkbox'));
    await hands.press(visitor, visitor.getByRole('button', { name: 'Envoyer la correction' }));
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Votre correction est reçue');

    // The editor has the same hands.
    const desk = await (await browser.newContext({ baseURL: ORIGIN, locale: 'fr-FR', storageState: await editor.storageState(), ...options })).newPage();
    await desk.goto('/edition/corrections');
    await hands.press(desk, desk.getByRole('listitem').filter({ hasText: what }).getByRole('link'));
    await expect(desk.getByText(what)).toBeVisible();
    if (!('javaScriptEnabled' in options)) await hydrated(desk);
    const status = desk.getByLabel('Statut');
    if (hands === keys) {
      await tabTo(desk, status);
      await desk.keyboard.type('Termin');
    } else await status.selectOption('terminee');
    await expect(status).toHaveValue('terminee');
    const end = desk.getByLabel('Fin', { exact: true });
    await hands.write(desk, end, '2026-06');
    await hands.write(desk, desk.getByLabel('Réponse à l’auteur du message'), 'Merci, la fiche est corrigée.');
    await hands.press(desk, desk.getByRole('button', { name: 'Accepter et modifier la fiche' }));
    await expect(desk.getByRole('listitem').filter({ hasText: what })).toBeVisible();

    await visitor.reload();
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Votre correction est acceptée');
    await expect(visitor.getByText('Merci, la fiche est corrigée.')).toBeVisible();
    // Not before an edition says so.
    await visitor.goto(`/initiatives/${slug}`);
    await expect(visitor.getByText('Cette initiative est terminée')).toHaveCount(0);
    await visitor.context().close();
    await desk.context().close();
  });
}

test('two initiatives are merged', async () => {
  const page = await editor.newPage();
  await page.goto('/edition/recensement/fusionner?garder=initiative-synthetique-042&absorber=initiative-synthetique-043');
  await page.getByLabel('Pourquoi ce changement').fill('La même, saisie deux fois');
  await page.getByRole('button', { name: 'Fusionner' }).click();
  await expect(page.getByRole('status').first()).toContainText('n’en font plus qu’une');
  await page.close();
});

test('the next edition says closed, tells the history, and sends the old address on', async ({ browser }) => {
  run('publish', '--note-fr', 'Quatre fermetures, un doublon.', '--note-en', 'Four closures, one duplicate.');
  const page = await (await browser.newContext({ baseURL: ORIGIN, locale: 'fr-FR', javaScriptEnabled: false })).newPage();
  const { editions } = await (await page.request.get('/api/v1/editions.json')).json();
  const [newest, first] = editions.map((edition: { version: string }) => edition.version) as [string, string];
  for (const { slug } of MANNERS) {
    await page.goto(`/initiatives/${slug}`);
    await expect(page.getByText('Cette initiative est terminée (juin 2026).')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Historique public' })).toMatchAriaSnapshot(`
      - region "Historique public":
        - heading "Historique public" [level=2]
        - list:
          - listitem:
            - paragraph:
              - link "Édition ${newest}"
            - list:
              - listitem:
                - text: Statut
                - deletion: /./
                - insertion: Terminée
              - listitem:
                - text: Fin
                - insertion: juin 2026
          - listitem:
            - paragraph:
              - link "Édition ${first}"
            - paragraph: La fiche entre au recensement publié.
    `);
    // A page of the edition before knows nothing of it.
    await page.goto(`/v/${first}/initiatives/${slug}`);
    await expect(page.getByText('Cette initiative est terminée')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Historique public' }).getByRole('listitem')).toHaveCount(1);
  }
  const moved = async (path: string) => {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    return [answer.status(), answer.headers().location];
  };
  expect(await moved('/initiatives/initiative-synthetique-043')).toEqual([301, '/initiatives/initiative-synthetique-042']);
  expect(await moved('/en/initiatives/initiative-synthetique-043')).toEqual([301, '/en/initiatives/initiative-synthetique-042']);
  expect(await moved(`/v/${newest}/initiatives/initiative-synthetique-043`)).toEqual([301, `/v/${newest}/initiatives/initiative-synthetique-042`]);
  expect((await moved(`/v/${first}/initiatives/initiative-synthetique-043`))[0]).toBe(200);
  await page.goto('/initiatives/initiative-synthetique-043');
  await expect(page.getByRole('region', { name: 'Historique public' })).toContainText('initiative-synthetique-043');
  await page.context().close();
});

test.describe('ten thousand lines', () => {
  /** Milliseconds, in the page, from what is done to the frame that shows it. */
  const frame = (page: Page, act: string): Promise<number> =>
    page.evaluate(async (what) => {
      const box = document.querySelector<HTMLElement>('.table-scroll');
      const started = performance.now();
      if (box && what.startsWith('scroll')) box.scrollTop = Number(what.split(' ')[1]) * 45;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - started;
    }, act);

  test('are scrolled, walked, sorted, filtered, and changed together after a preview', async () => {
    const page = await editor.newPage();
    await page.goto('/edition/recensement');
    await hydrated(page);
    const grid = page.getByRole('grid');
    const unroll = page.getByRole('button', { name: /^Dérouler les/ });
    const all = Number((await unroll.innerText()).replace(/\D/g, ''));
    expect(all).toBeGreaterThan(10_000);
    await unroll.click();
    await expect(grid).toHaveAttribute('aria-rowcount', String(all + 1));
    // Only the lines in sight are drawn.
    expect(await grid.locator('tbody tr').count()).toBeLessThan(60);
    const steps: number[] = [];
    for (let step = 1; step <= 40; step++) steps.push(await frame(page, `scroll ${(step * 977) % 10_000}`));
    steps.sort((a, b) => a - b);
    process.stdout.write(`Scroll step at ${all} lines: median ${steps[20]?.toFixed(0)} ms, p95 ${steps[37]?.toFixed(0)} ms.\n`);
    expect(steps[20]).toBeLessThan(100);

    await grid.locator('[data-cell]').first().focus();
    await page.keyboard.press('Control+End');
    await expect(grid.locator('[data-cell="' + (all - 1) + ' 0"]')).toBeFocused();
    await page.keyboard.press('PageUp');
    await expect(grid.locator('[data-cell="' + (all - 13) + ' 0"]')).toBeFocused();
    await page.keyboard.press('Control+Home');
    await expect(grid.locator('[data-cell="0 0"]')).toBeFocused();

    // What the server takes to filter, sort and search: the rest is the way there and back.
    for (const query of ['statut=active', 'tri=-startedOn', 'q=lyon']) {
      const asked: number[] = [];
      for (let time = 0; time < 5; time++) {
        const started = performance.now();
        expect((await page.request.get(`/edition/recensement/__data.json?${query}`)).status()).toBe(200);
        asked.push(performance.now() - started);
      }
      asked.sort((a, b) => a - b);
      process.stdout.write(`${query}: ${asked[2]?.toFixed(0)} ms.\n`);
      expect(asked[0], query).toBeLessThan(process.env.OWN_DEVELOPMENT ? 1000 : 100);
    }

    // Another search unrolls its own lines.
    await page.getByRole('searchbox').fill('0042');
    await page.getByRole('button', { name: 'Afficher' }).click();
    await expect(page).toHaveURL(/q=0042/);
    await expect(page.getByRole('status').first()).toHaveText(/^1\d\d lignes$/);
    const found = Number(/\d+/.exec(await page.getByRole('status').first().innerText())?.[0]);
    await expect(grid).toHaveAttribute('aria-rowcount', String(found + 1));
    await page.getByRole('columnheader', { name: 'Participants' }).getByRole('link').click();
    await expect(page.getByRole('columnheader', { name: /Participants/ })).toHaveAttribute('aria-sort', 'ascending');
    await page.locator('summary', { hasText: 'Colonnes affichées' }).click();
    await page.getByRole('checkbox', { name: 'Confiance' }).check();
    await page.getByRole('button', { name: 'Afficher' }).click();
    await expect(page.getByRole('columnheader', { name: 'Confiance' })).toBeVisible();

    await page.getByRole('link', { name: `Modifier les ${found} lignes trouvées` }).click();
    await page.locator('#champ').selectOption('ended_on');
    await page.getByRole('button', { name: 'Choisir' }).click();
    await page.getByLabel('Fin', { exact: true }).fill('1999');
    await page.getByRole('button', { name: 'Voir les changements' }).click();
    await expect(page.getByRole('alert')).toContainText('ne peuvent pas prendre cette valeur');
    await expect(page.getByRole('alert').locator('dt').first()).toContainText('précède le début');
    await page.goto('/edition/recensement/lot?recherche=' + encodeURIComponent('q=0042') + '&champ=lead_type&lead_type=mutuelle');
    const before = await page.getByRole('heading', { level: 2 }).textContent();
    const changing = Number(/\d+/.exec(before ?? '')?.[0]);
    expect(changing).toBeGreaterThan(50);
    await hydrated(page);
    await page.getByLabel('Pourquoi ce changement').fill('Relevé de la fédération');
    await page.getByRole('button', { name: `Faire ces changements (${changing})` }).click();
    await expect(page).toHaveURL(/tri=-changedAt/, { timeout: 60_000 });
    await page.goto('/edition/recensement?q=0042&porteur=mutuelle');
    await expect(page.getByRole('status').first()).toHaveText(`${found} lignes`);
    // More than can be changed at once is said, not cut.
    await page.goto('/edition/recensement/lot?recherche=');
    await expect(page.getByText(/10\s10\d lignes répondent à cette recherche/)).toBeVisible();
    await page.close();
  });
});

test('a place is moved by dragging its pin, by the keys, and by typing, and keeps its precision', async () => {
  const page = await editor.newPage();
  const address = '/edition/recensement/morlaix-ssa';
  const position = async () => {
    await page.goto(`${address}/lieux`);
    await hydrated(page);
    return { latitude: Number(await page.locator('[name=lat-0]').inputValue()), longitude: Number(await page.locator('[name=lon-0]').inputValue()) };
  };
  const save = async () => {
    await page.getByLabel('Pourquoi ce changement').fill('Vu sur place');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page).toHaveURL(/fait=saved/);
  };
  const start = await position();
  const pin = page.getByRole('button', { name: /^Morlaix, latitude/ });
  const box = await pin.boundingBox();
  if (!box) throw new Error('no pin');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y - 8, { steps: 4 });
  await page.mouse.up();
  const dragged = { latitude: Number(await page.locator('[name=lat-0]').inputValue()), longitude: Number(await page.locator('[name=lon-0]').inputValue()) };
  expect(dragged.longitude).toBeGreaterThan(start.longitude);
  expect(dragged.latitude).toBeGreaterThan(start.latitude);
  await save();
  const stored = await position();
  expect(stored).toEqual(dragged);
  await expect(page.locator('legend').first()).toContainText('exact');

  await tabTo(page, pin);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  const moved = { latitude: Number(await page.locator('[name=lat-0]').inputValue()), longitude: Number(await page.locator('[name=lon-0]').inputValue()) };
  expect(moved.longitude).toBeLessThan(stored.longitude);
  expect(moved.latitude).toBeLessThan(stored.latitude);
  await expect(pin).toBeFocused();

  await page.locator('[name=lat-0]').fill('48,577');
  await page.locator('[name=lon-0]').fill('-3.8271');
  await save();
  expect(await position()).toEqual({ latitude: 48.577, longitude: -3.8271 });
  await page.locator('[name=lat-0]').fill('43.3');
  await page.getByLabel('Pourquoi ce changement').fill('Erreur');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert')).toContainText('plus de 40 km');
  // What was typed is still there.
  await expect(page.locator('[name=lat-0]')).toHaveValue('43.3');
  await expect(page.getByLabel('Pourquoi ce changement')).toHaveValue('Erreur');
  await page.close();
});
