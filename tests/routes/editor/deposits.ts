import { expect, type Page } from '@playwright/test';
import { hydrated } from './people.ts';

/** Deposits a file for a wave. @returns the address of the deposit, without its step */
export async function deposit(page: Page, wave: string, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<string> {
  await page.goto(`/edition/vagues/${wave}/depots`);
  await page.getByRole('button', { name: 'Fichier des réponses' }).setInputFiles(file);
  await page.getByRole('button', { name: 'Déposer', exact: true }).click();
  await expect(page).toHaveURL(/\/depots\/[0-9a-f-]+\/lire/);
  return page.url().replace(/\/lire.*$/, '');
}

/** Says of every finding that it was seen, rule by rule. */
export async function acknowledgeAll(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/controler`);
  const rules = page.locator('section').filter({ has: page.getByRole('checkbox', { name: /^Vu/ }) });
  const count = await rules.count();
  for (let index = 0; index < count; index++) {
    await page.goto(`${address}/controler`);
    await hydrated(page);
    for (const box of await rules.nth(index).getByRole('checkbox', { name: /^Vu/ }).all()) await box.check();
    await rules.nth(index).getByRole('button', { name: /^Enregistrer ce que j’ai vu/ }).click();
    await expect(page.getByText('Enregistré', { exact: false }).first()).toBeVisible();
  }
  await page.goto(`${address}/controler`);
}
