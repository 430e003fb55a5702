import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible } from './axe.ts';
import { acknowledgeAll, deposit } from './editor/deposits.ts';
import { STATE, hydrated } from './editor/people.ts';

test.use({ storageState: STATE });

const WAVE_2025 = 'data/waves/2025/results-survey814275.csv';
const WAVE_2026 = 'data/waves/2026-demo/vague-2026.xlsx';

async function expectNothingChanged(page: Page): Promise<void> {
  await page.goto('/edition');
  await expect(page.locator('section', { hasText: 'Vague 2026-demo' })).toContainText('Aucune réponse n’est encore enregistrée');
  await page.goto('/edition/editions');
  await expect(page.getByRole('listitem').filter({ hasText: '2025.1' }).first()).toContainText('en ligne');
}

test('an empty file is refused with its reason, and nothing changes', async ({ page }) => {
  const address = await deposit(page, '2026-demo', { name: 'vide.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await expect(page.getByRole('alert')).toContainText('n’a pas pu être lu');
  await expectAccessible(page);
  await page.goto(`${address}/controler`);
  await expect(page.getByText(/Bloquants\s: 1\b/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${address}/publier`);
  await expect(page.getByRole('button', { name: 'Enregistrer et publier' })).toBeHidden();
  await expectNothingChanged(page);
});

test('a file of another wave is refused, every problem named with its place', async ({ page }) => {
  const address = await deposit(page, '2026-demo', WAVE_2025);
  await page.goto(`${address}/controler`);
  await expect(page.getByRole('link', { name: /^Bloquants [1-9]/ })).toBeVisible();
  await expectAccessible(page);
  const list = await page.request.get(`${address}/controler/constats.csv`);
  const [header, ...lines] = (await list.text()).replace('\uFEFF', '').trim().split('\r\n');
  expect(header).toBe('fichier;feuille;ligne;colonne;en-tête;valeur;niveau;règle;issue;code');
  expect(lines.length).toBeGreaterThan(0);
  await page.goto(`${address}/publier`);
  await expect(page.getByRole('button', { name: 'Enregistrer et publier' })).toBeHidden();
  await expectNothingChanged(page);
});

test('the file already loaded is recognised', async ({ page }) => {
  await deposit(page, '2025', WAVE_2025);
  await expect(page.getByText('Ce fichier avait déjà été déposé')).toBeVisible();
  await expect(page.getByText('Réponses enregistrées par')).toBeVisible();
});

test('a file may be dropped, and its sending is shown', async ({ page }) => {
  await page.goto('/edition/vagues/2025/depots');
  await hydrated(page);
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'lâché.csv', { type: 'text/csv' }));
    return transfer;
  }, readFileSync(WAVE_2025, 'utf8'));
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.locator('.chosen')).toContainText('lâché.csv');
  await page.getByRole('button', { name: 'Déposer', exact: true }).click();
  await expect(page).toHaveURL(/\/depots\/[0-9a-f-]+\/lire\?deja/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a deposit is made, adjusted and left, form by form', async ({ page }) => {
    const lines = readFileSync(WAVE_2025, 'utf8').trimEnd().split('\r\n');
    const shorter = Buffer.from(`${lines.slice(0, -1).join('\r\n')}\r\n`);
    const address = await deposit(page, '2025', { name: 'export-sans-la-derniere.csv', mimeType: 'text/csv', buffer: shorter });
    await expect(page.getByText('32 lues')).toBeVisible();
    await page.getByRole('link', { name: 'Associer les colonnes' }).click();
    const comment = page.getByLabel(/Question du questionnaire pour «.*commentaire/);
    await comment.selectOption({ label: 'Ignorer' });
    await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
    await expect(page.getByText('Enregistré.')).toBeVisible();
    await expect(comment).toHaveValue('ignore');
    await expect(page.getByText('votre choix')).toBeVisible();

    await page.goto(`${address}/rapprocher?ligne=2`);
    await page.getByLabel(/Initiative de la ligne 2 /).selectOption({ label: 'hors du champ de l’enquête' });
    await page.getByRole('button', { name: 'Enregistrer ces rapprochements' }).click();
    await expect(page.getByText('30 réponses rapprochées sur 31.')).toBeVisible();

    await page.goto(`${address}/controler`);
    await expect(page.getByText('32 lues')).toBeVisible();
    const boxes = page.getByRole('checkbox', { name: /^Vu/ });
    expect(await boxes.count()).toBeGreaterThan(0);
    const before = await boxes.count();
    await boxes.first().check();
    await page.getByRole('button', { name: 'Enregistrer ce que j’ai vu' }).first().click();
    await expect(page.getByText('Enregistré.')).toBeVisible();
    expect(await page.getByRole('checkbox', { name: /^Vu/, checked: true }).count()).toBe(1);
    expect(await boxes.count()).toBe(before);
  });
});

test('two editors do not overwrite each other unseen', async ({ page, browser }) => {
  await page.goto('/edition/vagues/2025');
  await page.getByRole('link', { name: 'export-sans-la-derniere.csv' }).click();
  await page.waitForURL(/\/depots\/[0-9a-f-]+\/[a-z]+$/);
  const address = page.url().replace(/\/[a-z]+$/, '');
  await page.goto(`${address}/associer`);
  const context = await browser.newContext({ storageState: STATE });
  const other = await context.newPage();
  await other.goto(`${address}/associer`);
  for (const editor of [other, page]) {
    await hydrated(editor);
    await editor.getByLabel(/Question du questionnaire pour «.*commentaire/).selectOption({ label: editor === other ? 'À choisir…' : 'Nom de la caisse alimentaire' });
    await editor.getByRole('button', { name: 'Enregistrer ces choix' }).click();
  }
  await expect(other.getByText('Enregistré.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Quelqu’un d’autre a modifié ce dépôt');
  await context.close();
});

test('the 2026 wave: deposit, check, compare, publish, and the public page follows', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/objectifs');
  await expect(page.getByRole('main')).not.toContainText('33');
  await page.goto('/edition/vagues/2026-demo/depots');
  await hydrated(page);
  const address = await deposit(page, '2026-demo', WAVE_2026);
  await expect(page.getByText('44 lues')).toBeVisible();
  for (const step of ['lire', 'associer', 'rapprocher', 'controler', 'comparer', 'publier']) {
    await page.goto(`${address}/${step}`);
    await hydrated(page);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  await page.goto(`${address}/rapprocher`);
  await expect(page.getByText('38 réponses rapprochées sur 38.')).toBeVisible();
  await acknowledgeAll(page, address);
  await expect(page.getByText('Rien ne bloque')).toBeVisible();

  await page.goto(`${address}/comparer`);
  const access = page.getByRole('row', { name: /Accès à l’alimentation durable/ }).first();
  await expect(access).toContainText('28/32');
  const after = /(\d+)\/38/.exec(await access.innerText())?.[1];
  expect(after).toBeDefined();

  await page.goto(`${address}/publier`);
  await hydrated(page);
  await page.getByLabel('En français').fill('Ajout de la vague de démonstration 2026.');
  await page.getByLabel('En anglais').fill('Adds the 2026 demonstration wave.');
  await page.getByRole('button', { name: 'Enregistrer et publier' }).click();
  await expect(page).toHaveURL(/publiee=2026\.1/, { timeout: 60_000 });
  await expect(page.getByText('L’édition 2026.1 est en ligne.')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/objectifs');
  await expect(page.getByRole('main')).toContainText('38');
  await expect(page.getByRole('contentinfo')).toContainText('2026.1');
  expect((await page.request.get('/v/2025.1/objectifs')).status()).toBe(200);
});

test('a withdrawn edition answers 410 with its reason, and the one before is online again', async ({ page }) => {
  await page.goto('/edition/editions/2026.1/retirer');
  await hydrated(page);
  await page.getByLabel('En français').fill('Vague de démonstration publiée par erreur.');
  await page.getByLabel('En anglais').fill('Demonstration wave published by mistake.');
  await page.getByRole('button', { name: 'Retirer l’édition 2026.1' }).click();
  await expect(page.getByText('Vague de démonstration publiée par erreur.')).toBeVisible();
  const gone = await page.goto('/v/2026.1/objectifs');
  expect(gone?.status()).toBe(410);
  await expect(page.getByText('Vague de démonstration publiée par erreur.')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/mal recopiée|edition_withdrawn/);
  await expect(page.getByRole('main').getByRole('link', { name: /édition 2026\.1/ })).toHaveAttribute('href', '/editions/2026.1');
  await page.getByRole('link', { name: 'Voir cette page dans l’édition 2025.1' }).click();
  await expect(page).toHaveURL('/v/2025.1/objectifs');
  await page.goto('/objectifs');
  await expect(page.getByRole('contentinfo')).toContainText('2025.1');
  await page.goto('/edition/journal');
  await expect(page.getByRole('cell', { name: 'Édition retirée' })).toBeVisible();
});
