import { textWidth, wrapText } from './text.ts';

export type StackedPart = { code: string; label: string; value: number; text: string; colour: string };
/** `text` stands at the end of the bar: `19 sur 37`. */
export type StackedBar = { code: string; label: string; text: string; parts: StackedPart[] };

const BAR = 26;

/** Bars cut into parts, each from zero to the sum of its parts, on one scale; parts are never scaled up to fill a bar. */
export function stackedBars(bars: StackedBar[], width: number) {
  const narrow = width < 560;
  const labelMost = Math.max(0, ...bars.map((bar) => textWidth(bar.label, 15)));
  const labelWidth = narrow ? width : Math.min(labelMost + 1, width * 0.38);
  const x0 = narrow ? 0 : labelWidth + 20;
  const most = Math.max(1e-9, ...bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.value, 0)));
  const textWidthMost = Math.max(0, ...bars.map((bar) => textWidth(bar.text, 14))) + 10;
  const scale = (value: number) => (value / most) * (width - x0 - textWidthMost);
  let y = 0;
  const placed = bars.map((bar) => {
    const lines = wrapText(bar.label, labelWidth, 15);
    const block = lines.length * 18;
    const height = narrow ? block + BAR + 20 : Math.max(block, BAR) + 14;
    const barY = narrow ? y + block + 8 : y + (height - BAR) / 2;
    let x = x0;
    const parts = bar.parts.map((part) => {
      const piece = { ...part, x, width: scale(part.value) };
      x += piece.width;
      return { ...piece, inside: textWidth(part.text, 14, 600) + 10 <= piece.width };
    });
    const item = { ...bar, lines, y, textX: x + 7, labelY: narrow ? y + 16 : y + (height - block) / 2 + 13.5, barY, parts };
    y += height;
    return item;
  });
  return { bars: placed, barHeight: BAR, bottom: y };
}
