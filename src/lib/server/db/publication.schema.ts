import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Text } from '../../domain/language.ts';
import type { Initiative } from '../../domain/census/initiative.ts';
import type { PublishedWave } from '../../domain/confidentiality/edition.ts';
import type { PublishedTable } from '../../domain/confidentiality/published.ts';

/**
 * An edition. Its row is written last, so nothing of an edition can be seen before all of it is there; that is
 * also why the other tables cannot refer to it by a foreign key. Triggers refuse any change to what is published.
 */
export const edition = sqliteTable('edition', {
  version: text().primaryKey(),
  /** Order of versions: `2025.10` comes after `2025.9`. */
  year: integer().notNull(),
  number: integer().notNull(),
  publishedAt: text('published_at').notNull(),
  title: text({ mode: 'json' }).$type<Text>().notNull(),
  note: text({ mode: 'json' }).$type<Text>().notNull(),
  status: text({ enum: ['published', 'withdrawn'] }).notNull(),
  withdrawnAt: text('withdrawn_at'),
  withdrawalReason: text('withdrawal_reason', { mode: 'json' }).$type<Text>(),
  successor: text(),
  contentHash: text('content_hash').notNull()
});

export const editionInitiative = sqliteTable(
  'edition_initiative',
  {
    version: text().notNull(),
    slug: text().notNull(),
    content: text({ mode: 'json' }).$type<Initiative>().notNull()
  },
  (t) => [primaryKey({ columns: [t.version, t.slug] })]
);

export const editionWave = sqliteTable(
  'edition_wave',
  {
    version: text().notNull(),
    wave: text().notNull(),
    content: text({ mode: 'json' }).$type<PublishedWave>().notNull()
  },
  (t) => [primaryKey({ columns: [t.version, t.wave] })]
);

export const editionTable = sqliteTable(
  'edition_table',
  {
    version: text().notNull(),
    id: text().notNull(),
    position: integer().notNull(),
    indicator: text().notNull(),
    breakdown: text(),
    wave: text().notNull(),
    measure: text().notNull(),
    content: text({ mode: 'json' }).$type<PublishedTable>().notNull()
  },
  (t) => [primaryKey({ columns: [t.version, t.id] }), index('edition_table_indicator').on(t.version, t.indicator)]
);

export const editionText = sqliteTable(
  'edition_text',
  {
    version: text().notNull(),
    key: text().notNull(),
    value: text({ mode: 'json' }).$type<Text>().notNull()
  },
  (t) => [primaryKey({ columns: [t.version, t.key] })]
);
