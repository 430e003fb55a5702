import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/*
 * Accounts, in the workshop database. Property names are those that better-auth addresses (e-mail and password,
 * admin, two-factor, database rate limit); times are UTC ISO 8601 text, which its adapter writes and reads.
 */

export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text('image'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  role: text('role'),
  banned: integer('banned', { mode: 'boolean' }).default(false),
  banReason: text('ban_reason'),
  banExpires: text('ban_expires'),
  twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }).default(false)
});

export const session = sqliteTable(
  'session',
  {
    id: text('id').primaryKey(),
    expiresAt: text('expires_at').notNull(),
    token: text('token').notNull().unique(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    impersonatedBy: text('impersonated_by')
  },
  (table) => [index('session_user').on(table.userId)]
);

export const account = sqliteTable(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: text('access_token_expires_at'),
    refreshTokenExpiresAt: text('refresh_token_expires_at'),
    scope: text('scope'),
    /** scrypt, as better-auth writes it. */
    password: text('password'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull()
  },
  (table) => [index('account_user').on(table.userId)]
);

export const verification = sqliteTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: text('expires_at').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull()
  },
  (table) => [index('verification_identifier').on(table.identifier)]
);

export const twoFactor = sqliteTable(
  'two_factor',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    verified: integer('verified', { mode: 'boolean' }).default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    lockedUntil: text('locked_until')
  },
  (table) => [index('two_factor_user').on(table.userId), index('two_factor_secret').on(table.secret)]
);

export const rateLimit = sqliteTable('rate_limit', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  /** Milliseconds since 1970, as better-auth compares them. */
  lastRequest: integer('last_request', { mode: 'number' }).notNull()
});

/** One-time links: each opens one account (or gives one a new password), once, before its end. Only the hash of the token is kept. */
export const invitation = sqliteTable('invitation', {
  id: text('id').primaryKey(),
  /** SHA-256 of the token, hexadecimal. */
  tokenHash: text('token_hash').notNull().unique(),
  role: text('role').notNull(),
  /** The account whose password it replaces; null when it opens a new one. */
  resets: text('resets').references(() => user.id, { onDelete: 'cascade' }),
  /** For whom, in the words of the person who invites. */
  recipient: text('recipient'),
  invitedBy: text('invited_by').references(() => user.id, { onDelete: 'set null' }),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
  usedBy: text('used_by').references(() => user.id, { onDelete: 'set null' }),
  revokedAt: text('revoked_at')
});
