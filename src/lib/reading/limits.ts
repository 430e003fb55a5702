/** What a deposited file may cost at most. Beyond, it is refused before being read. */
export const LIMITS = {
  /** Bytes as deposited. */
  fileBytes: 120_000_000,
  /** Bytes of all the entries of a ZIP container once unpacked, as its directory declares them. */
  unpackedBytes: 900_000_000,
  /** Bytes of one unpacked part that has to be held whole (shared strings, styles, an ODS document). */
  partBytes: 150_000_000,
  /** Unpacked to packed: real sheets stay under 100, bombs are near 1,000. */
  ratio: 250,
  /** The ratio only matters above this size. */
  ratioBytes: 10_000_000,
  entries: 5_000,
  columns: 4_096,
  rows: 1_000_000,
  cells: 30_000_000,
  cellCharacters: 1_000_000,
  /** After that many empty rows, what follows does not belong to the table. */
  emptyRun: 1_000,
  strayRows: 1_000,
  sheets: 200
} as const;
