import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/lib/components/layout/styles/tokens.css', 'utf8');
type Tokens = Map<string, string>;
const tokensOf = (block: string): Tokens => new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
const blocks = css.split(/:root[^{]*\{/).slice(1).map((block) => tokensOf(block.split('}')[0] ?? ''));
const [light = new Map(), darkBySystem = new Map(), darkByChoice = new Map()] = blocks;
const dark: Tokens = new Map([...light, ...darkBySystem]);

type Rgb = [number, number, number];
/** sRGB to linear light, IEC 61966-2-1. */
function linear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** WCAG 2 contrast. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
/** Ottosson 2020. */
function oklab([r, g, b]: Rgb): Rgb {
  const [l, m, s] = [0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b].map(Math.cbrt) as Rgb;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}
/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const BLINDNESS: Record<string, Rgb[]> = {
  none: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
};
const seen = (hex: string, matrix: Rgb[]): Rgb => {
  const colour = linear(hex);
  return matrix.map((row) => Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]))) as Rgb;
};
function distance(a: string, b: string, matrix: Rgb[]): number {
  const [p, q] = [oklab(seen(a, matrix)), oklab(seen(b, matrix))];
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const TEXT = [
  ['ink', 'paper'], ['ink', 'paper-deep'], ['ink-soft', 'paper'], ['ink-soft', 'paper-deep'], ['brand', 'paper'], ['brand-deep', 'paper'], ['brand', 'paper-deep'],
  ['accent', 'paper'], ['accent', 'paper-deep'], ['on-brand', 'brand'], ['paper', 'mark'], ['paper', 'mark-quiet'],
  ['on-family-self', 'family-self'], ['on-family-private', 'family-private'], ['on-family-public', 'family-public'], ['ink', 'selection']
] as const;
const MARKS = ['mark', 'mark-quiet', 'hatch', 'secret', 'family-self', 'family-private', 'family-public', 'rule-strong', 'focus', ...Array.from({ length: 8 }, (_, index) => `option-${index + 1}`)];

it('the dark set is the same by preference and by choice', () => {
  expect([...darkByChoice]).toEqual([...darkBySystem]);
  expect(darkBySystem.size).toBeGreaterThan(20);
});

describe.each([['light', light], ['dark', dark]] as const)('%s', (_, tokens) => {
  const colour = (name: string): string => tokens.get(name) ?? `missing ${name}`;

  it.each(TEXT)('text %s on %s is at least 4.5:1', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('mark %s is at least 3:1 on paper', (mark) => {
    expect(contrast(colour(mark), colour('paper'))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(BLINDNESS))('families stay apart: %s', (kind) => {
    const families = ['family-self', 'family-private', 'family-public'].map(colour);
    const matrix = BLINDNESS[kind] ?? [];
    for (const [a, b] of [[0, 1], [0, 2], [1, 2]] as const) expect(distance(families[a] ?? '', families[b] ?? '', matrix)).toBeGreaterThanOrEqual(18);
  });

  it.each(Object.keys(BLINDNESS))('the eight options stay different: %s', (kind) => {
    const options = Array.from({ length: 8 }, (_, index) => colour(`option-${index + 1}`));
    const distances = options.flatMap((a, index) => options.slice(index + 1).map((b) => distance(a, b, BLINDNESS[kind] ?? [])));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(7);
  });
});

it('contrast is the one of the reference pairs', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
