import type { Page } from '@playwright/test';
import { installClock, pressed, type Step } from './map-clock.ts';

export type OursResult = { filter: Step[]; zoom: Step[]; answered: number[]; wrong: number; shown: number };

/** Values of the directory's form that are checked and unchecked one after the other. */
const FACETS = ['type', 'statut', 'porteur', 'debut', 'taille'];

/** Times the real page of the directory: boxes of its form, then keys of its map. */
export async function timeOurs(page: Page, address: string, steps: number): Promise<OursResult> {
  await page.goto(`${address}/initiatives`);
  await page.waitForSelector('[data-canvas][data-shown]');
  const shown = Number(await page.getAttribute('[data-canvas]', 'data-shown'));
  await installClock(page);
  await page.evaluate(() => {
    const scope = globalThis as unknown as { answered: number };
    let asked = 0;
    document.addEventListener('directory:asked', () => (asked = performance.now()));
    document.addEventListener('directory:shown', () => (scope.answered = performance.now() - asked));
  });
  const filter: Step[] = [];
  const answered: number[] = [];
  let wrong = 0;
  for (let at = 0; at < steps; at++) {
    const facet = FACETS[Math.floor(at / 2) % FACETS.length] ?? 'type';
    await page.evaluate(
      ([name, turn]) => {
        (globalThis as unknown as { answered: number }).answered = 0;
        const boxes = [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${name}"]`)];
        const details = boxes[0]?.closest('details');
        if (details) details.open = true;
        // Checked at even steps, unchecked at odd ones.
        (boxes.find((box) => box.checked) ?? boxes[Number(turn) % boxes.length])?.focus();
      },
      [facet, Math.floor(at / (2 * FACETS.length))] as const
    );
    filter.push(await pressed(page, 'Space'));
    await page.waitForFunction(() => (globalThis as unknown as { answered: number }).answered > 0);
    answered.push(await page.evaluate(() => (globalThis as unknown as { answered: number }).answered));
    wrong += Number(
      await page.evaluate(() => {
        const said = document.querySelector<HTMLElement>('[data-many]')?.dataset.many ?? String(document.querySelectorAll('[data-marks] [data-slug]').length);
        return said !== document.querySelector<HTMLElement>('[data-canvas]')?.dataset.shown;
      })
    );
  }
  await page.focus('[data-picture]');
  const zoom: Step[] = [];
  for (let at = 0; at < steps; at++) zoom.push(await pressed(page, at % 10 < 5 ? '+' : '-'));
  return { filter, zoom, answered, wrong, shown };
}
