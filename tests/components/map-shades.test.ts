import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shade } from '#lib/components/maps/shades.ts';

const css = readFileSync('src/lib/components/layout/styles/tokens.css', 'utf8');
const [light = new Map<string, string>(), dark = new Map<string, string>()] = css
  .split(/:root[^{]*\{/)
  .slice(1)
  .map((block) => new Map([...(block.split('}')[0] ?? '').matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value])));

type Triple = [number, number, number];
const linear = (hex: string): Triple => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as Triple;
const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** Ottosson 2020, both ways. */
function toOklab([r, g, b]: Triple): Triple {
  const [l, m, s] = [0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b].map(Math.cbrt) as Triple;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}
function fromOklab([L, a, b]: Triple): Triple {
  const [l, m, s] = [L + 0.3963377774 * a + 0.2158037573 * b, L - 0.1055613458 * a - 0.0638541728 * b, L - 0.0894841775 * a - 1.291485548 * b].map((value) => value ** 3) as Triple;
  return [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s];
}

/** What a browser shows for `var(--a)` and `color-mix(in oklab, var(--a) n%, var(--b))`. */
function shown(value: string, tokens: Map<string, string>): Triple {
  const names = [...value.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => linear(tokens.get(name) ?? '#000000'));
  const share = Number(/(\d+)%/.exec(value)?.[1] ?? 100) / 100;
  const [top, under = top] = names;
  if (!top || !under) throw new Error(value);
  const [p, q] = [toOklab(top), toOklab(under)];
  return fromOklab(p.map((part, at) => part * share + (q[at] ?? 0) * (1 - share)) as Triple);
}

const contrast = (a: Triple, b: Triple): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe.each([['light', light], ['dark', new Map([...light, ...dark])]] as const)('densities, %s', (_, tokens) => {
  it.each([1, 2, 3, 4])('with %i classes, each is told from the one below, and the lowest from none', (classes) => {
    const colours = Array.from({ length: classes + 1 }, (_unused, of) => shown(shade(of, classes), tokens));
    for (const [at, colour] of colours.entries()) {
      if (at === 0) continue;
      const ratio = contrast(colour, colours[at - 1] as Triple);
      expect(ratio, `${classes} classes: ${at}`).toBeGreaterThanOrEqual(at === 1 ? 1.7 : 1.5);
    }
  });
});
