import { blob, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Who stands behind a confidential table, with names: compressed JSON of a `TableBasis`, once for each content. It stays in the workshop; the next
 * edition is set against it so that two editions together tell of nobody.
 */
export const editionBasis = sqliteTable('edition_basis', {
  /** SHA-256 of the JSON, hexadecimal. */
  sha256: text().primaryKey(),
  content: blob({ mode: 'buffer' }).notNull()
});

/** The basis of each confidential table of each edition. */
export const editionTableBasis = sqliteTable(
  'edition_table_basis',
  {
    version: text().notNull(),
    table: text().notNull(),
    sha256: text().notNull().references(() => editionBasis.sha256)
  },
  (t) => [primaryKey({ columns: [t.version, t.table] })]
);
