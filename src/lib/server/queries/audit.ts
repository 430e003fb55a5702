import { and, desc, eq, gt, like, type SQL } from 'drizzle-orm';
import type { WorkshopReader } from '../db/databases.ts';
import { auditEvent } from '../db/workshop.schema.ts';

/**
 * Rights and audit events are the same word.
 * Accounts add theirs (`account.create`, …): any `noun.verb` is accepted.
 */
export type AuditAction = `${string}.${string}`;

export type AuditEntry = {
  /** E-mail or identifier of who did it; `commande` for the command line. */
  actor: string;
  action: AuditAction;
  /** What it was done to: `edition:2025.1`, `deposit:…`, `initiative:lyon-calim8`. */
  subject: string;
  /** Facts to read later; never a password, a token or an answer. */
  details: Record<string, unknown>;
};

export type AuditEvent = AuditEntry & { id: number; at: string };

/** Writes who did what, in the transaction of what was done: one is never there without the other. @returns its number */
export async function recordAudit(tx: WorkshopReader, entry: AuditEntry): Promise<number> {
  const [row] = await tx.insert(auditEvent).values({ ...entry, at: new Date().toISOString() }).returning({ id: auditEvent.id });
  return row?.id ?? 0;
}

/** One event, or undefined. */
export async function findAudit(db: WorkshopReader, id: number): Promise<AuditEvent | undefined> {
  const [row] = await db.select().from(auditEvent).where(eq(auditEvent.id, id));
  return row && { ...row, action: row.action as AuditAction };
}

/** Events, newest first. */
export async function listAudit(
  db: WorkshopReader,
  { limit = 100, offset = 0, actor, subject }: { limit?: number; offset?: number; actor?: string; subject?: string } = {}
): Promise<AuditEvent[]> {
  const conditions: SQL[] = [];
  if (actor) conditions.push(eq(auditEvent.actor, actor));
  if (subject) conditions.push(eq(auditEvent.subject, subject));
  const rows = await db
    .select()
    .from(auditEvent)
    .where(and(...conditions))
    .orderBy(desc(auditEvent.id))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => ({ ...row, action: row.action as AuditAction }));
}

/** Identifier of the newest event of all, or 0: it grows with every change of the workshop. */
export async function lastAuditId(db: WorkshopReader): Promise<number> {
  const rows = await db.select({ id: auditEvent.id }).from(auditEvent).orderBy(desc(auditEvent.id)).limit(1);
  return rows[0]?.id ?? 0;
}

/** Identifier of the newest event of an action, or 0. */
export async function lastAudit(db: WorkshopReader, action: AuditAction): Promise<number> {
  const rows = await db.select({ id: auditEvent.id }).from(auditEvent).where(eq(auditEvent.action, action)).orderBy(desc(auditEvent.id)).limit(1);
  return rows[0]?.id ?? 0;
}

/** Who did actions of these kinds after an event. */
export async function actorsSince(db: WorkshopReader, after: number, prefixes: string[]): Promise<Set<string>> {
  const actors = new Set<string>();
  for (const prefix of prefixes) {
    const rows = await db
      .selectDistinct({ actor: auditEvent.actor })
      .from(auditEvent)
      .where(and(gt(auditEvent.id, after), like(auditEvent.action, `${prefix}%`)));
    for (const row of rows) actors.add(row.actor);
  }
  return actors;
}
