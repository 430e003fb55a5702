import { Map as StreetMap, NavigationControl, Popup, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { feature } from 'topojson-client';
import type { StreetView } from '#lib/domain/directory/street-view.ts';
import type { FranceTopology } from '#lib/domain/geography/france-topology.ts';
import { addGlyphs, clusterImage } from './street-glyphs.ts';

const TILES =
  'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}';

export type StreetMapOptions = {
  container: HTMLElement;
  points: GeoJSON.FeatureCollection<GeoJSON.Point | null, { slug: string; name: string; kind: string; provenance: string; territory: string }>;
  outlines: FranceTopology;
  /** Address of an initiative's page. */
  pageOf: (slug: string) => string;
  /** Where it begins; around all the points when absent. */
  view?: StreetView | undefined;
  /** Called when the reader has moved it, with what it then shows. */
  onMove: (view: StreetView) => void;
  /** Called when a tile of the third party does not come. */
  onTileError: () => void;
};

/** A street map: our outlines and marks, and IGN's tiles over the ground. Loaded only when a reader asks for it. */
export function drawStreetMap({ container, points, outlines, pageOf, view, onMove, onTileError }: StreetMapOptions): StreetMap {
  // Without it the bundled worker is not found and the map stays blank.
  setWorkerUrl(workerUrl);
  const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const map = new StreetMap({
    container,
    ...(view ? { center: [view.longitude, view.latitude] as [number, number], zoom: view.zoom } : { bounds: boundsOf(points), fitBoundsOptions: { padding: 40, maxZoom: 12 } }),
    maxZoom: 18,
    style: {
      version: 8,
      sources: {
        land: { type: 'geojson', data: feature(outlines, outlines.objects.departements) },
        ign: { type: 'raster', tiles: [TILES], tileSize: 256, maxzoom: 19, attribution: '© IGN' },
        initiatives: { type: 'geojson', data: { ...points, features: points.features.filter((row) => row.geometry) } as GeoJSON.FeatureCollection, cluster: true, clusterRadius: 36 }
      },
      layers: [
        { id: 'paper', type: 'background', paint: { 'background-color': colour('--paper') } },
        { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('--land') } },
        { id: 'borders', type: 'line', source: 'land', paint: { 'line-color': colour('--rule-strong'), 'line-width': 0.7 } },
        { id: 'ign', type: 'raster', source: 'ign' },
        { id: 'clusters', type: 'symbol', source: 'initiatives', filter: ['has', 'point_count'], layout: { 'icon-image': ['concat', 'cluster-', ['get', 'point_count']], 'icon-allow-overlap': true } },
        { id: 'marks', type: 'symbol', source: 'initiatives', filter: ['!', ['has', 'point_count']], layout: { 'icon-image': ['concat', ['get', 'kind'], '-', ['get', 'provenance']], 'icon-allow-overlap': true } }
      ]
    }
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  addGlyphs(map, colour);
  map.on('styleimagemissing', ({ id }) => {
    const count = /^cluster-(\d+)$/.exec(id)?.[1];
    if (count && !map.hasImage(id)) map.addImage(id, clusterImage(count, colour), { pixelRatio: 2 });
  });
  map.on('moveend', () => {
    const { lat, lng } = map.getCenter().wrap();
    onMove({ latitude: lat, longitude: lng, zoom: map.getZoom() });
  });
  map.on('error', (event) => {
    if ('sourceId' in event && event.sourceId === 'ign') onTileError();
  });
  map.on('click', 'clusters', async (event) => {
    const cluster = event.features?.[0];
    if (cluster?.geometry.type !== 'Point') return;
    const zoom = await map.getSource<GeoJSONSource>('initiatives')?.getClusterExpansionZoom(Number(cluster.properties.cluster_id));
    map.easeTo({ center: cluster.geometry.coordinates as [number, number], zoom: zoom ?? map.getZoom() + 2 });
  });
  map.on('click', 'marks', (event) => {
    const mark = event.features?.[0];
    if (mark?.geometry.type !== 'Point') return;
    const link = Object.assign(document.createElement('a'), { href: pageOf(String(mark.properties.slug)), textContent: String(mark.properties.name) });
    const place = Object.assign(document.createElement('div'), { textContent: String(mark.properties.territory) });
    const words = document.createElement('div');
    words.append(link, place);
    new Popup({ offset: 10 }).setLngLat(mark.geometry.coordinates as [number, number]).setDOMContent(words).addTo(map);
  });
  for (const layer of ['clusters', 'marks']) {
    map.on('mouseenter', layer, () => (map.getCanvas().style.cursor = 'pointer'));
    map.on('mouseleave', layer, () => (map.getCanvas().style.cursor = ''));
  }
  return map;
}

/** What holds every point, or mainland France when there is none. */
function boundsOf(points: StreetMapOptions['points']): [number, number, number, number] {
  const mainland: [number, number, number, number] = [-5.2, 41.3, 9.6, 51.1];
  const at = points.features.flatMap((row) => (row.geometry ? [row.geometry.coordinates] : []));
  // Overseas points would show the whole world: the mainland's come first when there are any.
  const near = at.filter(([x = 0, y = 0]) => x > -6 && x < 10 && y > 41 && y < 52);
  const used = near.length > 0 ? near : at;
  if (used.length === 0) return mainland;
  const [xs, ys] = [used.map(([x = 0]) => x), used.map(([, y = 0]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
