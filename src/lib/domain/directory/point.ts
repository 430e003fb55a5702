import type { Position } from './distance.ts';

/** Decimals kept of a position: a hundredth of a degree is about a kilometre, and says no address. */
const DECIMALS = 2;

const NUMBER = String.raw`[-+]?\d{1,3}(?:\.\d+)?`;
const FRENCH_NUMBER = String.raw`[-+]?\d{1,3},\d+`;
const FORMS = [
  new RegExp(`^(${NUMBER})\\s*[,;]\\s*(${NUMBER})$`),
  // A space alone separates only what cannot be a postcode.
  /^([-+]?\d{1,3}\.\d+)\s+([-+]?\d{1,3}\.\d+)$/,
  new RegExp(`^(${FRENCH_NUMBER})(?:\\s*;\\s*|\\s+|,\\s+)(${FRENCH_NUMBER})$`)
];

const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS)) + 0;

/** True when a text is written like a latitude and a longitude, whether or not there is such a place. */
export function looksLikePoint(text: string): boolean {
  return FORMS.some((form) => form.test(text.trim()));
}

/**
 * The point of a text such as `48.29,6.95`, `48.29; 6.95` or `48,29 6,95`: latitude then longitude in degrees, rounded to
 * a hundredth (about 1 km). Undefined for anything else, and for what is on no globe.
 */
export function readPoint(text: string): Position | undefined {
  const found = FORMS.map((form) => form.exec(text.trim())).find((match) => match !== null);
  const [latitude = NaN, longitude = NaN] = (found ?? []).slice(1).map((part) => Number(part.replace(',', '.')));
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  return { latitude: rounded(latitude), longitude: rounded(longitude) };
}

/** A point as the address writes it: `48.29,6.95`. */
export function pointText({ latitude, longitude }: Position): string {
  return `${rounded(latitude)},${rounded(longitude)}`;
}
