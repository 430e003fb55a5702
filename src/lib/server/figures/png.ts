import { Resvg } from '@resvg/resvg-js';
import { pictureFonts } from './picture-fonts.ts';

/** The font files name their semi-bold as a family of its own, and the picture maker looks a family up by that name. */
function nameSemiBold(svg: string): string {
  return svg.replace(/<(text|tspan)\b[^>]*font-weight="600"[^>]*>/g, (tag) =>
    tag.includes('font-family=') ? tag.replace(/font-family="([^"]*)"/, 'font-family="$1 SemiBold"') : tag.replace('font-weight=', 'font-family="Source Sans 3 SemiBold" font-weight=')
  );
}

/** An SVG picture in pixels, `density` to each of its units, with the site's own fonts and no other. */
export function toPng(svg: string, density = 2): Uint8Array {
  const font = { fontFiles: pictureFonts(), loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' };
  return new Resvg(nameSemiBold(svg), { fitTo: { mode: 'zoom', value: density }, font }).render().asPng();
}
