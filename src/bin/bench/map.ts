import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSite } from '../start/site.mjs';
import { timeMapLibre } from './map-maplibre.ts';
import { timeOurs } from './map-ours.ts';
import { line, summary } from './map-percentiles.ts';
import { prepareEdition, serveEdition } from './map-site.ts';

const SEED = 20261122;
const GOAL = 50;
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/**
 * The directory's own page, script and server with `rows` points, and MapLibre with the same points beside: what a step of
 * a filter and of the zoom takes, from the key to the frame that answers. Prints; no time fails it.
 */
export async function benchMap(rows: number, steps: number): Promise<void> {
  const { chromium } = await import('@playwright/test');
  const executablePath = BROWSERS.find((path) => existsSync(path));
  const folder = mkdtempSync(join(tmpdir(), 'bench-map-'));
  const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    await ensureSite(process.cwd());
    prepareEdition(folder, rows, SEED);
    const { address, stop } = await serveEdition(folder);
    stops.unshift(stop);
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
    stops.unshift(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const ours = await timeOurs(page, address, steps);
    const size = (await page.locator('[data-picture]').boundingBox()) ?? { width: 464, height: 522 };
    const points = await (await page.request.get(`${address}/api/v1/initiatives.geojson`)).text();
    const theirs = await timeMapLibre(await browser.newPage({ viewport: { width: 1280, height: 900 } }), points, size, steps);
    report(ours, theirs, rows, size);
  } finally {
    for (const stop of stops) await stop();
  }
}

type Results = [ours: Awaited<ReturnType<typeof timeOurs>>, theirs: Awaited<ReturnType<typeof timeMapLibre>>];

function report(ours: Results[0], theirs: Results[1], rows: number, size: { width: number; height: number }): void {
  print(`\n${rows.toLocaleString('en')} initiatives (seed ${SEED}), ${ours.shown.toLocaleString('en')} on the map, picture of ${Math.round(size.width)} × ${Math.round(size.height)} pixels`);
  for (const what of ['filter', 'zoom'] as const) {
    const [mine, other] = [summary(ours[what].map(({ drawn }) => drawn)), summary(theirs[what].map(({ drawn }) => drawn))];
    const shown = summary(ours[what].map((step) => step.shown));
    print(`\n${what} step`);
    print(line('the directory: key to frame drawn', mine));
    print(line('the directory: key to frame on the screen (Event Timing)', shown));
    print(line('MapLibre: key to frame drawn, discs of the new state', other));
    print(`ratio to MapLibre: p50 ${(mine.p50 / other.p50).toFixed(2)}, p95 ${(mine.p95 / other.p95).toFixed(2)}; goal p95 under ${GOAL} ms: ${shown.p95 < GOAL ? 'met' : mine.p95 < GOAL ? 'met by the drawing, not on the screen' : 'missed'}`);
  }
  print(`\n${line('list, counts and facets in place (through the server)', summary(ours.answered))}`);
  print(`steps where the map showed another number than the server: ${ours.wrong}`);
  print(`MapLibre drew with: ${theirs.renderer}`);
  print(`this machine: ${availableParallelism()} processors, load over the last minute ${loadavg()[0]?.toFixed(1)}`);
}
