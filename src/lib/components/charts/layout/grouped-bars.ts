import { scaleLinear } from 'd3-scale';
import { known } from '#lib/domain/indicators/row-share.ts';
import type { PublishedNumber } from '#lib/domain/confidentiality/published.ts';
import { textWidth, wrapText } from './text.ts';

/** One group's bar inside a category: `count` out of `base`. */
export type GroupBar = { code: string; label: string; count: PublishedNumber; base: PublishedNumber; text: string; colour: string };
export type GroupedCategory = { code: string; label: string; bars: GroupBar[] };

const ROW = 24;

/**
 * Categories one under the other, each with a bar per group. `unit: 'dot'` is for small groups: one dot per caisse,
 * full for the count and hollow up to the group's base, on one scale for all; otherwise bars are shares of each base.
 */
export function groupedBars(categories: GroupedCategory[], width: number, unit: 'bar' | 'dot') {
  const narrow = width < 560;
  const bars = categories.flatMap((category) => category.bars);
  const labelMost = Math.max(0, ...bars.map((bar) => textWidth(bar.label, 14)));
  const textMost = Math.max(0, ...bars.map((bar) => textWidth(bar.text, 14, 600)));
  // Narrow: the label and its count on one line, the dots or the bar on the next.
  const labelWidth = narrow ? width - textMost - 12 : Math.min(labelMost + 1, width * 0.3);
  const x0 = narrow ? 0 : labelWidth + 14 + textMost + 14;
  const most = unit === 'dot' ? Math.max(1, ...bars.map((bar) => known(bar.base) ?? 0)) : 1;
  // Dots keep close together, so that a row reads as a length too.
  const x1 = unit === 'dot' ? Math.min(width, x0 + most * 17) : width;
  const x = scaleLinear().domain([0, most]).range([x0, x1]);
  let y = 0;
  const placed = categories.map((category) => {
    const lines = wrapText(category.label, width, 15, 600);
    const top = y;
    y += 8 + lines.length * 18 + 4;
    const items = category.bars.map((bar) => {
      const labelLines = wrapText(bar.label, labelWidth, 14);
      const block = labelLines.length * 17;
      const height = narrow ? block + 24 : Math.max(ROW, block + 7);
      const count = known(bar.count);
      const base = known(bar.base);
      const value = count === undefined || !base ? 0 : unit === 'dot' ? count : count / base;
      const item = { ...bar, labelLines, y, height, middle: narrow ? y + block + 11 : y + height / 2, labelY: narrow ? y + 13 : y + height / 2 + 5 - (labelLines.length - 1) * 8.5, textY: narrow ? y + 13 : y + height / 2 + 5, width: x(value) - x0, count: bar.count, filled: count ?? 0, total: base ?? 0 };
      y += height;
      return item;
    });
    y += 12;
    return { ...category, lines, top, labelY: top + 8 + 13, bars: items };
  });
  return { categories: placed, x, x0, x1, textRight: narrow ? width : labelWidth + 14 + textMost, step: (x1 - x0) / most, bottom: y };
}
