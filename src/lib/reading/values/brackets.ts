/**
 * Splits `Question [item]` at its last bracket; `Question [item][scale]` gives the scale too.
 * Undefined when the text does not end with a bracket.
 */
export function splitBrackets(text: string): { label: string; item: string; scale?: string } | undefined {
  const trimmed = text.trim();
  const last = lastBracket(trimmed);
  if (!last) return undefined;
  const before = lastBracket(last.label);
  if (before && last.touching && before.label !== '') return { label: before.label, item: before.item, scale: last.item };
  return { label: last.label, item: last.item };
}

function lastBracket(text: string): { label: string; item: string; touching: boolean } | undefined {
  if (!text.endsWith(']')) return undefined;
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ']') depth++;
    else if (text[i] === '[' && --depth === 0) {
      return { label: text.slice(0, i).trimEnd(), item: text.slice(i + 1, -1).trim(), touching: text[i - 1] === ']' };
    }
  }
  return undefined;
}
