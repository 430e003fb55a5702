import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible } from './axe.ts';
import { chooseFile, enter, tabTo } from './editor/keyboard.ts';
import { STATE, hydrated } from './editor/people.ts';

test.use({ storageState: STATE });
test.setTimeout(180_000);

/** Files that survey tools wrote, none of them of this questionnaire: the wizard is gone through to what stands in the way. */
const SAMPLES = [
  { file: 'gforms_fr_direct.csv', tool: 'Google Forms' },
  { file: 'framaforms_separate_semicolon.csv', tool: 'Framaforms' },
  { file: 'odk_central_split.csv', tool: 'ODK Central' }
];

async function expectSound(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${page.url()} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function save(page: Page, button: RegExp): Promise<void> {
  await tabTo(page, button, 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enregistré.')).toBeVisible();
}

for (const { file, tool } of SAMPLES) {
  test(`a file of ${tool}, by keyboard alone, to what stands in the way`, async ({ page }, { retry }) => {
    await page.goto('/edition/vagues/2026-demo/depots');
    await hydrated(page);
    // Tried again, it is another file: blank lines at its end change nothing of what it says.
    const buffer = Buffer.concat([readFileSync(`tests/fixtures/reading/${file}`), Buffer.from('\r\n'.repeat(retry))]);
    await chooseFile(page, /^Fichier des réponses/, { name: file, mimeType: 'text/csv', buffer });
    await enter(page, /^Déposer$/, /\/lire/);
    await expect(page.getByRole('definition').filter({ hasText: tool })).toBeVisible();
    const asks = page.locator('form[action="?/asks"]');
    if ((await asks.count()) > 0) {
      await tabTo(page, /./, 'form[action="?/asks"] input[type="radio"]');
      await page.keyboard.press('Space');
      await save(page, /^Enregistrer$/);
      await expect(asks.getByRole('radio', { checked: true }).first()).toBeVisible();
    }
    await expectSound(page);

    await enter(page, /^Associer les colonnes/, /\/associer/);
    await expectSound(page);
    // What is not of this questionnaire is ignored on purpose, column by column.
    const open = page.locator('tr.open select');
    for (let left = await open.count(); left > 0; left--) {
      await tabTo(page, /./, 'tr.open select');
      await page.keyboard.type('Ignorer');
    }
    if ((await open.count()) > 0) await save(page, /^Enregistrer ces choix/);
    await expect(open).toHaveCount(0);

    await enter(page, /^Associer les réponses/, /\/reponses/);
    await expectSound(page);
    await enter(page, /^Rapprocher du recensement/, /\/rapprocher/);
    await expectSound(page);
    await tabTo(page, /./, 'select[name^="m:"]');
    await page.keyboard.type('hors');
    await save(page, /^Enregistrer ces rapprochements/);
    await expect(page.getByRole('row').filter({ hasText: 'hors du champ' }).first()).toBeVisible();

    await enter(page, /^Voir les constats/, /\/controler/);
    await expect(page.getByRole('link', { name: /^Bloquants [1-9]/ })).toBeVisible();
    await expectSound(page);
    await enter(page, /^Comparer les chiffres/, /\/comparer/);
    await expect(page.getByText(/constats? bloquants?/).first()).toBeVisible();
    await expectSound(page);
  });
}
