import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Response } from '#lib/domain/waves/response.ts';
import { letGo } from '../db/bulk.ts';
import { workshop, type WorkshopReader, type WorkshopTransaction } from '../db/databases.ts';
import { answerKey, deposit, response } from '../db/workshop.schema.ts';
import { AnswerReader, AnswerWriter } from './answer-codec.ts';

/** Rows per read: a remote database refuses answers over 10 MB. */
const PAGE = 2000;

/** Replaces all responses of a wave by those of a deposit. */
export async function clearResponses(tx: WorkshopTransaction, wave: string): Promise<void> {
  await tx.delete(response).where(eq(response.wave, wave));
  await tx.delete(answerKey).where(inArray(answerKey.deposit, tx.select({ id: deposit.id }).from(deposit).where(eq(deposit.wave, wave))));
}

/** Bytes of answers per statement. */
const BATCH = 2_000_000;

/**
 * Writes the responses of a deposit. Their answers travel as one block of bytes from which the database cuts each text: as JSON within
 * JSON they would be quoted, parsed and copied twice.
 */
export async function insertResponses(tx: WorkshopTransaction, from: string, rows: Response[]): Promise<void> {
  const writer = new AnswerWriter();
  let [texts, places, size]: [Buffer[], unknown[], number] = [[], [], 0];
  const flush = async (): Promise<void> => {
    await tx.run(sql`insert into response (wave, initiative, deposit, row, submitted_at, answers)
      select value ->> 0, value ->> 1, ${from}, value ->> 2, value ->> 3, cast(substr(${Buffer.concat(texts)}, value ->> 4, value ->> 5) as text) from json_each(${JSON.stringify(places)})`);
    [texts, places, size] = [[], [], 0];
    await letGo();
  };
  for (const { wave, initiative, row, submittedAt, answers } of rows) {
    const text = Buffer.from(writer.write(answers));
    places.push([wave, initiative, row, submittedAt ?? null, size + 1, text.length]);
    texts.push(text);
    size += text.length;
    if (size > BATCH) await flush();
  }
  if (places.length > 0) await flush();
  await tx.insert(answerKey).values({ deposit: from, questions: writer.key });
}

/** All committed responses of a wave, in the order of their rows. */
export async function readResponses(wave: string, db: WorkshopReader = workshop()): Promise<Response[]> {
  const keys = await db.select({ deposit: answerKey.deposit, questions: answerKey.questions }).from(answerKey).innerJoin(deposit, eq(deposit.id, answerKey.deposit)).where(eq(deposit.wave, wave));
  const readers = new Map(keys.map((key) => [key.deposit, new AnswerReader(key.questions)]));
  const plain = new AnswerReader();
  const all: Response[] = [];
  for (let after = 0; ; ) {
    const page = await db.select().from(response).where(and(eq(response.wave, wave), gt(response.id, after))).orderBy(asc(response.id)).limit(PAGE);
    for (const { initiative, row, submittedAt, answers, deposit: from } of page) all.push({ wave, initiative, row, answers: (readers.get(from) ?? plain).read(answers), ...(submittedAt ? { submittedAt } : {}) });
    const last = page.at(-1);
    if (!last || page.length < PAGE) return all;
    after = last.id;
  }
}

/** Who answered a wave, with the row of the file it came from. */
export async function respondingInitiatives(wave: string, db: WorkshopReader = workshop()): Promise<{ initiative: string; row: number }[]> {
  return db.select({ initiative: response.initiative, row: response.row }).from(response).where(eq(response.wave, wave)).orderBy(asc(response.row));
}

/** Waves that an initiative answered, oldest first. */
export async function answeredWaves(initiative: string, db: WorkshopReader = workshop()): Promise<string[]> {
  const rows = await db.select({ wave: response.wave }).from(response).where(eq(response.initiative, initiative)).orderBy(asc(response.wave));
  return rows.map(({ wave }) => wave);
}
