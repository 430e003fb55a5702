import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { STATE } from './editor/people.ts';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: STATE });

/** Forms are filled and sent without any script; axe needs a page that runs some. */
async function accessibleToo(page: Page, address: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${address} at ${width} px`).toBeLessThanOrEqual(0);
  }
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('an indicator is refused by field, seen in preview, saved, and retired', async ({ page }) => {
    await page.goto('/edition/indicateurs');
    await page.getByRole('link', { name: 'Ajouter (salaried_fte)' }).click();
    await page.getByRole('button', { name: 'Voir la figure' }).click();
    await expect(page.getByRole('alert')).toContainText('4 champ(s) à revoir');
    await expect(page.getByLabel('Titre, en français')).toHaveAttribute('aria-invalid', 'true');
    await page.getByLabel('Titre, en français').fill('Salariés des caisses alimentaires');
    await page.getByLabel('Titre, en anglais').fill('Staff of the caisses alimentaires');
    await page.getByLabel('Verbe de la phrase de lecture, en français').fill('emploient');
    await page.getByLabel('Verbe de la phrase de lecture, en anglais').fill('employ');
    await page.getByRole('button', { name: 'Voir la figure' }).click();
    await expect(page.getByRole('heading', { name: /Salariés des caisses alimentaires/ })).toBeVisible();
    await expect(page.locator('.figure-card svg').first()).toBeVisible();
    await expect(page.getByText('Cette figure n’est pas publiée.')).toBeVisible();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page).toHaveURL(/enregistre=salaried_fte/);
    await page.getByRole('link', { name: 'Salariés des caisses alimentaires' }).click();
    await page.getByRole('button', { name: 'Retirer des prochaines éditions' }).click();
    await expect(page.getByRole('row', { name: /Salariés/ })).toContainText('Retiré');
  });

  test('a text with an impossible number is listed there, on the dashboard and on the draft, until it is taken away', async ({ page }) => {
    await page.goto('/edition/textes/financements');
    await page.getByLabel('Texte français').fill('20 % des 11 caisses, et {{objectives.access.n}} caisses sur {{objectives.access.base}}.');
    await page.getByLabel('Texte anglais').fill('{{objectives.access.n}} of {{objectives.access.base}} caisses.');
    await page.getByRole('button', { name: 'Voir avec ses nombres' }).click();
    await expect(page.getByText(/28 caisses sur 32/)).toBeVisible();
    await expect(page.getByText('aucun nombre entier de caisses ne peut donner ce pourcentage')).toBeVisible();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    for (const address of ['/edition/textes', '/edition', '/edition/editions']) {
      await page.goto(address);
      await expect(page.getByRole('region', { name: 'Des textes bloquent la publication' })).toContainText('20 % des 11');
    }
    await expect(page.getByRole('button', { name: /^Publier/ })).toHaveCount(0);
    await page.goto('/edition/textes/financements');
    await page.getByLabel('Texte français').fill('');
    await page.getByLabel('Texte anglais').fill('');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByRole('region', { name: 'Des textes bloquent la publication' })).toHaveCount(0);
  });
});

test('the pages are accessible at both widths', async ({ page }) => {
  for (const address of ['/edition/indicateurs', '/edition/indicateurs/nouveau/governance', '/edition/indicateurs/annual_budget', '/edition/textes', '/edition/textes/objectifs']) await accessibleToo(page, address);
});
