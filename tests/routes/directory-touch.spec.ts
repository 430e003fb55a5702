import { expect, test, type Page } from '@playwright/test';

test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

/** Marks in the middle of the screen, with how far each is from its nearest neighbour, in pixels. */
async function marks(page: Page) {
  await page.locator('#carte [data-picture]').evaluate((map) => map.scrollIntoView({ block: 'center' }));
  return page.locator('#carte [data-marks] [data-slug] .glyph').evaluateAll((glyphs) => {
    const all = glyphs.map((glyph) => {
      const box = glyph.getBoundingClientRect();
      return { slug: glyph.closest<SVGElement>('[data-slug]')?.dataset.slug ?? '', x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    return all.map((mark) => ({ ...mark, near: all.filter((other) => other !== mark).map((other) => Math.hypot(other.x - mark.x, other.y - mark.y)) }));
  });
}

async function open(page: Page) {
  const script = page.waitForResponse(/map-touch\.js/);
  await page.goto('/initiatives');
  await script;
  await page.waitForLoadState('networkidle');
}

test('the first tap on a mark apart says what it is, the second opens it', async ({ page }) => {
  await open(page);
  const found = (await marks(page)).find(({ near, y }) => Math.min(...near) > 30 && y > 60 && y < 680);
  await page.touchscreen.tap(found?.x ?? 0, found?.y ?? 0);
  await expect(page.locator('#carte [data-card]')).toBeVisible();
  await expect(page).toHaveURL(/\/initiatives$/);
  await page.touchscreen.tap(found?.x ?? 0, found?.y ?? 0);
  await expect(page).toHaveURL(new RegExp(`/initiatives/${found?.slug}$`));
});

test('a tap on the card opens it too', async ({ page }) => {
  await open(page);
  const found = (await marks(page)).find(({ near, y }) => Math.min(...near) > 30 && y > 60 && y < 680);
  await page.touchscreen.tap(found?.x ?? 0, found?.y ?? 0);
  await page.locator('#carte [data-card]').tap();
  await expect(page).toHaveURL(new RegExp(`/initiatives/${found?.slug}$`));
});

test('a tap between close marks lists them', async ({ page }) => {
  await open(page);
  const found = (await marks(page)).find(({ near, y }) => Math.min(...near) < 10 && y > 60 && y < 680);
  await page.touchscreen.tap(found?.x ?? 0, found?.y ?? 0);
  const panel = page.locator('#carte [data-members]');
  await expect(panel.getByRole('link').nth(1)).toBeVisible();
  await expect(page).toHaveURL(/\/initiatives$/);
  await panel.locator(`[data-slug="${found?.slug}"] a`).click();
  await expect(page).toHaveURL(new RegExp(`/initiatives/${found?.slug}$`));
});
