import { scaleLinear } from 'd3-scale';
import { known } from '#lib/domain/indicators/row-share.ts';
import type { PublishedNumber } from '#lib/domain/confidentiality/published.ts';
import { spread } from './spread.ts';
import { textWidth, wrapText } from './text.ts';

/** One line of a bar figure. Texts are ready to be drawn. */
export type BarRow = {
  code: string;
  label: string;
  count: PublishedNumber;
  countText: string;
  /** `88 %`; empty when there is no percentage to show. */
  shareText: string;
  /** Whole caisses of the population, whatever the silent ones would say. */
  bounds?: { low: number; high: number } | undefined;
  colour?: string | undefined;
};

/** A count worth a vertical line: the base, the population. */
export type Reference = { value: number; label: string };

export type RankedBarsInput = { rows: BarRow[]; width: number; max: number; references: Reference[]; sorted: boolean };

const LINE = 18;
const BAR = 16;
export const LABEL_SIZE = 15;
export const REFERENCE_SIZE = 13;

/** Descending counts; rows under a symbol come last, in their own order, so that their place tells nothing. */
export function ranked(rows: BarRow[]): BarRow[] {
  return rows.toSorted((a, b) => (known(b.count) ?? -1) - (known(a.count) ?? -1));
}

/**
 * Where everything stands in a figure of ranked bars, in the units of `width`.
 * Bars start at zero and their length is proportional to the count. Under 560 wide, labels go above the bars.
 */
export function rankedBars({ rows, width, max, references, sorted }: RankedBarsInput) {
  const narrow = width < 560;
  const countWidth = Math.max(0, ...rows.map((row) => textWidth(row.countText, LABEL_SIZE, 600)));
  const shareWidth = Math.max(0, ...rows.map((row) => textWidth(row.shareText, LABEL_SIZE)));
  const numbers = countWidth + (shareWidth > 0 ? shareWidth + 14 : 0);
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label, LABEL_SIZE)));
  const labelWidth = narrow ? width - numbers - 16 : Math.min(longest, width * 0.43) + 1;
  const x0 = narrow ? 0 : labelWidth + 20 + numbers + 16;
  const x = scaleLinear().domain([0, max]).range([x0, width]);
  const countRight = narrow ? width - (shareWidth > 0 ? shareWidth + 14 : 0) : labelWidth + 20 + countWidth;
  const shareRight = narrow ? width : countRight + 14 + shareWidth;

  const sizes = references.map((reference) => textWidth(reference.label, REFERENCE_SIZE) + 12);
  const centres = spread(
    references.map(({ value }, index) => ({ at: x(value), size: sizes[index] ?? 0 })),
    narrow ? 0 : x0 - numbers,
    width
  );
  const placedReferences = references.map((reference, index) => ({ ...reference, x: x(reference.value), labelX: centres[index] ?? 0 }));

  const top = references.length > 0 ? 26 : 0;
  let y = top;
  const placed = (sorted ? ranked(rows) : rows).map((row) => {
    const lines = wrapText(row.label, labelWidth, LABEL_SIZE);
    const block = lines.length * LINE;
    const height = narrow ? block + BAR + 22 : Math.max(block, BAR) + 20;
    const barY = narrow ? y + 8 + block + 3 : y + height / 2 - BAR / 2;
    const labelY = narrow ? y + 8 + 13 : y + (height - block) / 2 + 13.5;
    const value = known(row.count);
    const item = {
      ...row,
      lines,
      y,
      height,
      labelY,
      numberY: narrow ? labelY : barY + BAR / 2 + 5,
      bar: { x: x0, y: barY, width: value === undefined ? 0 : x(value) - x0, height: BAR },
      band: row.bounds && row.bounds.high > (value ?? 0) ? { x: x(value ?? 0), y: barY + 3, width: x(row.bounds.high) - x(value ?? 0), height: BAR - 6 } : undefined
    };
    y += height;
    return item;
  });
  return { rows: placed, references: placedReferences, x, x0, x1: width, countRight, shareRight, top, bottom: y, labelWidth };
}
