import published from '../../../data/facts/published-figures-2025.json';

/** A figure as the study of December 2025 published it. */
export type OriginalFigure = { id: string; label: string; value: number | string; unit?: string; base?: number };

/** The published figures named, in that order, with their source. */
export function originalWording(ids: string[]): { source: string; figures: OriginalFigure[] } {
  const all: OriginalFigure[] = published.figures;
  return { source: published.source, figures: ids.flatMap((id) => all.filter((figure) => figure.id === id).map(({ id: code, label, value, unit, base }) => ({ id: code, label, value, ...(unit ? { unit } : {}), ...(base ? { base } : {}) }))) };
}
