import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Breakdown } from '#lib/domain/indicators/definition.ts';
import type { Text } from '#lib/domain/language.ts';
import { figuresOf, type Figure } from './figures.ts';

/** A published figure that becomes another: "28/32" → "33/38". */
export type FigureChange = {
  table: string;
  indicator: string;
  breakdown: Breakdown | null;
  wave: string;
  /** Wave of `before`: an earlier one when the figure's wave is new. */
  comparedWith?: string;
  title: Text;
  group: Text;
  row: Text;
  before?: Text;
  after?: Text;
  /** `hidden`: no longer publishable; `shown`: it now is. */
  kind: 'changed' | 'new' | 'gone' | 'hidden' | 'shown';
};

export type FigureChanges = {
  changes: FigureChange[];
  /** Figures that stay as they are. */
  unchanged: number;
  /** Figures that are not publishable any more. */
  hidden: number;
};

function kindOf(before: Figure | undefined, after: Figure | undefined): FigureChange['kind'] | undefined {
  if (!before) return 'new';
  if (!after) return 'gone';
  if (before.hidden !== after.hidden) return after.hidden ? 'hidden' : 'shown';
  return before.text.fr === after.text.fr ? undefined : 'changed';
}

/** The table of an earlier wave that a new wave's table continues, the latest first. */
function predecessor(table: PublishedTable, before: PublishedTable[]): PublishedTable | undefined {
  return before
    .filter((other) => other.indicator === table.indicator && other.breakdown === table.breakdown && other.wave < table.wave)
    .sort((a, b) => (a.wave < b.wave ? 1 : -1))[0];
}

/**
 * What readers would see change between two sets of published tables, in the order of the second. A table of a new wave
 * is set against the same indicator of the wave before, which the reader sees today.
 */
export function figureChanges(before: PublishedTable[], after: PublishedTable[]): FigureChanges {
  const known = new Map(before.map((table) => [table.id, table]));
  const changes: FigureChange[] = [];
  let unchanged = 0;
  for (const table of after) {
    const old = known.get(table.id) ?? predecessor(table, before);
    const was = new Map((old ? figuresOf(old) : []).map((figure) => [figure.key, figure]));
    const now = figuresOf(table);
    const gone = [...was.values()].filter((figure) => !now.some((other) => other.key === figure.key));
    for (const figure of [...now, ...gone]) {
      const next = gone.includes(figure) ? undefined : figure;
      const past = was.get(figure.key);
      const kind = kindOf(past, next);
      if (!kind) {
        unchanged += 1;
        continue;
      }
      const { id, indicator, breakdown, wave, title } = table;
      changes.push({
        table: id, indicator, breakdown, wave, title, group: figure.group, row: figure.row, kind,
        ...(old ? { comparedWith: old.wave } : {}),
        ...(past ? { before: past.text } : {}),
        ...(next ? { after: next.text } : {})
      });
    }
  }
  for (const table of before.filter((old) => !after.some((now) => now.id === old.id))) {
    const { id, indicator, breakdown, wave, title } = table;
    changes.push(...figuresOf(table).map(({ group, row, text }): FigureChange => ({ table: id, indicator, breakdown, wave, title, group, row, before: text, kind: 'gone' })));
  }
  return { changes, unchanged, hidden: changes.filter((change) => change.kind === 'hidden').length };
}
