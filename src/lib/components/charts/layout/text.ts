/**
 * Widths of text without a browser, so that the server can place labels that never overlap.
 * Advances of Source Sans 3 (400 and 600), in thousandths of an em, for U+0020 to U+007E.
 */
const ADVANCES: Record<400 | 600, number[]> = {
  400: [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425,
    847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500,
    542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497
  ],
  600: [
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444,
    875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500,
    549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513
  ]
};
const OTHERS: Record<string, number> = { œ: 839, æ: 778, Œ: 847, '«': 455, '»': 455, '’': 275, '–': 480, '—': 800, '…': 964, '€': 513, '·': 275, '\u00a0': 200, '\u202f': 200 };

export type Weight = 400 | 600;

/** Width of a text in the units of `size`. Letters outside the table count as a wide one, so that the estimate errs on the safe side. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFC')) {
    const plain = letter.normalize('NFD')[0] ?? letter;
    thousandths += OTHERS[letter] ?? ADVANCES[weight][plain.charCodeAt(0) - 32] ?? 700;
  }
  return (thousandths / 1000) * size;
}

/**
 * A text broken into lines of at most `width`. Only plain spaces break: no-break spaces hold.
 * A single word wider than `width` stays whole on its line.
 */
export function wrapText(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line) lines.push(line);
  return lines;
}
