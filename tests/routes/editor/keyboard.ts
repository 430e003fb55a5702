import { expect, type Page } from '@playwright/test';
import { hydrated } from './people.ts';

/** Presses Tab until the control that has the focus is one of `selector` that is told as `name` by a screen reader. */
export async function tabTo(page: Page, name: RegExp, selector = '*'): Promise<void> {
  for (let presses = 0; presses < 500; presses++) {
    await page.keyboard.press('Tab');
    const told = await page.evaluate((wanted) => {
      const element = document.activeElement as HTMLInputElement | null;
      // A box that is ticked already has nothing left to be done.
      if (!element?.matches(wanted) || (element.type === 'checkbox' && element.checked)) return undefined;
      return element.getAttribute('aria-label') ?? ([...(element.labels ?? [])].map((label) => label.textContent).join(' ') || element.textContent || '');
    }, selector);
    if (told !== undefined && name.test(told.replace(/\s+/g, ' ').trim())) return;
  }
  throw new Error(`no control named ${String(name)} is reached by Tab on ${page.url()}`);
}

/** Follows a link or presses a button by keyboard, to the page that it leads to. */
export async function enter(page: Page, name: RegExp, address: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(address);
  await hydrated(page);
}

/** Chooses a file by keyboard. */
export async function chooseFile(page: Page, name: RegExp, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await tabTo(page, name);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: 15_000 }), page.keyboard.press('Space')]);
  await chooser.setFiles(file);
}
