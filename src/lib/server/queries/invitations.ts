import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Role } from '../../domain/accounts/rights.ts';
import { hashToken, newToken } from '../accounts/token.ts';
import { invitation, user } from '../db/accounts.schema.ts';
import type { WorkshopDatabase, WorkshopReader, WorkshopTransaction } from '../db/databases.ts';
import { recordAudit } from './audit.ts';

export type Invitation = typeof invitation.$inferSelect;

const DAYS = 24 * 3600 * 1000;

type NewInvitation = {
  role: Role;
  /** Who invites, as the audit list names them. */
  actor: string;
  invitedBy?: string;
  recipient?: string;
  /** Account whose password the link replaces. */
  resets?: string;
  days?: number;
  now: Date;
};

/** Creates a one-time link and returns its secret, which is shown once and kept nowhere. */
export async function createInvitation(db: WorkshopDatabase, values: NewInvitation): Promise<{ id: string; token: string; expiresAt: string }> {
  const token = newToken();
  const id = randomUUID();
  const expiresAt = new Date(values.now.getTime() + (values.days ?? 7) * DAYS).toISOString();
  await db.transaction(async (tx) => {
    await tx.insert(invitation).values({
      id,
      tokenHash: hashToken(token),
      role: values.role,
      resets: values.resets,
      recipient: values.recipient,
      invitedBy: values.invitedBy,
      createdAt: values.now.toISOString(),
      expiresAt
    });
    await recordAudit(tx, {
      actor: values.actor,
      action: 'account.invite',
      subject: `invitation:${id}`,
      details: { role: values.role, ...(values.recipient ? { recipient: values.recipient } : {}) }
    });
  });
  return { id, token, expiresAt };
}

const open = (token: string, now: Date) =>
  and(eq(invitation.tokenHash, hashToken(token)), isNull(invitation.usedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now.toISOString()));

/** The invitation that a secret opens; undefined when it is unknown, used, revoked or out of date. */
export async function findOpenInvitation(db: WorkshopReader, token: string, now: Date): Promise<(Invitation & { resetsEmail?: string }) | undefined> {
  const [found] = await db
    .select({ invitation, email: user.email })
    .from(invitation)
    .leftJoin(user, eq(user.id, invitation.resets))
    .where(open(token, now));
  return found && { ...found.invitation, resetsEmail: found.email ?? undefined };
}

/** Uses up an invitation within the transaction that opens the account: of two that try, one gets it. */
export async function consumeInvitation(tx: WorkshopTransaction, token: string, now: Date): Promise<Invitation | undefined> {
  const [used] = await tx.update(invitation).set({ usedAt: now.toISOString() }).where(open(token, now)).returning();
  return used;
}

/** Says whose account the invitation opened. */
export async function nameInvited(tx: WorkshopTransaction, id: string, account: string): Promise<void> {
  await tx.update(invitation).set({ usedBy: account }).where(eq(invitation.id, id));
}

/** Every invitation, newest first. */
export async function listInvitations(db: WorkshopDatabase): Promise<Invitation[]> {
  return db.select().from(invitation).orderBy(desc(invitation.createdAt));
}

/** Closes an invitation that was not used. */
export async function revokeInvitation(db: WorkshopDatabase, id: string, actor: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const closed = await tx
      .update(invitation)
      .set({ revokedAt: now.toISOString() })
      .where(and(eq(invitation.id, id), isNull(invitation.usedAt), isNull(invitation.revokedAt)))
      .returning({ id: invitation.id });
    if (closed.length) await recordAudit(tx, { actor, action: 'account.uninvite', subject: `invitation:${id}`, details: {} });
  });
}

/** Closes the open links that a new start replaces: those for the first administrator. */
export async function closeUnclaimed(db: WorkshopDatabase, now: Date): Promise<void> {
  await db
    .update(invitation)
    .set({ revokedAt: now.toISOString() })
    .where(and(eq(invitation.role, 'administrator'), isNull(invitation.invitedBy), isNull(invitation.usedAt), isNull(invitation.revokedAt), isNull(invitation.resets)));
}
