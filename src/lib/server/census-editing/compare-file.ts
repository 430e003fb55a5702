import { createHash, randomUUID } from 'node:crypto';
import { isHistoryField, withField } from '#lib/domain/census/history.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { diffCensus, type FieldChange } from '../census-intake/diff.ts';
import { keepSilent } from '../census-intake/keep-silent.ts';
import { readObjectives } from '../census-intake/objectives.ts';
import { readCensus } from '../census-intake/read-census.ts';
import { workshop, type WorkshopDatabase, type WorkshopReader } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { readInitiatives } from '../queries/census.ts';
import { readArchived } from '../queries/initiative-history.ts';
import { findProposal, writeProposal, type Proposal } from '../queries/initiative-proposals.ts';
import { markArchived, recordChanges } from '../queries/initiative-writing.ts';
import { editWithin } from './edit.ts';
import { createWithin } from './lifecycle.ts';

/** One line to accept or to leave. `key` names it in a form. */
export type ProposalLine = { key: string; kind: 'added' | 'changed' | 'gone'; slug: string; name: string; field?: string; before: string | null; after: string | null };
export type Comparison = { filename: string; lines: ProposalLine[]; findings: Finding[] };

/** Keeps a census file to be compared. @returns its identifier, or what refuses it: only a file that reads whole can be compared */
export async function proposeFile(file: { filename: string; bytes: Uint8Array; actor: string }, db: WorkshopDatabase = workshop()): Promise<{ id: string } | { findings: Finding[] }> {
  const findings = readCensus(file.filename, file.bytes, await readObjectives(db)).findings.filter((finding) => finding.level === 'blocking');
  if (findings.length > 0) return { findings };
  const id = randomUUID();
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  await db.transaction(async (tx) => {
    await writeProposal(tx, { id, filename: file.filename, sha256, bytes: Buffer.from(file.bytes), at: new Date().toISOString(), actor: file.actor });
    await recordAudit(tx, { actor: file.actor, action: 'census.propose', subject: `census:${sha256.slice(0, 12)}`, details: { filename: file.filename } });
  });
  return { id };
}

async function openProposal(id: string, db: WorkshopReader): Promise<Proposal> {
  const proposal = await findProposal(id, db);
  if (proposal?.status !== 'open') throw new DomainError('proposal_closed');
  return proposal;
}

/** What a kept file would change in the census as it stands now. @throws DomainError `proposal_closed` */
export async function compareFile(id: string, db: WorkshopReader = workshop()): Promise<Comparison> {
  const { filename, bytes } = await openProposal(id, db);
  const { initiatives, findings, silent } = readCensus(filename, bytes, await readObjectives(db));
  const archived = await readArchived(db);
  const current = (await readInitiatives(db)).filter((item) => !archived.has(item.slug));
  const names = new Map([...initiatives, ...current].map((item) => [item.slug, item.name]));
  const inFile = new Set(initiatives.map((item) => item.slug));
  // An archived initiative does not come back because an old file still names it.
  const changes = diffCensus(current, keepSilent(initiatives, current, silent).filter((item) => !archived.has(item.slug)));
  const line = ({ initiative: slug, field, before, after }: FieldChange): ProposalLine =>
    field === 'slug'
      ? { key: `+ ${slug}`, kind: 'added', slug, name: names.get(slug) ?? slug, before: null, after: names.get(slug) ?? slug }
      : { key: `${slug} ${field}`, kind: 'changed', slug, name: names.get(slug) ?? slug, field, before, after };
  const gone = current.filter((item) => !inFile.has(item.slug)).map((item): ProposalLine => ({ key: `- ${item.slug}`, kind: 'gone', slug: item.slug, name: item.name, before: item.name, after: null }));
  return { filename, findings, lines: [...changes.map(line), ...gone] };
}

/**
 * Applies the lines that were accepted, all or none: additions, changes field by field, archiving of what is gone.
 * A line that is not there any more (somebody applied it, or changed the field) stops everything.
 *
 * @throws DomainError `proposal_closed`, `initiative_changed`
 */
export async function acceptLines(id: string, accepted: { key: string; before: string }[], by: { actor: string; reason: string }, db: WorkshopDatabase = workshop()): Promise<number> {
  return db.transaction(async (tx) => {
    const { filename, bytes, sha256 } = await openProposal(id, tx);
    const { lines } = await compareFile(id, tx);
    const known = new Map(lines.map((line) => [line.key, line]));
    const items = new Map(readCensus(filename, bytes, await readObjectives(tx)).initiatives.map((item) => [item.slug, item]));
    const note = { ...by, source: filename };
    for (const { key, before } of accepted) {
      const line = known.get(key);
      if (!line || (line.before ?? '') !== before) throw new DomainError('initiative_changed', { slug: line?.slug ?? key });
      const item = items.get(line.slug);
      if (line.kind === 'added' && item) await createWithin(tx, item, note);
      else if (line.kind === 'gone') {
        const at = new Date().toISOString();
        await markArchived(tx, line.slug, { at, actor: by.actor });
        await recordChanges(tx, [{ initiative: line.slug, field: 'archived', before: null, after: at }], note, at);
      } else if (line.field && isHistoryField(line.field)) {
        const { field } = line;
        const outcome = await editWithin(tx, { slug: line.slug, version: Number.MAX_SAFE_INTEGER, change: (opened) => ({ initiative: withField(opened, field, line.after) }) }, note);
        if (outcome.outcome === 'conflict') throw new DomainError('initiative_changed', { slug: line.slug });
      }
    }
    await recordAudit(tx, { actor: by.actor, action: 'census.import', subject: `census:${sha256.slice(0, 12)}`, details: { filename, lines: accepted.length, reason: by.reason } });
    return accepted.length;
  });
}
