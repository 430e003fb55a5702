import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { ADMINISTRATOR, STATE, expectSignedOut, hydrated, printedLink, signIn, totp } from './editor/people.ts';

const WIDTHS = [1280, 360];

/** No violation and nothing wider than the screen, at both widths. */
async function expectSound(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${page.url()} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test.describe('accounts', () => {
  test.describe.configure({ mode: 'serial' });

  test('the printed link makes the administrator, once', async ({ page, context }) => {
    const link = printedLink();
    await page.goto(link);
    await hydrated(page);
    await expectSound(page);
    await page.getByLabel('Nom', { exact: true }).fill(ADMINISTRATOR.name);
    await page.getByLabel('Adresse e-mail').fill(ADMINISTRATOR.email);
    await page.getByLabel('Mot de passe').fill('court');
    await page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await page.getByRole('button', { name: 'Ouvrir le compte' }).click();
    await expect(page.getByText('Il faut entre 12 et 128 caractères.')).toBeVisible();
    await page.getByLabel('Mot de passe').fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: 'Ouvrir le compte' }).click();
    await expect(page).toHaveURL(/\/edition$/);
    await expect(page.getByRole('link', { name: ADMINISTRATOR.name })).toBeVisible();
    const cookies = await context.cookies();
    const session = cookies.find((cookie) => cookie.name.endsWith('session_token'));
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    await context.storageState({ path: STATE });
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'Ce lien n’ouvre plus rien' })).toBeVisible();
  });

  test('two wrong passwords say so and sign nobody in', async ({ page }) => {
    for (const password of ['mauvais mot de passe', 'encore un mauvais']) {
      await signIn(page, { ...ADMINISTRATOR, password });
      await expect(page.getByRole('alert')).toContainText('ne vont pas ensemble');
      await expect(page.getByLabel('Adresse e-mail')).toHaveValue(ADMINISTRATOR.email);
    }
    await expectSound(page);
    await expectSignedOut(page);
  });

  test('a page that was asked for is come back to; another site is not', async ({ page }) => {
    await page.goto('/edition/journal');
    await page.getByLabel('Adresse e-mail').fill(ADMINISTRATOR.email);
    await page.getByLabel('Mot de passe').fill(ADMINISTRATOR.password);
    await page.getByRole('button', { name: 'Entrer' }).click();
    await expect(page).toHaveURL(/\/edition\/journal$/);
    await page.goto('/edition/connexion?retour=https://exemple.org');
    await expect(page).toHaveURL(/\/edition$/);
  });

  test('a session closed elsewhere is out', async ({ page, browser }) => {
    await signIn(page, ADMINISTRATOR);
    await expect(page).toHaveURL(/\/edition$/);
    const other = await browser.newContext({ storageState: STATE });
    const account = await other.newPage();
    await account.goto('/edition/compte');
    await hydrated(account);
    await account.getByRole('button', { name: 'Fermer toutes les autres sessions' }).click();
    await expect(account.getByRole('button', { name: 'Fermer toutes les autres sessions' })).toBeHidden();
    await expectSignedOut(page);
    await other.close();
  });

  test('a second factor is asked for once it is on', async ({ page, browser }) => {
    await signIn(page, ADMINISTRATOR);
    await expect(page).toHaveURL(/\/edition$/);
    await page.goto('/edition/compte');
    await hydrated(page);
    const start = page.locator('form[action="?/start"]');
    await start.getByLabel('Mot de passe').fill(ADMINISTRATOR.password);
    await start.getByRole('button').click();
    await expect(page.getByRole('img', { name: 'Code QR' })).toBeVisible();
    await expectSound(page);
    const key = await page.locator('.pairing code').innerText();
    await page.getByLabel('Six chiffres affichés par l’application').fill(totp(key));
    await page.getByRole('button', { name: 'Activer', exact: true }).click();
    await expect(page.getByText('Activé : un code de votre application')).toBeVisible();

    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await signIn(elsewhere, ADMINISTRATOR);
    await expect(elsewhere.getByRole('heading', { name: 'Code de vérification' })).toBeVisible();
    await expectSound(elsewhere);
    await elsewhere.getByLabel('Code', { exact: true }).fill('000000');
    await elsewhere.getByRole('button', { name: 'Entrer' }).click();
    await expect(elsewhere.getByRole('alert')).toContainText('Ce code n’est pas le bon');
    await elsewhere.getByLabel('Code', { exact: true }).fill(totp(key));
    await elsewhere.getByRole('button', { name: 'Entrer' }).click();
    await expect(elsewhere).toHaveURL(/\/edition$/);
    await other.close();

    const off = page.locator('form[action="?/disable"]');
    await off.getByLabel('Mot de passe').fill(ADMINISTRATOR.password);
    await off.getByRole('button').click();
    await expect(page.getByText('Désactivé.')).toBeVisible();
  });
});

test.describe('what the team sees', () => {
  test.use({ storageState: STATE });

  for (const path of ['/edition', '/en/edition', '/edition/vagues/2025', '/edition/vagues/2026-demo/depots', '/edition/editions', '/edition/editions/2025.1/retirer', '/edition/comptes', '/en/edition/comptes', '/edition/compte', '/edition/journal']) {
    test(`${path} is accessible and fits`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectSound(page);
    });
  }

  test('an editor is invited, and does not publish', async ({ page, browser }) => {
    await page.goto('/edition/comptes');
    await hydrated(page);
    await page.getByLabel('Pour qui').fill('Benoît');
    await page.getByRole('button', { name: 'Créer le lien d’invitation' }).click();
    const link = await page.getByLabel('Adresse à transmettre').inputValue();
    const context = await browser.newContext();
    const editor = await context.newPage();
    await editor.goto(new URL(link).pathname);
    await editor.getByLabel('Nom', { exact: true }).fill('Benoît');
    await editor.getByLabel('Adresse e-mail').fill('benoit@exemple.fr');
    await editor.getByLabel('Mot de passe').fill('une autre phrase longue');
    await editor.getByRole('button', { name: 'Ouvrir le compte' }).click();
    await expect(editor).toHaveURL(/\/edition$/);
    await expect(editor.getByRole('link', { name: 'Comptes' })).toBeHidden();
    const refused = await editor.goto('/edition/comptes');
    expect(refused?.status()).toBe(403);
    await expect(editor.getByText('Votre compte ne permet pas cette action')).toBeVisible();
    expect((await editor.goto('/edition/editions/2025.1/retirer'))?.status()).toBe(403);
    await context.close();
    await page.goto('/edition/journal');
    await expect(page.getByRole('cell', { name: 'Compte ouvert' }).first()).toBeVisible();
  });
});

test('the public side never opens a session', async ({ page, context }) => {
  await page.goto('/');
  expect(await context.cookies()).toEqual([]);
});
