import { createHash } from 'node:crypto';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { listCensusImports, readInitiatives, writeCensusImport, writeChanges, writeInitiatives } from '../queries/census.ts';
import { diffCensus } from './diff.ts';
import { writeFirstPerimeter } from './first-perimeter.ts';
import { keepSilent } from './keep-silent.ts';
import { readObjectives } from './objectives.ts';
import { readCensus } from './read-census.ts';

export type CensusReport = {
  /** `unchanged`: the same file was loaded last, or it says what the census already says; nothing is written. */
  outcome: 'loaded' | 'unchanged' | 'refused' | 'checked';
  rows: number;
  added: number;
  changed: number;
  /** In the census, not in the file: left as they are. */
  absent: number;
  findings: Finding[];
};

export type CensusFile = {
  filename: string;
  bytes: Uint8Array;
  actor: string;
  /** Why, for the history of each field. */
  reason?: string;
  /** Says what loading would do, and writes nothing. */
  dryRun?: boolean;
};

/**
 * Loads a census file: everything in one transaction, or nothing. All problems are reported at once; a single blocking
 * one refuses the file. Initiatives that the file does not name stay as they are.
 */
export async function loadCensus({ filename, bytes, actor, reason, dryRun }: CensusFile, db: WorkshopDatabase = workshop()): Promise<CensusReport> {
  const { initiatives: read, findings, silent } = readCensus(filename, bytes, await readObjectives(db));
  if (findings.some((finding) => finding.level === 'blocking')) {
    return { outcome: 'refused', rows: read.length, added: 0, changed: 0, absent: 0, findings };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return db.transaction(async (tx) => {
    const before = await readInitiatives(tx);
    const initiatives = keepSilent(read, before, silent);
    const fields = diffCensus(before, initiatives);
    const added = fields.filter((change) => change.field === 'slug').length;
    const changed = new Set(fields.filter((change) => change.field !== 'slug').map((change) => change.initiative)).size;
    const absent = before.length - (initiatives.length - added);
    if (absent > 0) findings.push({ code: 'census_absent', level: 'information', where: { file: filename }, details: { count: absent } });
    const report = { rows: initiatives.length, added, changed, absent, findings };

    const [last] = await listCensusImports(tx);
    if (fields.length === 0 && last) return { outcome: 'unchanged', ...report };
    if (dryRun) return { outcome: 'checked', ...report };

    const at = new Date().toISOString();
    const touched = new Set(fields.map((change) => change.initiative));
    await writeInitiatives(tx, initiatives.filter((item) => touched.has(item.slug)));
    await writeChanges(tx, fields.map((change) => ({ ...change, at, actor, reason: reason ?? filename, source: sha256 })));
    await writeCensusImport(tx, { filename, sha256, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), rows: initiatives.length, at, actor });
    await writeFirstPerimeter(tx, actor);
    await recordAudit(tx, { actor, action: 'census.load', subject: `census:${sha256.slice(0, 12)}`, details: { filename, rows: initiatives.length, added, changed } });
    return { outcome: 'loaded', ...report };
  });
}
