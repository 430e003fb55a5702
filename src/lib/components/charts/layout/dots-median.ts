import { scaleLinear } from 'd3-scale';
import { beeswarm } from './beeswarm.ts';
import { spread } from './spread.ts';
import { textWidth, wrapText } from './text.ts';

/** A distribution: every value as a dot when they may be told, with its median and quartiles. */
export type DotsGroup = { code: string; label: string; note: string; values: number[]; median?: number | undefined; q1?: number | undefined; q3?: number | undefined };

export type DotsInput = { groups: DotsGroup[]; width: number; format: (value: number) => string; marks: (group: DotsGroup) => { value: number; label: string }[] };

export const RADIUS = 5;
export const MARK_SIZE = 13.5;

/**
 * Where everything stands in a figure of dots, in the units of `width`. The scale starts at zero.
 * With several groups each has its own band, labelled above it, on one common scale.
 */
export function dotsMedian({ groups, width, format, marks }: DotsInput) {
  const narrow = width < 560;
  const radius = narrow ? 4 : RADIUS;
  const most = Math.max(1, ...groups.flatMap((group) => [...group.values, group.q3 ?? 0, group.median ?? 0]));
  const scale = scaleLinear().domain([0, most]).nice(narrow ? 3 : 5).range([radius + 2, width - radius - 2]);
  const several = groups.length > 1;
  let y = several ? 4 : 8;
  const placed = groups.map((group) => {
    const lines = several ? wrapText(group.label, width - textWidth(group.note, 13.5) - 20, 15, 600) : [];
    const labelY = y + 16;
    const top = y + lines.length * 18 + (several ? 4 : 0);
    const offsets = beeswarm(group.values.map(scale), radius * 2 + 0.8);
    const reach = Math.max(several ? 13 : 26, ...offsets.map((offset) => Math.abs(offset) + radius)) + 6;
    const wanted = marks(group);
    const sizes = wanted.map((mark) => textWidth(mark.label, MARK_SIZE, 600) + 14);
    // Marks whose texts would not fit side by side get lines of their own.
    const stacked = sizes.reduce((sum, size) => sum + size, 0) > width;
    const rows = wanted.length === 0 ? 0 : stacked ? wanted.length : 1;
    const centres = stacked
      ? wanted.map((mark, index) => Math.min(Math.max(scale(mark.value), (sizes[index] ?? 0) / 2), width - (sizes[index] ?? 0) / 2))
      : spread(
          wanted.map((mark, index) => ({ at: scale(mark.value), size: sizes[index] ?? 0 })),
          0,
          width
        );
    const middle = top + rows * 18 + 6 + reach;
    const item = {
      ...group,
      lines,
      labelY,
      middle,
      reach,
      dots: group.values.map((value, index) => ({ x: scale(value), y: middle - (offsets[index] ?? 0), value })),
      marks: wanted.map((mark, index) => ({ ...mark, x: scale(mark.value), labelX: centres[index] ?? 0, labelY: top + 13 + (stacked ? index * 18 : 0) })),
      box: group.q1 === undefined || group.q3 === undefined ? undefined : { x: scale(group.q1), width: scale(group.q3) - scale(group.q1) },
      medianX: group.median === undefined ? undefined : scale(group.median)
    };
    y = middle + reach + (several ? 10 : 0);
    return item;
  });
  const wantedTicks = scale.ticks(narrow ? 3 : 5);
  const ticks = wantedTicks.map((value) => {
    const label = format(value);
    const half = textWidth(label, 13) / 2;
    return { value, label, x: scale(value), labelX: Math.min(Math.max(scale(value), half), width - half) };
  });
  return { groups: placed, ticks, axisY: y + 4, radius, x: scale, height: y + 28 };
}
