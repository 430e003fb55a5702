import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { expectAccessible } from './axe.ts';
import { chooseFile, enter, tabTo } from './editor/keyboard.ts';
import { STATE, hydrated } from './editor/people.ts';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: STATE });
test.setTimeout(180_000);

/** Columns that no questionnaire knows, as unlike one another as can be: a run over what another one left has one more. */
const UNKNOWN = ['Nom du logiciel de paiement', 'Jour du marché', 'Couleur de la carte', 'Marque du camion'];

/** The 2026 demonstration wave re-saved as text, with columns of its own at the end. */
async function resaved(added: string[]): Promise<Buffer> {
  const { sheets } = await readXlsx(readFileSync('data/waves/2026-demo/vague-2026.xlsx'));
  const rows = (sheets[0]?.rows ?? []).slice(2, 41);
  const text = (cell: unknown): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === 'number' ? String(cell).replace('.', ',') : String(cell ?? ''));
  const lines = rows.map((row, at) => [...row, ...(at === 0 ? added : added.map(() => `Texte ${at % 3}`))].map((cell) => `"${text(cell).replaceAll('"', '""')}"`).join(';'));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

let address = '';

test('the whole way of a wave, by keyboard alone', async ({ page }) => {
  await page.goto('/edition/vagues/2026-demo/questionnaire');
  const known = await page.getByRole('main').innerText();
  const added = UNKNOWN.slice(0, UNKNOWN.findIndex((each) => !known.includes(each)) + 1);
  const unknown = added.at(-1) ?? '';
  expect(unknown, 'a column that the questionnaire does not know').not.toBe('');
  await page.goto('/edition/vagues/2026-demo/depots');
  await hydrated(page);
  await chooseFile(page, /^Fichier des réponses/, { name: 'vague-2026-reprise.csv', mimeType: 'text/csv', buffer: await resaved(added) });
  await enter(page, /^Déposer$/, /\/lire/);
  address = new URL(page.url()).pathname.replace(/\/lire$/, '');

  await enter(page, /^Associer les colonnes/, /\/associer/);
  await enter(page, new RegExp(`^Créer une question ?\\(${unknown}`), /\/questionnaire\/nouvelle/);
  await expect(page.getByLabel('Libellé en français')).toHaveValue(unknown);
  await expect(page.getByLabel('Diffusion')).toHaveValue('internal');
  await enter(page, /^Ajouter la question et lui rattacher/, /\/associer/);
  await expect(page.locator(`select[name="q:${unknown}"]`)).not.toHaveValue('');

  await enter(page, /^Associer les réponses/, /\/reponses/);
  await expect(page.getByText('Toutes les réponses du fichier sont comprises.')).toBeVisible();
  await enter(page, /^Rapprocher du recensement/, /\/rapprocher/);
  await expect(page.getByText('38 réponses rapprochées sur 38.')).toBeVisible();
  await enter(page, /^Voir les constats/, /\/controler/);
  const unseen = page.getByRole('checkbox', { name: /^Vu/, checked: false });
  const revision = page.locator('input[name="revision"]').first();
  while ((await unseen.count()) > 0) {
    const seen = await revision.inputValue();
    await tabTo(page, /^Vu/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Enregistrer ce que j’ai vu/);
    await page.keyboard.press('Enter');
    // The page has what the server kept, not only what was ticked.
    await expect(revision).not.toHaveValue(seen);
  }
  await expect(page.getByText('Rien ne bloque')).toBeVisible();
  await enter(page, /^Comparer les chiffres/, /\/comparer/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('every screen is accessible, wide and narrow', async ({ page }) => {
  const wave = '/edition/vagues/2026-demo';
  for (const path of [`${address}/controler`, `${address}/decisions`, `${address}/cellules?cellule=K5`, `${address}/rapprocher?ligne=4`, `${address}/rapprocher/nouvelle?ligne=4`, `${wave}/questionnaire`, `${wave}/questionnaire/funding_mix`, `${wave}/questionnaire/lead_type/nouvelle-option`, '/edition/vagues/nouvelle']) {
    await page.goto(path);
    await hydrated(page);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
    }
  }
});

test('the cells scroll, are looked at and gone to by their address', async ({ page }) => {
  await page.goto(`${address}/cellules`);
  await hydrated(page);
  await expect(page.getByRole('region', { name: 'Cellules' }).getByRole('row').nth(2)).toBeVisible();
  await page.getByLabel('Aller à la cellule').fill('K2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^K2/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /partit ce budget annuel, en pourcentage.*Autofinancement/ })).toBeVisible();
});

test('files: the annotated copy, the findings, the decisions, the templates', async ({ page }) => {
  for (const [path, type] of [
    [`${address}/controler/annote.xlsx`, 'spreadsheetml'],
    [`${address}/controler/constats.csv`, 'text/csv'],
    [`${address}/decisions/decisions.json`, 'application/json'],
    ['/edition/vagues/2026-demo/questionnaire/modele.xlsx', 'spreadsheetml'],
    ['/edition/vagues/2026-demo/questionnaire/modele.ods', 'opendocument']
  ] as const) {
    const response = await page.request.get(path);
    expect(response.status(), path).toBe(200);
    expect(response.headers()['content-type'], path).toContain(type);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a cell is corrected where it is shown, the original stays beside, and it is taken back', async ({ page }) => {
    await page.goto(`${address}/controler?regle=sum_not_total`);
    const field = page.getByLabel(/^Nouvelle valeur, ligne/).first();
    const before = await field.inputValue();
    await field.fill('44 %');
    await page.getByRole('button', { name: /^Enregistrer ce que j’ai vu/ }).click();
    const corrections = page.getByRole('region', { name: 'Cellules corrigées' });
    await expect(corrections).toContainText('44 %');
    await expect(corrections.locator('s')).toHaveText(before);
    await page.getByRole('button', { name: /^Annuler/ }).first().click();
    await expect(corrections).toBeHidden();
    await page.goto(`${address}/decisions`);
    await expect(page.getByText('annulation')).toBeVisible();
  });

  test('an unknown parameter is said', async ({ page }) => {
    await page.goto(`${address}/controler?couleur=bleu`);
    await expect(page.getByText('couleur=bleu')).toBeVisible();
  });
});
