import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { acknowledgeAll } from './editor/deposits.ts';
import { STATE, hydrated } from './editor/people.ts';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: STATE });
test.setTimeout(120_000);

async function note(page: Page, fr: string, en: string): Promise<void> {
  await page.getByLabel('En français').fill(fr);
  await page.getByLabel('En anglais').fill(en);
}

/** The draft of the next edition, once it is computed. */
async function openDraft(page: Page): Promise<void> {
  await page.goto('/edition/editions');
  await hydrated(page);
  await expect(page.getByRole('button', { name: /^Publier l’édition/ })).toBeVisible({ timeout: 30_000 });
}

async function soundAtBothWidths(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
}

let published = '';

// A test that is tried again changes another answer, or another question: what the first try left is not in its way.
test('one answer of a committed deposit is amended, and the tables that it would tell of are held back', async ({ page }, { retry }) => {
  const cell = `BA${2 + retry}`;
  await page.goto('/edition/vagues/2025');
  await hydrated(page);
  await page.getByRole('link', { name: 'results-survey814275.csv' }).first().click();
  await expect(page).toHaveURL(/\/depots\/[0-9a-f-]+\/[a-z]+$/);
  const address = new URL(page.url()).pathname.replace(/\/[a-z]+$/, '');
  await page.goto(`${address}/reprendre`);
  await hydrated(page);
  if (await page.getByRole('button', { name: 'Rouvrir pour modifier' }).isVisible()) {
    await page.getByLabel('Pourquoi').fill('La caisse a rectifié sa réponse.');
    await page.getByRole('button', { name: 'Rouvrir pour modifier' }).click();
    await expect(page).toHaveURL(/\/controler$/);
  }
  await expect(page.getByText('Reprise en cours').first()).toBeVisible();

  await page.goto(`${address}/cellules?cellule=${cell}`);
  await hydrated(page);
  const text = page.getByLabel('Corriger en');
  const before = await text.inputValue();
  expect(['Oui', 'Non']).toContain(before);
  await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^${before} (yes|no)$`) })).toBeVisible();
  const after = before === 'Oui' ? 'Non' : 'Oui';
  await text.fill(after);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Enregistré.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^${after} (yes|no)$`) })).toBeVisible();

  await acknowledgeAll(page, address);
  await page.goto(`${address}/publier`);
  await hydrated(page);
  await note(page, 'Une réponse rectifiée.', 'One answer put right.');
  await page.getByRole('button', { name: 'Enregistrer et publier' }).click();
  // The answers are stored; what the edition holds back is read before it appears.
  await expect(page.getByRole('alert').filter({ hasText: 'Rien n’est encore publié' })).toBeVisible({ timeout: 30_000 });
  const held = page.getByText(/réponse\(s\) arrivée\(s\), modifiée\(s\) ou retirée\(s\) depuis\s: il en faut au moins trois/);
  await expect(held.first()).toBeVisible({ timeout: 30_000 });
  await soundAtBothWidths(page);

  await openDraft(page);
  await expect(held.first()).toBeVisible();
  await note(page, 'Une réponse rectifiée.', 'One answer put right.');
  await page.getByRole('button', { name: /^Publier l’édition/ }).click();
  await expect(page).toHaveURL(/publiee=/, { timeout: 30_000 });
  published = new URL(page.url()).searchParams.get('publiee') ?? '';

  // What readers are given says since when it stands: in the file too, which another wave on the page does not put aside.
  const table = await (await page.request.get('/figures/2025.political_support.json')).text();
  expect(table).toMatch(/Chiffres tels qu’à l’édition [\d.]+\s: la réponse arrivée, modifiée ou retirée depuis sera comptée/);
  const embedded = await (await page.request.get('/embed/figures/2025.political_support')).text();
  expect(embedded).toMatch(/Chiffres tels qu’à l’édition [\d.]+/);
  await page.goto('/edition/journal');
  await expect(page.getByRole('cell', { name: 'Dépôt rouvert' }).first()).toBeVisible();
});

test('a question that becomes public is published only once that is acknowledged, and the log says who did', async ({ page }, { retry }) => {
  const question = ['political_support', 'public_funder_levels'][retry] ?? 'funding_amounts';
  await page.goto(`/edition/vagues/2025/questionnaire/${question}`);
  await hydrated(page);
  await page.getByLabel('Diffusion').selectOption('open');
  await page.getByRole('button', { name: 'Enregistrer une nouvelle version' }).click();
  await expect(page).toHaveURL(/enregistree=/);

  await openDraft(page);
  const box = page.getByRole('checkbox', { name: /^Je confirme/ });
  await expect(page.getByText('Des questions deviennent publiques ou moins protégées')).toBeVisible();
  await soundAtBothWidths(page);
  await note(page, 'Une question devient publique.', 'A question becomes public.');
  await page.getByRole('button', { name: /^Publier l’édition/ }).click();
  // The browser itself asks for the box.
  await expect(box.first()).toBeFocused();
  await expect(page).not.toHaveURL(/publiee=/);
  for (const each of await box.all()) await each.check();
  await page.getByRole('button', { name: /^Publier l’édition/ }).click();
  await expect(page).toHaveURL(/publiee=/, { timeout: 30_000 });
  published = new URL(page.url()).searchParams.get('publiee') ?? '';
  await page.goto('/edition/journal');
  await expect(page.getByRole('row').filter({ hasText: 'Points confirmés avant publication' }).filter({ hasText: published })).toBeVisible();
});

test('an edition that is withdrawn answers 410, and the list and the feed say so', async ({ page }) => {
  const reason = `Une question est devenue publique par erreur (${published}).`;
  await page.goto(`/edition/editions/${published}/retirer`);
  await hydrated(page);
  await soundAtBothWidths(page);
  await note(page, reason, 'A question became public by mistake.');
  await page.getByRole('button', { name: `Retirer l’édition ${published}` }).click();
  await expect(page.getByText(reason)).toBeVisible({ timeout: 30_000 });

  const gone = await page.goto(`/v/${published}/fonctionnement`);
  expect(gone?.status()).toBe(410);
  await expect(page.getByText(reason)).toBeVisible();
  await soundAtBothWidths(page);
  await page.goto('/editions');
  const listed = page.getByRole('listitem').filter({ hasText: published }).first();
  await expect(listed).toContainText('Retirée le');
  await expect(listed).toContainText(reason);
  const feed = await (await page.request.get('/editions/atom.xml')).text();
  const entry = feed.split('<entry>').find((each) => each.includes(`/editions/${published}`));
  expect(entry).toContain(reason);
  await page.goto('/fonctionnement');
  await expect(page.getByRole('contentinfo')).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toContainText(published);
});
