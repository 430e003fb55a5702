import { scaleLinear } from 'd3-scale';
import { known } from '#lib/domain/indicators/row-share.ts';
import type { PublishedNumber } from '#lib/domain/confidentiality/published.ts';
import { textWidth, wrapText } from './text.ts';

export type PairedRow = {
  code: string;
  label: string;
  left: PublishedNumber;
  right: PublishedNumber;
  leftText: string;
  rightText: string;
  colour: string;
};
export type PairedFamily = { code: string; label: string; rows: PairedRow[] };

const LINE = 18;
const BAR = 15;

/**
 * Two bars per line, each from its own zero on its own scale: caisses on the left panel, euros on the right.
 * Under 560 wide the label goes above its two bars, which stand one under the other.
 */
export function pairedBars(families: PairedFamily[], width: number, heads: { left: string; right: string }) {
  const narrow = width < 560;
  const rows = families.flatMap((family) => family.rows);
  const leftText = Math.max(0, ...rows.map((row) => textWidth(row.leftText, 15, 600))) + 8;
  const rightText = Math.max(0, ...rows.map((row) => textWidth(row.rightText, 15, 600))) + 8;
  const labelWidth = narrow ? width : Math.min(Math.max(...rows.map((row) => textWidth(row.label, 15)), 0) + 1, width * 0.36);
  const start = narrow ? 0 : labelWidth + 24;
  const panel = narrow ? width : (width - start - 40) / 2;
  const leftX = start;
  const rightX = narrow ? 0 : start + panel + 40;
  const left = scaleLinear()
    .domain([0, Math.max(1, ...rows.map((row) => known(row.left) ?? 0))])
    .range([0, Math.max(10, panel - (narrow ? Math.max(leftText, rightText) : leftText))]);
  const right = scaleLinear()
    .domain([0, Math.max(1, ...rows.map((row) => known(row.right) ?? 0))])
    .range([0, Math.max(10, panel - (narrow ? Math.max(leftText, rightText) : rightText))]);
  const headLines = { left: wrapText(heads.left, panel, 13.5, 600), right: wrapText(heads.right, panel, 13.5, 600) };
  const headHeight = narrow ? 0 : Math.max(headLines.left.length, headLines.right.length) * 17 + 12;

  let y = headHeight;
  const placed = families.map((family) => {
    const headingY = y + 22;
    y += 32;
    const items = family.rows.map((row) => {
      const lines = wrapText(row.label, labelWidth, 15);
      const block = lines.length * LINE;
      const height = narrow ? block + 2 * (BAR + 4) + 16 : Math.max(block, BAR) + 16;
      const first = narrow ? y + 6 + block + 2 : y + height / 2 - BAR / 2;
      const bar = (number: PublishedNumber, scale: typeof left, x: number, barY: number) => ({ x, y: barY, width: scale(known(number) ?? 0), height: BAR });
      const item = {
        ...row,
        lines,
        y,
        height,
        labelY: narrow ? y + 6 + 12 : y + (height - block) / 2 + 13.5,
        leftBar: bar(row.left, left, leftX, first),
        rightBar: bar(row.right, right, rightX, narrow ? first + BAR + 4 : first)
      };
      y += height;
      return item;
    });
    y += 8;
    return { ...family, headingY, rows: items };
  });
  return { families: placed, headLines, headHeight, leftX, rightX, panel, bottom: y, narrow };
}
