import type { Text } from '#lib/domain/language.ts';

/** A cell of a file. `undefined` is written as an empty cell: a column that may lack its number has a status column beside. */
export type Cell = string | number | undefined;

/** One column of a file, described once for the file, the dictionary and the API. */
export type Column<T> = {
  /** Name in files: lower case, English, stable. */
  name: string;
  description: Text;
  type: 'text' | 'number' | 'date';
  value: (row: T) => Cell;
};

/** Rows of a file, in the order of its columns. */
export function toRows<T>(columns: readonly Column<T>[], items: readonly T[]): Cell[][] {
  return items.map((item) => columns.map((column) => column.value(item)));
}
