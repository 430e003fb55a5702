import type { Description, Table } from '../tools/tool.ts';
import type { SourceColumn } from '../types.ts';
import { isBlank } from '../values/blank.ts';

/** Each column with what it is for. */
export function describeColumns(table: Table, description: Description): SourceColumn[] {
  const columns: SourceColumn[] = table.headers.map((headers, i) => ({ index: i + 1, headers, role: 'empty' }));
  const at = (column: number) => columns[column - 1];
  for (const [column, metadata] of description.metadata) Object.assign(at(column) ?? {}, { role: 'metadata', metadata });
  for (const column of description.left?.keys() ?? []) Object.assign(at(column) ?? {}, { role: 'summary' });
  for (const group of description.groups) {
    const role = group.layout === 'column' || group.layout === 'joined' ? 'value' : group.layout === 'rows' ? (group.type === 'numbers' ? 'item' : 'row') : 'option';
    for (const item of group.items) {
      Object.assign(at(item.column) ?? {}, { role, question: group.id, ...(role === 'value' ? {} : { item: item.label }), ...(item.code !== undefined ? { itemCode: item.code } : {}) });
    }
    for (const column of group.otherColumns ?? []) Object.assign(at(column) ?? {}, { role: 'other', question: group.id });
    for (const column of group.commentColumns ?? []) Object.assign(at(column) ?? {}, { role: 'comment', question: group.id });
    if (group.summaryColumn) Object.assign(at(group.summaryColumn) ?? {}, { role: 'summary', question: group.id });
  }
  return columns.filter((column) => column.role !== 'empty' || !isTrailing(table, column, columns));
}

/** Blank columns after the last used one do not exist for anybody. */
function isTrailing(table: Table, column: SourceColumn, columns: SourceColumn[]): boolean {
  return columns.slice(column.index - 1).every((other) => other.role === 'empty' && other.headers.every(isBlank)) && table.headers.length > 0;
}
