import { sql } from 'drizzle-orm';
import { blob, check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Text } from '../../domain/language.ts';
import type { Codebook } from '../../domain/questionnaire/codebook.ts';
import type { Indicator } from '../../domain/indicators/definition.ts';
import type { Decisions } from '../../reading/types.ts';
import type { AnswerKey, StoredAnswers } from '../queries/answer-codec.ts';

/** Current values of the census. How each field came to its value is in `initiative_change`. */
export const initiative = sqliteTable('initiative', {
  slug: text().primaryKey(),
  name: text().notNull(),
  kind: text().notNull(),
  status: text().notNull(),
  provenance: text({ enum: ['documented', 'synthetic'] }).notNull(),
  territory: text().notNull(),
  startedOn: text('started_on'),
  endedOn: text('ended_on'),
  leadName: text('lead_name'),
  leadType: text('lead_type').notNull(),
  participants: integer(),
  participantsUnit: text('participants_unit', { enum: ['personnes', 'foyers'] }),
  participantsAsOf: text('participants_as_of'),
  contribution: text(),
  allocation: text(),
  fundingFacts: text('funding_facts'),
  confidence: text(),
  sources: text({ mode: 'json' }).$type<string[]>().notNull(),
  verifiedOn: text('verified_on'),
  partners: text(),
  links: text({ mode: 'json' }).$type<string[]>(),
  objectives: text({ mode: 'json' }).$type<string[]>()
});

/** Where an initiative is. Position 0 is the seat. */
export const initiativePlace = sqliteTable(
  'initiative_place',
  {
    initiative: text().notNull().references(() => initiative.slug, { onDelete: 'cascade' }),
    position: integer().notNull(),
    role: text({ enum: ['seat', 'area'] }).notNull(),
    commune: text(),
    communeName: text('commune_name'),
    departement: text().notNull(),
    region: text().notNull(),
    epci: text(),
    longitude: real().notNull(),
    latitude: real().notNull(),
    precision: text().notNull()
  },
  (t) => [primaryKey({ columns: [t.initiative, t.position] }), index('initiative_place_departement').on(t.departement)]
);

/** One field of one initiative took a new value. Rows are added, never changed. */
export const initiativeChange = sqliteTable(
  'initiative_change',
  {
    id: integer().primaryKey(),
    initiative: text().notNull(),
    field: text().notNull(),
    before: text(),
    after: text(),
    /** UTC, ISO 8601. */
    at: text().notNull(),
    actor: text().notNull(),
    reason: text().notNull(),
    source: text()
  },
  (t) => [index('initiative_change_initiative').on(t.initiative, t.id)]
);

/** What an initiative answered under, learned from accepted matches and proposed at the next wave. */
export const initiativeIdentifier = sqliteTable(
  'initiative_identifier',
  {
    initiative: text().notNull().references(() => initiative.slug, { onDelete: 'cascade' }),
    kind: text({ enum: ['email', 'siret', 'token', 'name'] }).notNull(),
    value: text().notNull(),
    wave: text().notNull()
  },
  (t) => [primaryKey({ columns: [t.initiative, t.kind, t.value] })]
);

/** A census file that was loaded. */
export const censusImport = sqliteTable('census_import', {
  id: integer().primaryKey(),
  filename: text().notNull(),
  sha256: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  rows: integer().notNull(),
  at: text().notNull(),
  actor: text().notNull()
});

export const wave = sqliteTable('wave', {
  id: text().primaryKey(),
  title: text({ mode: 'json' }).$type<Text>().notNull(),
  openedOn: text('opened_on').notNull(),
  closedOn: text('closed_on').notNull(),
  provenance: text({ enum: ['real', 'synthetic'] }).notNull(),
  /** `draft` until a deposit is committed. */
  status: text({ enum: ['draft', 'loaded'] }).notNull(),
  /** Version of the codebook in use. */
  codebookVersion: integer('codebook_version').notNull(),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull()
});

/** Every version of a questionnaire is kept: a response is read with the one in use when it was committed. */
export const codebook = sqliteTable(
  'codebook',
  {
    wave: text().notNull().references(() => wave.id),
    version: integer().notNull(),
    content: text({ mode: 'json' }).$type<Codebook>().notNull(),
    at: text().notNull(),
    actor: text().notNull()
  },
  (t) => [primaryKey({ columns: [t.wave, t.version] })]
);

/** The initiatives that were asked, frozen when the wave's first file is committed. */
export const waveFrame = sqliteTable(
  'wave_frame',
  {
    wave: text().notNull().references(() => wave.id),
    initiative: text().notNull().references(() => initiative.slug)
  },
  (t) => [primaryKey({ columns: [t.wave, t.initiative] })]
);

/** A deposited file: its bytes for ever (in `deposit_part`), and what was decided about it. */
export const deposit = sqliteTable(
  'deposit',
  {
    id: text().primaryKey(),
    wave: text().notNull().references(() => wave.id),
    filename: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    status: text({ enum: ['received', 'committed', 'replaced'] }).notNull(),
    at: text().notNull(),
    actor: text().notNull(),
    decisions: text({ mode: 'json' }).$type<Decisions>().notNull(),
    /** Grows by one at each change of the decisions, so that two editors cannot overwrite each other unseen. */
    revision: integer().notNull().default(0),
    committedAt: text('committed_at'),
    committedBy: text('committed_by'),
    codebookVersion: integer('codebook_version'),
    /** Tool, mapping and accounting as committed, as JSON. */
    summary: text()
  },
  (t) => [uniqueIndex('deposit_wave_sha256').on(t.wave, t.sha256)]
);

/** The bytes of a deposited file, in the order of their number. */
export const depositPart = sqliteTable(
  'deposit_part',
  {
    deposit: text().notNull().references(() => deposit.id),
    number: integer().notNull(),
    /** The bytes are a raw deflate stream of those of the file. */
    deflated: integer({ mode: 'boolean' }).notNull(),
    bytes: blob({ mode: 'buffer' }).notNull()
  },
  (t) => [primaryKey({ columns: [t.deposit, t.number] })]
);

/** One initiative's answers to one wave, kept together: 100,000 × 60 answers load and read as 100,000 rows. */
export const response = sqliteTable(
  'response',
  {
    id: integer().primaryKey(),
    wave: text().notNull().references(() => wave.id),
    initiative: text().notNull().references(() => initiative.slug),
    deposit: text().notNull().references(() => deposit.id),
    row: integer().notNull(),
    submittedAt: text('submitted_at'),
    /** See `queries/answer-codec.ts`. */
    answers: text({ mode: 'json' }).$type<StoredAnswers>().notNull()
  },
  (t) => [uniqueIndex('response_wave_initiative').on(t.wave, t.initiative), index('response_deposit').on(t.deposit)]
);

/** What the numbers in the answers of a deposit's responses stand for. */
export const answerKey = sqliteTable('answer_key', {
  deposit: text().primaryKey().references(() => deposit.id),
  questions: text({ mode: 'json' }).$type<AnswerKey>().notNull()
});

/** Publishable figures added by editors, beside those shipped in `data/indicators`. */
export const indicator = sqliteTable('indicator', {
  id: text().primaryKey(),
  definition: text({ mode: 'json' }).$type<Indicator>().notNull(),
  at: text().notNull(),
  actor: text().notNull()
});

/** An edition about to be written in the other database, then known to be there. */
export const editionIntent = sqliteTable(
  'edition_intent',
  {
    version: text().primaryKey(),
    status: text({ enum: ['intent', 'confirmed', 'abandoned'] }).notNull(),
    contentHash: text('content_hash').notNull(),
    at: text().notNull(),
    actor: text().notNull(),
    settledAt: text('settled_at')
  },
  (t) => [check('edition_intent_version', sql`${t.version} like '____.%'`)]
);

/** Who did what. Written in the transaction of what it tells. */
export const auditEvent = sqliteTable(
  'audit_event',
  {
    id: integer().primaryKey(),
    at: text().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    details: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull()
  },
  (t) => [index('audit_event_subject').on(t.subject)]
);

/** Sentences of the public site that editors may change. */
export const editorialText = sqliteTable('text', {
  key: text().primaryKey(),
  value: text({ mode: 'json' }).$type<Text>().notNull(),
  at: text().notNull(),
  actor: text().notNull()
});
