import { known } from '#lib/domain/indicators/row-share.ts';
import type { PublishedNumber } from '#lib/domain/confidentiality/published.ts';
import { spread } from './spread.ts';
import { textWidth, wrapText } from './text.ts';

export type MixPart = { code: string; label: string; value: PublishedNumber; text: string; colour: string; onColour: string };
export type MixBar = { code: string; label: string; note: string; parts: MixPart[] };

const BAR = 44;

/**
 * Bars of equal length cut into the parts of a whole, one under the other, with their names once above the first.
 * A part under a symbol takes what the others leave, shared equally among the hidden ones.
 */
export function mixBars(bars: MixBar[], width: number) {
  let y = 0;
  const placed = bars.map((bar, barIndex) => {
    const lines = wrapText(bar.label, width, 15, 600);
    const noteLines = wrapText(bar.note, width, 13.5);
    const labelY = y + 15;
    const noteY = labelY + lines.length * 18;
    const namesTop = noteY + (noteLines.length - 1) * 17 + 14;
    const shown = bar.parts.reduce((sum, part) => sum + (known(part.value) ?? 0), 0);
    const hidden = bar.parts.filter((part) => part.value.status === 'c' || part.value.status === 'x').length;
    const rest = hidden > 0 ? Math.max(0, 1 - shown) / hidden : 0;
    let x = 0;
    const cut = bar.parts.map((part) => {
      const share = known(part.value) ?? (part.value.status === 'c' || part.value.status === 'x' ? rest : 0);
      const piece = { ...part, x, width: share * width };
      x += share * width;
      return piece;
    });
    const names = cut.map((piece) => textWidth(piece.label, 13.5) + 15 + 18);
    const fits = barIndex === 0 && names.reduce((sum, size) => sum + size, 0) <= width;
    const nameRows = barIndex === 0 ? (fits ? 1 : cut.length) : 0;
    const centres = fits ? spread(cut.map((piece, index) => ({ at: piece.x + (names[index] ?? 0) / 2, size: names[index] ?? 0 })), 0, width) : [];
    const barY = namesTop + nameRows * 20 + (nameRows > 0 ? 6 : 0);
    const pieces = cut.map((piece, index) => ({
      ...piece,
      nameX: fits ? (centres[index] ?? 0) - (names[index] ?? 0) / 2 : 0,
      nameY: fits ? namesTop + 14 : namesTop + 14 + index * 20,
      // Only a text that fits in its piece is written inside.
      inside: textWidth(piece.text, 16, 600) + 12 <= piece.width
    }));
    y = barY + BAR + 34;
    return { ...bar, lines, noteLines, labelY, noteY, barY, pieces, named: nameRows > 0, stackedNames: nameRows > 1 };
  });
  return { bars: placed, barHeight: BAR, bottom: y - 24 };
}
