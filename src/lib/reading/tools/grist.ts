import { isQuotedList, looksJoined } from '../questions/joined.ts';
import { Draft } from './draft.ts';
import { plain } from './plain.ts';
import { addColumn, heading } from './shared.ts';
import type { Look, Tool } from './tool.ts';

/** Grist: no column of its own; a choice list is a line of CSV inside its cell (`a, "b, c"`), which nobody else writes. */
export const grist: Tool = {
  name: 'Grist',
  recognise(look) {
    const column = quotedColumn(look);
    if (column === undefined) return undefined;
    return { why: [`colonne « ${(look.row(look.at)[column - 1] ?? '').trim()} » : listes écrites comme une ligne de CSV (a, "b, c")`], headerRows: [look.at] };
  },
  describe(table) {
    const draft = new Draft();
    const base = plain.describe(table);
    for (const [column, meaning] of base.metadata) draft.metadata.set(column, meaning);
    for (const group of base.groups) {
      if (group.layout === 'column' || group.layout === 'joined') {
        const column = group.items[0]!.column;
        const cells = [...table.profile(column).values];
        if (looksJoined(cells, 'csv') || cells.some(([text]) => isQuotedList(text))) draft.column(column, heading(table, column), { layout: 'joined', type: 'multiple', separator: 'csv' });
        else addColumn(table, draft, column, heading(table, column), []);
      } else draft.add(group);
    }
    return draft.done();
  }
};

function quotedColumn(look: Look): number | undefined {
  const width = look.row(look.at).length;
  if (look.at > 1 || width < 2) return undefined;
  const last = Math.min(look.grid.rows.length, look.at + 300);
  for (let column = 1; column <= width; column++) {
    if ((look.row(look.at)[column - 1] ?? '').trim() === '') return undefined;
    let quoted = 0;
    for (let row = look.at + 1; row <= last; row++) if (isQuotedList(look.row(row)[column - 1] ?? '')) quoted++;
    if (quoted > 0) return column;
  }
  return undefined;
}
