import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Lang } from '#lib/domain/language.ts';
import { findContact } from '#lib/domain/waves/checks/personal-data.ts';
import type { WorkshopDatabase } from '../db/databases.ts';
import { submitCorrection } from '../queries/corrections.ts';
import { settings } from '../settings.ts';

export const SHORTEST = 10;
export const LONGEST = 2000;
/** Messages from one network address in 24 hours. */
export const MOST_A_DAY = 5;
const DAY = 24 * 3600 * 1000;

export type CorrectionForm = { what: string; how: string; consent: boolean; trap: string };
export type CorrectionProblem = 'missing' | 'short' | 'long' | 'email' | 'telephone';
export type SendOutcome =
  | { outcome: 'received'; token: string }
  | { outcome: 'incomplete'; problems: { what?: CorrectionProblem; how?: CorrectionProblem; consent?: true } }
  | { outcome: 'too_many' };

/** What is kept of the token of a private page: a random secret needs no salt. */
export function hashCorrectionToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What is kept of a network address: it counts messages of a day, and cannot be linked with those of another day. */
export function hashAddress(address: string, now: Date, secret = settings.secret): string {
  return createHmac('sha256', secret).update(`correction ${now.toISOString().slice(0, 10)} ${address}`).digest('hex');
}

function problemOf(text: string): CorrectionProblem | undefined {
  if (text === '') return 'missing';
  if (text.length < SHORTEST || text.length > LONGEST) return text.length < SHORTEST ? 'short' : 'long';
  // A source becomes public with the census: what is personal is refused before it is ever stored.
  return findContact(text)?.kind;
}

/** Reads the form's fields, spaces around cut. */
export function readCorrection(form: FormData): CorrectionForm {
  const read = (name: string): string => String(form.get(name) ?? '').trim().replace(/\r\n/g, '\n');
  return { what: read('quoi'), how: read('source'), consent: form.get('accord') === 'oui', trap: read('site') };
}

/**
 * Receives a correction. One that fills the hidden field comes from a machine: it is answered as the others and is not
 * kept, so that nothing teaches the machine otherwise.
 *
 * @param sender the page it came from and the network address, which is never stored
 */
export async function sendCorrection(
  form: CorrectionForm,
  sender: { initiative: string; address: string; lang: Lang; now: Date },
  db?: WorkshopDatabase
): Promise<SendOutcome> {
  const [what, how] = [problemOf(form.what), problemOf(form.how)];
  if (what || how || !form.consent) {
    return { outcome: 'incomplete', problems: { ...(what ? { what } : {}), ...(how ? { how } : {}), ...(form.consent ? {} : { consent: true }) } };
  }
  const token = randomBytes(32).toString('base64url');
  if (form.trap !== '') return { outcome: 'received', token };
  const { initiative, lang, now } = sender;
  const message = { id: randomUUID(), initiative, what: form.what, how: form.how, lang, at: now.toISOString(), tokenHash: hashCorrectionToken(token), addressHash: hashAddress(sender.address, now) };
  const limit = { since: new Date(now.getTime() - DAY).toISOString(), most: MOST_A_DAY };
  return (await submitCorrection(message, limit, db)) ? { outcome: 'received', token } : { outcome: 'too_many' };
}
