import type { Finding } from '#lib/domain/waves/finding.ts';
import type { Response } from '#lib/domain/waves/response.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { findBySha256, listDeposits, type Deposit } from '../queries/deposits.ts';
import { respondingInitiatives } from '../queries/responses.ts';

/** What other deposits make worth saying: the same file under another wave, responses that this one replaces or loses. `responses`: undefined when the file could not be read, which loses nobody's. */
export async function otherDepositFindings(db: WorkshopReader, deposit: Deposit, responses: Response[] | undefined, nameOf: (slug: string) => string): Promise<Finding[]> {
  const { filename: file, wave, sha256, id, at } = deposit;
  const findings: Finding[] = [];
  // Of two deposits of one file the later is in the wrong place: a slip elsewhere must not stop the wave that it is the file of.
  const elsewhere = (await findBySha256(sha256, db)).find((other) => other.wave !== wave && (other.status !== 'received' || other.at < at));
  if (elsewhere) findings.push({ code: 'same_file_other_wave', level: 'blocking', where: { file }, details: { wave, other: elsewhere.wave } });
  if (deposit.status !== 'received' || !responses) return findings;

  const current = (await listDeposits(wave, db)).find((other) => other.status === 'committed' && other.id !== id);
  if (!current) return findings;
  const before = await respondingInitiatives(wave, db);
  findings.push({ code: 'wave_replaced', level: 'acknowledge', where: { file }, details: { before: before.length, after: responses.length, file: current.filename } });
  const now = new Set(responses.map((response) => response.initiative));
  for (const { initiative, row } of before) {
    if (!now.has(initiative)) findings.push({ code: 'response_lost', level: 'acknowledge', where: { file: current.filename, row }, details: { initiative: nameOf(initiative) } });
  }
  return findings;
}
