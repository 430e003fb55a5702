import type { Lang } from '#lib/domain/language.ts';
import type { FigureChange, FigureChanges } from '#lib/server/editions/index.ts';

export type ChangeLine = { group: string; row: string; before: string; after: string; kind: FigureChange['kind'] };
export type TableChanges = { table: string; title: string; wave: string; comparedWith?: string; crossed: boolean; lines: ChangeLine[] };
export type ChangesView = { tables: TableChanges[]; unchanged: number; hidden: number; changed: number };

/** Figures that would change, by table: those of everybody first, crossed ones after. */
export function viewChanges({ changes, unchanged, hidden }: FigureChanges, lang: Lang): ChangesView {
  const tables = new Map<string, TableChanges>();
  for (const change of changes) {
    const known = tables.get(change.table) ?? {
      table: change.table,
      title: change.title[lang],
      wave: change.wave,
      ...(change.comparedWith ? { comparedWith: change.comparedWith } : {}),
      crossed: change.breakdown !== null,
      lines: []
    };
    known.lines.push({ group: change.group[lang], row: change.row[lang], before: change.before?.[lang] ?? '', after: change.after?.[lang] ?? '', kind: change.kind });
    tables.set(change.table, known);
  }
  const list = [...tables.values()];
  return { tables: [...list.filter((table) => !table.crossed), ...list.filter((table) => table.crossed)], unchanged, hidden, changed: changes.length };
}
