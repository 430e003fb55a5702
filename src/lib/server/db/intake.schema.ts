import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { deposit } from './workshop.schema.ts';
import type { Decisions } from '../../reading/types.ts';
import type { DecisionChange } from '../wave-intake/decision-changes.ts';

/** One step of the decisions about a deposit: who changed what, when. Rows are added, never changed. */
export const depositDecision = sqliteTable(
  'deposit_decision',
  {
    id: integer().primaryKey(),
    deposit: text().notNull().references(() => deposit.id),
    /** Revision of the deposit that this step made. */
    revision: integer().notNull(),
    at: text().notNull(),
    actor: text().notNull(),
    changes: text({ mode: 'json' }).$type<DecisionChange[]>().notNull(),
    /** The step that this one takes back. */
    undoes: integer()
  },
  (t) => [index('deposit_decision_deposit').on(t.deposit, t.id)]
);

/** What was decided of a committed deposit and will be met again: proposed at the next deposit of the same kind. */
export const rememberedDecision = sqliteTable(
  'remembered_decision',
  {
    /** Name of the survey tool that wrote the file. */
    tool: text().notNull(),
    kind: text({ enum: ['question', 'option', 'ask', 'match'] }).notNull(),
    /** Folded header, `question text`, `ask header` or identifier: see `wave-intake/memory-keys.ts`. */
    key: text().notNull(),
    value: text().notNull(),
    wave: text().notNull(),
    at: text().notNull(),
    actor: text().notNull()
  },
  (t) => [primaryKey({ columns: [t.tool, t.kind, t.key] })]
);

/** How far the reading of a large deposit is. No row: it was never long. */
export const depositJob = sqliteTable('deposit_job', {
  deposit: text().primaryKey().references(() => deposit.id),
  step: text().notNull(),
  /** 0 to 1. */
  done: real().notNull(),
  status: text({ enum: ['running', 'done', 'cancelled', 'failed'] }).notNull(),
  startedAt: text('started_at').notNull(),
  updatedAt: text('updated_at').notNull()
});

/** A deposit as it was committed, kept when it is opened again to be amended. Rows are added, never changed. */
export const depositCommit = sqliteTable(
  'deposit_commit',
  {
    id: integer().primaryKey(),
    deposit: text().notNull().references(() => deposit.id),
    revision: integer().notNull(),
    committedAt: text('committed_at').notNull(),
    committedBy: text('committed_by').notNull(),
    codebookVersion: integer('codebook_version'),
    decisions: text({ mode: 'json' }).$type<Decisions>().notNull(),
    summary: text(),
    /** When it was opened again, by whom and why. */
    reopenedAt: text('reopened_at').notNull(),
    reopenedBy: text('reopened_by').notNull(),
    reason: text().notNull()
  },
  (t) => [index('deposit_commit_deposit').on(t.deposit, t.id)]
);
