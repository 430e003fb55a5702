import { asc, eq, gt, and } from 'drizzle-orm';
import type { Response } from '#lib/domain/waves/response.ts';
import { insertMany } from '../db/bulk.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { response } from '../db/workshop.schema.ts';
import { decodeAnswers, encodeAnswers } from './answer-codec.ts';

/** Rows per read: a remote database refuses answers over 10 MB. */
const PAGE = 2000;

/** Replaces all responses of a wave by those of a deposit. */
export async function clearResponses(tx: WorkshopTransaction, wave: string): Promise<void> {
  await tx.delete(response).where(eq(response.wave, wave));
}

export async function insertResponses(tx: WorkshopTransaction, deposit: string, rows: Response[]): Promise<void> {
  // Encoded a thousand at a time: all of them at once would stand in memory twice.
  for (let start = 0; start < rows.length; start += 1000) {
    const some = rows.slice(start, start + 1000);
    await insertMany(tx, response, some.map(({ wave, initiative, row, submittedAt, answers }) => ({ wave, initiative, deposit, row, submittedAt: submittedAt ?? null, answers: encodeAnswers(answers) })));
  }
}

/** All committed responses of a wave, in the order of their rows. */
export async function readResponses(wave: string, db: WorkshopReader = workshop()): Promise<Response[]> {
  const all: Response[] = [];
  for (let after = 0; ; ) {
    const page = await db.select().from(response).where(and(eq(response.wave, wave), gt(response.id, after))).orderBy(asc(response.id)).limit(PAGE);
    for (const { initiative, row, submittedAt, answers } of page) all.push({ wave, initiative, row, answers: decodeAnswers(answers), ...(submittedAt ? { submittedAt } : {}) });
    const last = page.at(-1);
    if (!last || page.length < PAGE) return all;
    after = last.id;
  }
}

/** Who answered a wave, with the row of the file it came from. */
export async function respondingInitiatives(wave: string, db: WorkshopReader = workshop()): Promise<{ initiative: string; row: number }[]> {
  return db.select({ initiative: response.initiative, row: response.row }).from(response).where(eq(response.wave, wave)).orderBy(asc(response.row));
}
