import type { Page } from '@playwright/test';

/** What a step took, in milliseconds from the key being pressed. `drawn`: until the page's script has drawn the frame that answers. `shown`: until it is on the screen, as Chromium's Event Timing tells it, by steps of 8. */
export type Step = { drawn: number; shown: number };

/**
 * Installs a clock in the page: each trusted key press is timed. `settled` in the page may delay the end of `drawn` until
 * what was asked is really on the map.
 */
export async function installClock(page: Page): Promise<void> {
  // The loader of this program names functions by a helper, which what runs in the page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
  await page.evaluate(() => {
    const steps: { drawn: number; shown: number }[] = [];
    let shown = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shown = Math.max(shown, entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    let done: (() => void) | undefined;
    const scope = globalThis as unknown as { bench: { next: () => Promise<{ drawn: number; shown: number }>; settled?: () => Promise<void> } };
    scope.bench = {
      next: () => {
        const before = steps.length;
        return new Promise((resolve) => {
          done = () => resolve(steps[before] as { drawn: number; shown: number });
        });
      }
    };
    addEventListener(
      'keydown',
      (event) => {
        const pressed = event.timeStamp;
        shown = 0;
        // After the frame that this event leads to: the message comes once its drawing is done.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = async () => {
            await scope.bench.settled?.();
            const drawn = performance.now() - pressed;
            // Event Timing reports late.
            setTimeout(() => {
              steps.push({ drawn, shown: shown || 16 });
              done?.();
            }, 250);
          };
          channel.port2.postMessage(undefined);
        });
      },
      { capture: true }
    );
  });
}

/** Presses a key and returns what the step took. */
export async function pressed(page: Page, key: string): Promise<Step> {
  const next = page.evaluate(() => (globalThis as unknown as { bench: { next: () => Promise<Step> } }).bench.next());
  await page.keyboard.press(key);
  return next;
}
