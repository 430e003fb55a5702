import { scaleLinear } from 'd3-scale';
import { spread } from './spread.ts';
import { textWidth, wrapText } from './text.ts';

/** One line between two waves. `comparable: false` marks a break in series: no line is drawn across it. */
export type SlopeLine = { code: string; label: string; from?: number | undefined; to?: number | undefined; fromText: string; toText: string; comparable: boolean; colour?: string | undefined };

const LINE = 17;

/**
 * Two vertical scales and the lines between them; labels never overlap. The scale holds the values with some room and
 * need not start at zero: a slope is read by its direction, its ends by their numbers.
 */
export function slope(lines: SlopeLine[], width: number) {
  const narrow = width < 560;
  const left = Math.max(40, ...lines.map((line) => textWidth(line.fromText, 14, 600))) + 12;
  const labelWidth = narrow ? width * 0.5 : width * 0.46;
  const right = width - labelWidth;
  const wrapped = lines.map((line) => wrapText(`${line.toText}  ${line.label}`, labelWidth - 24, 14));
  const needed = wrapped.reduce((sum, text) => sum + text.length * LINE + 8, 0);
  const height = Math.max(120, 44 * lines.length, needed);
  const values = lines.flatMap((line) => [line.from, line.to]).filter((value) => value !== undefined);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(0.02, (high - low) * 0.06);
  const top = 40;
  const y = scaleLinear()
    .domain([Math.max(0, low - room), high + room])
    .range([top + height, top]);
  const toCentres = spread(lines.map((line, index) => ({ at: y(line.to ?? 0), size: (wrapped[index]?.length ?? 1) * LINE + 6 })), top - 8, top + height + 8);
  const fromCentres = spread(lines.map((line) => ({ at: y(line.from ?? 0), size: LINE })), top - 8, top + height + 8);
  const placed = lines.map((line, index) => ({
    ...line,
    wrapped: wrapped[index] ?? [],
    y1: line.from === undefined ? undefined : y(line.from),
    y2: line.to === undefined ? undefined : y(line.to),
    fromY: fromCentres[index] ?? 0,
    toY: toCentres[index] ?? 0,
    // A label that had to move keeps a thread to its point.
    thread: line.to !== undefined && Math.abs((toCentres[index] ?? 0) - y(line.to)) > 4
  }));
  return { lines: placed, left, right, top, bottom: top + height, lineHeight: LINE };
}
