import { expect, test, type Page } from '@playwright/test';

/** The page's scripts run: before that a click is lost. */
const alive = async (page: Page) => expect(page.getByRole('group', { name: 'Zoom de la carte' })).toBeVisible();

test.describe('a place as it was typed', () => {
  test('a place that does not exist is said where the page leads', async ({ page }) => {
    await page.goto('/initiatives');
    await alive(page);
    await page.getByLabel('Autour d’une commune').fill('Xyzzy');
    await page.getByRole('button', { name: 'Rechercher' }).click();
    const said = page.locator('#resultats').getByText(/Aucune commune ne s’appelle/);
    await expect(said).toBeInViewport();
    await page.getByRole('link', { name: 'Corriger le nom de la commune' }).click();
    await expect(page.getByLabel('Autour d’une commune')).toBeFocused();
  });

  test('a name that is no commune’s says what it was taken for, and elides', async ({ page }) => {
    await page.goto('/initiatives?pres=Brets');
    await expect(page.getByText(/Compris comme Brest \(29\)\. Noms proches/)).toBeVisible();
    await expect(page.getByText('Autres communes de ce nom')).toHaveCount(0);
    await page.goto('/initiatives?pres=Angoulême');
    await expect(page.getByRole('link', { name: /Autour d’Angoulême/ })).toBeVisible();
  });
});
