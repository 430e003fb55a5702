import { provideLand } from '#lib/components/maps/land-source.ts';
import { escapeXml } from '#lib/domain/format/escape-xml.ts';
import { mapPaths, type MapPaths } from '#lib/domain/geography/paths.ts';
import { franceTopology } from './boundaries.ts';

let paths: MapPaths | undefined;
const drawn = new Map<string, string>();

/** Paths of the national map, computed once per process. */
export function nationalPaths(): MapPaths {
  paths ??= mapPaths(franceTopology());
  return paths;
}

/** Units of the picture: a name does not fit in less before the last steps of the zoom. */
const NARROW = 25;

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * SVG of the land: départements that link to `territories` + their code, borders of régions, frames of the overseas insets.
 * Links leave the tab order: the same territories are in a list, and 101 stops would be in everybody's way.
 */
export function drawLand(territories: string): string {
  const known = drawn.get(territories);
  if (known) return known;
  const { departements, regionBorders, insets } = nationalPaths();
  const shapes = departements
    .map(({ code, name, d }) => `<a href="${escapeXml(territories + code)}" tabindex="-1"><path id="dep-${code}" d="${d}"><title>${escapeXml(name)} (${code})</title></path></a>`)
    .join('');
  const names = departements
    .filter(({ code }) => !insets.some((inset) => inset.code === code))
    .map(({ name, label: [x, y], box }) => `<text x="${Math.round(x)}" y="${Math.round(y)}"${box.width < NARROW ? ' class="narrow"' : ''}>${escapeXml(name)}</text>`)
    .join('');
  const frames = insets
    .map(
      ({ code, name, x, y, width, height }) =>
        `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/><text x="${round(x + 6)}" y="${round(y + height - 7)}" data-code="${code}">${escapeXml(name)}</text>`
    )
    .join('');
  const markup = `<g class="shapes">${shapes}</g><path class="borders" id="land-borders" d="${regionBorders}"/><g class="frames">${frames}</g><g class="names" id="land-names" aria-hidden="true">${names}</g>`;
  // Two languages, one prefix per pinned edition: few, but an address must not fill the memory.
  if (drawn.size < 40) drawn.set(territories, markup);
  return markup;
}

provideLand(drawLand, (level, code) => {
  const { departements, regions } = nationalPaths();
  return (level === 'region' ? regions : departements).find((row) => row.code === code)?.name;
});
