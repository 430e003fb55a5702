import { and, eq, sql } from 'drizzle-orm';
import type { FieldChange } from '#lib/domain/census/history.ts';
import { changeDetail, initiativeState } from '../db/census.schema.ts';
import type { WorkshopTransaction } from '../db/databases.ts';
import { initiativeChange } from '../db/workshop.schema.ts';

/** Who changes, why, and what is known of the new values. */
export type ChangeNote = {
  actor: string;
  reason: string;
  source?: string | undefined;
  asOf?: string | undefined;
  confidence?: string | undefined;
  correction?: string | undefined;
  undoes?: number | undefined;
};

/** Adds changes to the history. @returns their numbers, in the order given */
export async function recordChanges(tx: WorkshopTransaction, changes: FieldChange[], note: ChangeNote, at: string): Promise<number[]> {
  const { actor, reason, source, asOf, confidence, correction, undoes } = note;
  const detailed = asOf || confidence || correction || undoes !== undefined;
  const ids: number[] = [];
  for (const change of changes) {
    const [row] = await tx
      .insert(initiativeChange)
      .values({ ...change, at, actor, reason, source: source || null })
      .returning({ id: initiativeChange.id });
    if (!row) continue;
    ids.push(row.id);
    if (detailed) {
      await tx.insert(changeDetail).values({ change: row.id, asOf: asOf || null, confidence: confidence || null, correction: correction ?? null, undoes: undoes ?? null });
    }
  }
  return ids;
}

/** Takes an initiative out of the census; `mergedInto` when another took it in. Its rows stay. */
export async function markArchived(tx: WorkshopTransaction, slug: string, state: { at: string; actor: string; mergedInto?: string }): Promise<void> {
  const values = { archivedAt: state.at, archivedBy: state.actor, mergedInto: state.mergedInto ?? null };
  await tx.insert(initiativeState).values({ initiative: slug, ...values }).onConflictDoUpdate({ target: initiativeState.initiative, set: values });
}

/** Puts an archived initiative back. */
export async function markRestored(tx: WorkshopTransaction, slug: string): Promise<void> {
  await tx.delete(initiativeState).where(eq(initiativeState.initiative, slug));
}

/** Addresses that led to an absorbed initiative lead to the one that takes it in. */
export async function forwardMerged(tx: WorkshopTransaction, from: string, to: string): Promise<void> {
  await tx.update(initiativeState).set({ mergedInto: to }).where(eq(initiativeState.mergedInto, from));
}

/**
 * Hands over what is known of an absorbed initiative beside the census: the identifiers it answers under, and its place
 * and answer in the waves where the other was not asked. Where both were asked, each keeps its own answer; `readFrame` counts them once.
 *
 * @returns the waves whose frame or answers changed hands
 */
export async function handOver(tx: WorkshopTransaction, from: string, to: string): Promise<string[]> {
  await tx.run(sql`update or ignore initiative_identifier set initiative = ${to} where initiative = ${from}`);
  const waves = await tx.all<{ wave: string }>(sql`
    select wave from wave_frame where initiative = ${from}
      and wave not in (select wave from wave_frame where initiative = ${to})
      and wave not in (select wave from response where initiative = ${to})`);
  for (const { wave } of waves) {
    await tx.run(sql`update wave_frame set initiative = ${to} where initiative = ${from} and wave = ${wave}`);
    await tx.run(sql`update response set initiative = ${to} where initiative = ${from} and wave = ${wave}`);
  }
  return waves.map(({ wave }) => wave);
}

/**
 * The contrary of `handOver`, for the waves that it named: the place, the answer and the identifiers go back to `to`, from
 * the first of `holders` (whoever took it in, then whoever took that one in) that has them. Identifiers of a wave that both
 * had answered were mixed by the merge and stay where they are.
 *
 * @returns the waves that came back
 */
export async function takeBack(tx: WorkshopTransaction, to: string, holders: string[], waves: string[]): Promise<string[]> {
  const back: string[] = [];
  for (const wave of waves) {
    for (const holder of holders) {
      const { rowsAffected } = await tx.run(sql`update or ignore wave_frame set initiative = ${to} where initiative = ${holder} and wave = ${wave}`);
      if (rowsAffected === 0) continue;
      await tx.run(sql`update or ignore response set initiative = ${to} where initiative = ${holder} and wave = ${wave}`);
      await tx.run(sql`update or ignore initiative_identifier set initiative = ${to} where initiative = ${holder} and wave = ${wave}`);
      back.push(wave);
      break;
    }
  }
  return back;
}

/** Addresses of `absorbed` that lead to `from` lead to `to` again. */
export async function forwardBack(tx: WorkshopTransaction, absorbed: string[], from: string, to: string): Promise<void> {
  for (const slug of absorbed) {
    await tx.update(initiativeState).set({ mergedInto: to }).where(and(eq(initiativeState.initiative, slug), eq(initiativeState.mergedInto, from)));
  }
}
