import { and, asc, count, desc, eq, inArray, ne, or, isNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { ROLES, holds, type Right, type Role } from '../../domain/accounts/rights.ts';
import { account, session, twoFactor, user } from '../db/accounts.schema.ts';
import type { WorkshopDatabase, WorkshopReader, WorkshopTransaction } from '../db/databases.ts';
import { recordAudit } from './audit.ts';
import { consumeInvitation, findOpenInvitation, nameInvited } from './invitations.ts';

export type AccountRow = { id: string; name: string; email: string; role: string; banned: boolean; twoFactor: boolean; createdAt: string };

/** Every account, by name. */
export async function listAccounts(db: WorkshopReader): Promise<AccountRow[]> {
  const rows = await db.select().from(user).orderBy(asc(user.name));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role ?? 'reader',
    banned: row.banned ?? false,
    twoFactor: row.twoFactorEnabled ?? false,
    createdAt: row.createdAt
  }));
}

/** How many open accounts hold a right. */
export async function countHolders(db: WorkshopReader, right: Right): Promise<number> {
  const roles = ROLES.filter((role) => holds(role, right));
  const [row] = await db
    .select({ n: count() })
    .from(user)
    .where(and(inArray(user.role, roles), or(eq(user.banned, false), isNull(user.banned))));
  return row?.n ?? 0;
}

/** The account of an e-mail address, whatever its capitals. */
export async function findByEmail(db: WorkshopReader, email: string): Promise<AccountRow | undefined> {
  return (await listAccounts(db)).find((row) => row.email === email.trim().toLowerCase());
}

type NewAccount = { name: string; email: string; passwordHash: string };

/**
 * Opens the account of an invitation, or replaces the password of the one it names, in one transaction with the use of
 * the link. `used`: the link does not open anything any more; `taken`: the address has an account already.
 */
export async function claimInvitation(db: WorkshopDatabase, token: string, values: NewAccount, now: Date): Promise<'done' | 'used' | 'taken'> {
  const at = now.toISOString();
  const email = values.email.trim().toLowerCase();
  return db.transaction(async (tx) => {
    const found = await findOpenInvitation(tx, token, now);
    if (found?.resets) {
      await consumeInvitation(tx, token, now);
      await replacePassword(tx, found.resets, values.passwordHash, at);
      return 'done';
    }
    // Looked at first, so that an address which has an account does not use up the link.
    const [taken] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (found && taken) return 'taken';
    const invitation = await consumeInvitation(tx, token, now);
    if (!invitation) return 'used';
    const id = randomUUID();
    await tx.insert(user).values({ id, name: values.name, email, emailVerified: true, role: invitation.role, createdAt: at, updatedAt: at });
    await tx.insert(account).values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: values.passwordHash, createdAt: at, updatedAt: at });
    await nameInvited(tx, invitation.id, id);
    await recordAudit(tx, { actor: email, action: 'account.open', subject: `account:${email}`, details: { role: invitation.role } });
    return 'done';
  });
}

/** A forgotten password: everything that opened the account before is closed, the second factor included. */
async function replacePassword(tx: WorkshopTransaction, id: string, passwordHash: string, at: string): Promise<void> {
  await tx.update(account).set({ password: passwordHash, updatedAt: at }).where(and(eq(account.userId, id), eq(account.providerId, 'credential')));
  await tx.delete(twoFactor).where(eq(twoFactor.userId, id));
  await tx.delete(session).where(eq(session.userId, id));
  const [row] = await tx.update(user).set({ twoFactorEnabled: false, updatedAt: at }).where(eq(user.id, id)).returning({ email: user.email });
  await recordAudit(tx, { actor: row?.email ?? id, action: 'account.recover', subject: `account:${row?.email ?? id}`, details: {} });
}

/** Gives an account another role; `last` when it would leave the observatory without an administrator. */
export async function setRole(db: WorkshopDatabase, id: string, role: Role, actor: string, now: Date): Promise<'done' | 'last'> {
  return db.transaction(async (tx) => {
    if (role !== 'administrator' && (await isLastAdministrator(tx, id))) return 'last';
    const [row] = await tx.update(user).set({ role, updatedAt: now.toISOString() }).where(eq(user.id, id)).returning({ email: user.email });
    if (row) await recordAudit(tx, { actor, action: 'account.role', subject: `account:${row.email}`, details: { role } });
    return 'done';
  });
}

/** Closes an account and its sessions, or opens it again. */
export async function setClosed(db: WorkshopDatabase, id: string, closed: boolean, actor: string, now: Date): Promise<'done' | 'last'> {
  return db.transaction(async (tx) => {
    if (closed && (await isLastAdministrator(tx, id))) return 'last';
    const [row] = await tx.update(user).set({ banned: closed, updatedAt: now.toISOString() }).where(eq(user.id, id)).returning({ email: user.email });
    if (closed) await tx.delete(session).where(eq(session.userId, id));
    if (row) await recordAudit(tx, { actor, action: closed ? 'account.close' : 'account.reopen', subject: `account:${row.email}`, details: {} });
    return 'done';
  });
}

async function isLastAdministrator(tx: WorkshopTransaction, id: string): Promise<boolean> {
  const others = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.role, 'administrator'), ne(user.id, id), or(eq(user.banned, false), isNull(user.banned))))
    .limit(1);
  return others.length === 0;
}

export type SessionRow = { id: string; createdAt: string; updatedAt: string; expiresAt: string; ipAddress: string | null; userAgent: string | null };

/** The open sessions of an account, last used first. */
export async function listSessions(db: WorkshopReader, userId: string, now: Date): Promise<SessionRow[]> {
  const rows = await db.select().from(session).where(eq(session.userId, userId)).orderBy(desc(session.updatedAt));
  return rows.filter((row) => row.expiresAt > now.toISOString());
}

/** Ends one session of an account. */
export async function revokeSession(db: WorkshopDatabase, userId: string, id: string): Promise<void> {
  await db.delete(session).where(and(eq(session.userId, userId), eq(session.id, id)));
}

/** Ends every session of an account but one. */
export async function revokeOtherSessions(db: WorkshopDatabase, userId: string, kept: string): Promise<void> {
  await db.delete(session).where(and(eq(session.userId, userId), ne(session.id, kept)));
}
