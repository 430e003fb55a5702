import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Text } from '../../domain/language.ts';
import { initiative, initiativeChange } from './workshop.schema.ts';

/** What an initiative is besides its values: in the census, or archived, or merged into another. No row: in the census. */
export const initiativeState = sqliteTable(
  'initiative_state',
  {
    initiative: text()
      .primaryKey()
      .references(() => initiative.slug, { onDelete: 'cascade' }),
    archivedAt: text('archived_at').notNull(),
    archivedBy: text('archived_by').notNull(),
    /** The initiative that took it in; its address leads there. Null when it was only archived. */
    mergedInto: text('merged_into').references(() => initiative.slug)
  },
  (t) => [index('initiative_state_merged_into').on(t.mergedInto)]
);

/** What is known of a change besides its values. No row: nothing more than the change itself. */
export const changeDetail = sqliteTable('change_detail', {
  change: integer()
    .primaryKey()
    .references(() => initiativeChange.id),
  /** When the value was true, ISO 8601, as precise as known; it may be long before it was written down. */
  asOf: text('as_of'),
  /** Editors' confidence in this value: `H`, `M`, `L`. */
  confidence: text(),
  /** The public message that asked for it. */
  correction: text(),
  /** The change that this one takes back. */
  undoes: integer().references(() => initiativeChange.id)
});

/** What a visitor says is wrong. Nothing tells who they are: see docs/decisions. */
export const correction = sqliteTable(
  'correction',
  {
    id: text().primaryKey(),
    /** Address of the page it was sent from; the initiative may have been archived since. */
    initiative: text().notNull(),
    what: text().notNull(),
    how: text().notNull(),
    lang: text({ enum: ['fr', 'en'] }).notNull(),
    at: text().notNull(),
    status: text({ enum: ['received', 'accepted', 'refused'] }).notNull(),
    /** SHA-256 of the token of the private page, hexadecimal. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Keyed hash of the sender's network address and of the day; erased once decided. */
    addressHash: text('address_hash'),
    /** Shown to the sender. */
    answer: text(),
    decidedAt: text('decided_at'),
    decidedBy: text('decided_by')
  },
  (t) => [index('correction_status').on(t.status, t.at), index('correction_address').on(t.addressHash, t.at)]
);

/** A census file that editors compare with the census, line by line. */
export const censusProposal = sqliteTable('census_proposal', {
  id: text().primaryKey(),
  filename: text().notNull(),
  sha256: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  status: text({ enum: ['open', 'closed'] }).notNull(),
  at: text().notNull(),
  actor: text().notNull(),
  closedAt: text('closed_at'),
  closedBy: text('closed_by')
});

/** What counts as an initiative, and as a caisse, since when. Rows are added, never changed. */
export const perimeterDefinition = sqliteTable('perimeter_definition', {
  version: integer().primaryKey(),
  /** First day it applies, ISO 8601. */
  since: text().notNull(),
  initiative: text({ mode: 'json' }).$type<Text>().notNull(),
  caisse: text({ mode: 'json' }).$type<Text>().notNull(),
  /** Why it changed. */
  note: text({ mode: 'json' }).$type<Text>().notNull(),
  at: text().notNull(),
  actor: text().notNull()
});
