import { every } from '../shape/profile.ts';
import { readTick } from '../values/booleans.ts';
import { fold } from '../values/fold.ts';
import { isOtherWord } from '../values/other-words.ts';
import { shapeOf } from './limesurvey/groups.ts';
import type { Draft } from './draft.ts';
import type { Table } from './tool.ts';

/** Columns that share a heading: ticks, numbers, a scale, or only neighbours. */
export function addGroup(table: Table, draft: Draft, labels: string[], label: string, from: number): void {
  const columns = labels.map((_, i) => from + i);
  const items = columns.map((column, i) => ({ column, label: labels[i]! }));
  const others = items.filter((item) => isOtherWord(item.label) && table.profile(item.column).filled > 0 && !every(table.profile(item.column), (text) => readTick(text) !== undefined || fold(text) === fold(item.label)));
  const options = items.filter((item) => !others.includes(item));
  const holdsLabel = options.length > 0 && options.some((item) => table.profile(item.column).filled > 0) && options.every((item) => table.profile(item.column).filled === 0 || every(table.profile(item.column), (text) => fold(text) === fold(item.label)));
  const shape = shapeOf(table, columns);
  const otherShape = others.length > 0 && options.length > 0 ? shapeOf(table, options.map((item) => item.column)) : shape;
  if (holdsLabel) draft.add({ id: label, label, layout: 'labels', type: 'multiple', items: options, ...otherOf(others) });
  else if (otherShape === 'indicators') draft.add({ id: label, label, layout: 'indicators', type: 'multiple', items: options, ...otherOf(others) });
  else if (shape === 'texts') items.forEach((item) => draft.column(item.column, `${label} [${item.label}]`));
  else draft.add({ id: label, label, layout: 'rows', type: shape === 'numbers' ? 'numbers' : 'grid', items });
}

function otherOf(others: { column: number }[]): { otherColumns?: number[] } {
  return others.length > 0 ? { otherColumns: others.map(({ column }) => column) } : {};
}
