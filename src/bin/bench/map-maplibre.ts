import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { feature } from 'topojson-client';
import type { FranceTopology } from '../../lib/domain/geography/france-topology.ts';
import { installClock, pressed, type Step } from './map-clock.ts';

export type MapLibreResult = { filter: Step[]; zoom: Step[]; renderer: string };

/** The same land, the same points as a clustered GeoJSON source, no tiles and no text: discs and circles only. */
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/maplibre-gl.css"><style>body{margin:0}#map{width:WIDTHpx;height:HEIGHTpx}</style><div id="map"></div><script type="module">
import { Map, setWorkerUrl } from '/maplibre-gl.mjs';
setWorkerUrl('/maplibre-gl-worker.mjs');
const all = await fetch('/points.json').then((answer) => answer.json());
const map = new Map({ container: 'map', bounds: [-5.2, 41.3, 9.6, 51.1], fadeDuration: 0, keyboard: false, style: { version: 8,
  sources: { land: { type: 'geojson', data: '/land.json' }, points: { type: 'geojson', data: all, cluster: true, clusterRadius: 46 } },
  layers: [
    { id: 'paper', type: 'background', paint: { 'background-color': '#fbf9f4' } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': '#ebe6d8' } },
    { id: 'borders', type: 'line', source: 'land', paint: { 'line-color': '#8d8c7f', 'line-width': 0.7 } },
    { id: 'discs', type: 'circle', source: 'points', filter: ['has', 'point_count'], paint: { 'circle-color': '#4c5a55', 'circle-radius': ['min', 22, ['sqrt', ['get', 'point_count']]] } },
    { id: 'marks', type: 'circle', source: 'points', filter: ['!', ['has', 'point_count']], paint: { 'circle-color': '#1f6b4f', 'circle-radius': 4.4 } }
  ] } });
const facets = ['kind', 'status', 'lead_type'];
let turn = 0;
const settled = () => new Promise((resolve) => map.once('idle', resolve));
let waiting;
addEventListener('keydown', ({ key }) => {
  waiting = settled();
  if (key === '+') map.jumpTo({ zoom: map.getZoom() + Math.log2(1.6) });
  else if (key === '-') map.jumpTo({ zoom: map.getZoom() - Math.log2(1.6) });
  else if (key === ' ') {
    const facet = facets[Math.floor(turn / 2) % facets.length];
    const value = all.features[turn].properties[facet];
    map.getSource('points').setData(turn++ % 2 ? all : { ...all, features: all.features.filter((row) => row.properties[facet] === value) });
  }
});
map.once('idle', () => {
  globalThis.settledMap = () => waiting;
  const gl = map.painter.context.gl;
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  document.title = String(named ? gl.getParameter(named.UNMASKED_RENDERER_WEBGL) : gl.getParameter(gl.RENDERER));
  document.body.dataset.ready = '1';
});
</script>`;

function serve(points: string, width: number, height: number): Promise<{ server: Server; address: string }> {
  const folder = dirname(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.css'));
  const outlines = JSON.parse(readFileSync(join('data', 'generated', 'france.topo.json'), 'utf8')) as FranceTopology;
  const land = JSON.stringify(feature(outlines, outlines.objects.departements));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const send = (type: string, body: string | Buffer): void => void response.writeHead(200, { 'content-type': type }).end(body);
    if (path === '/') send('text/html', PAGE.replace('WIDTH', String(width)).replace('HEIGHT', String(height)));
    else if (path === '/points.json') send('application/json', points);
    else if (path === '/land.json') send('application/json', land);
    else if (/^\/maplibre-gl[\w-]*\.(mjs|css)$/.test(path)) send(path.endsWith('.css') ? 'text/css' : 'text/javascript', readFileSync(join(folder, path)));
    else response.writeHead(404).end();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      resolve({ server, address: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/` });
    });
  });
}

/** Times MapLibre GL on `points`, a GeoJSON of the directory, in a picture of the same size. */
export async function timeMapLibre(page: Page, points: string, size: { width: number; height: number }, steps: number): Promise<MapLibreResult> {
  const { server, address } = await serve(points, size.width, size.height);
  try {
    await page.goto(address);
    await page.waitForSelector('[data-ready]', { timeout: 60_000 });
    await installClock(page);
    // Drawn once nothing moves and every source has answered: before that the old discs are shown, stretched.
    await page.evaluate(() => {
      const scope = globalThis as unknown as { bench: { settled?: () => Promise<void> }; settledMap: () => Promise<void> };
      scope.bench.settled = scope.settledMap;
    });
    const times = async (key: (at: number) => string): Promise<Step[]> => {
      const found: Step[] = [];
      for (let at = 0; at < steps; at++) found.push(await pressed(page, key(at)));
      return found;
    };
    return { filter: await times(() => 'Space'), zoom: await times((at) => (at % 10 < 5 ? '+' : '-')), renderer: await page.title() };
  } finally {
    server.close();
  }
}
