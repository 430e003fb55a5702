import type { Map as StreetMap } from 'maplibre-gl';
import { KINDS } from '#lib/domain/census/initiative.ts';
import { GLYPHS, HUES } from './glyphs.ts';

/** A square picture of twice `size` pixels, drawn around its centre. */
function picture(size: number, draw: (pen: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * 2;
  const pen = canvas.getContext('2d');
  if (!pen) return new ImageData(size * 2, size * 2);
  pen.scale(2, 2);
  pen.translate(size / 2, size / 2);
  draw(pen);
  return pen.getImageData(0, 0, size * 2, size * 2);
}

/** Adds the marks of the national map to a street map: `caisse-documented`, `caisse-synthetic`, … */
export function addGlyphs(map: StreetMap, colour: (name: string) => string): void {
  map.on('load', () => {
    for (const kind of KINDS) {
      for (const provenance of ['documented', 'synthetic'] as const) {
        const hollow = provenance === 'synthetic';
        const image = picture(24, (pen) => {
          pen.scale(1.25, 1.25);
          const shape = new Path2D(GLYPHS[kind]);
          pen.lineJoin = 'round';
          pen.lineWidth = hollow ? 2 : 1.5;
          pen.fillStyle = hollow ? colour('--paper') : colour(HUES[kind]);
          pen.strokeStyle = hollow ? colour(HUES[kind]) : colour('--paper');
          pen.fill(shape);
          pen.stroke(shape);
        });
        map.addImage(`${kind}-${provenance}`, image, { pixelRatio: 2 });
      }
    }
  });
}

/** A disc with a number: initiatives too close to be told apart. Drawn here, since a font would come from a third party. */
export function clusterImage(count: string, colour: (name: string) => string): ImageData {
  return picture(36, (pen) => {
    pen.beginPath();
    pen.arc(0, 0, 13 + Math.min(4, count.length), 0, 2 * Math.PI);
    pen.fillStyle = colour('--ink');
    pen.fill();
    pen.strokeStyle = colour('--paper');
    pen.lineWidth = 2;
    pen.stroke();
    pen.fillStyle = colour('--paper');
    pen.font = '600 13px sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(count, 0, 0.5);
  });
}
