import { DomainError } from '#lib/domain/errors.ts';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { unsearchedKey, type SearchLimits } from '#lib/domain/confidentiality/search.ts';
import type { Text } from '#lib/domain/language.ts';
import { publication, workshop, type PublicationDatabase, type WorkshopDatabase } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { writeBases } from '../queries/edition-bases.ts';
import { insertEdition, settleIntent, writeIntent } from '../queries/editions.ts';
import { currentEdition, findEdition, listEditions } from '../queries/publication.ts';
import type { Progress } from '../workers/progress.ts';
import { checkApprover } from './approval.ts';
import { assembleEdition } from './assemble.ts';
import { gather } from './gather.ts';
import { contentHash } from './hash.ts';
import { levelChanges } from './level-changes.ts';
import { refuseUnsafe } from './refuse.ts';
import { settlePublications } from './settle.ts';
import { nextVersion, parseVersion } from './version.ts';

export type PublishInput = {
  /** Default: the year of the newest wave, then the next number. */
  version?: string;
  /** Default: a sentence made from the waves of the edition. */
  title?: Text;
  /** What changed and why; public. */
  note: Text;
  actor: string;
  /** The content that the approver saw in the draft: another one is refused. */
  expectedHash?: string;
  /** Keys that the approver acknowledges: of level changes (`level-changes.ts`) and of searches that were not carried to their end (`unsearchedKey`). */
  acknowledged?: string[];
};

export type Databases = { workshop: WorkshopDatabase; publication: PublicationDatabase; searchLimits?: SearchLimits };

/** Title of an edition when nobody wrote one. */
export function defaultTitle(version: string): Text {
  return { fr: `Observatoire des caisses alimentaires, édition ${version}`, en: `Observatory of caisses alimentaires, edition ${version}` };
}

/**
 * Computes an edition from the workshop and publishes it: the intent, then the edition in one transaction of the other
 * database, then the confirmation. Killed anywhere, it is complete or absent once `settlePublications` has run.
 * Runs in a worker; `publishEdition` of `editions/index.ts` starts it there.
 *
 * @throws DomainError `second_approver`, `edition_exists`, `edition_unchanged`, `deposit_changed` (not what was seen), `census_empty`, `edition_discloses`, `edition_names_disclose`,
 *   `edition_text_stale`, `levels_unacknowledged`, `searches_unacknowledged`, `codebook_orphans`
 */
export async function publishHere(input: PublishInput, onProgress: (progress: Progress) => void = () => undefined, databases?: Databases): Promise<EditionSummary> {
  const { workshop: db, publication: published, searchLimits }: Databases = databases ?? { workshop: workshop(), publication: publication() };
  await settlePublications(db, published);
  await checkApprover(db, input.actor);

  const material = await gather(db, published);
  if (material.initiatives.length === 0) throw new DomainError('census_empty');
  const assembled = assembleEdition({ ...material, ...(searchLimits ? { searchLimits } : {}) }, (done) => onProgress({ step: 'compute', done }));
  refuseUnsafe(assembled);
  const { content, bases, held, unsearched } = assembled;
  const loosened = await levelChanges(db, published, material.waves, material.indicators);
  const unseen = loosened.filter(({ key }) => !input.acknowledged?.includes(key));
  if (unseen.length > 0) throw new DomainError('levels_unacknowledged', { changes: unseen.map(({ key }) => key).join(', ') });
  const unread = unsearched.filter((each) => !input.acknowledged?.includes(unsearchedKey(each)));
  if (unread.length > 0) throw new DomainError('searches_unacknowledged', { tables: [...new Set(unread.flatMap(({ tables }) => tables))].join(', ') });
  const hash = contentHash(content);
  const current = await currentEdition(published);
  if (current?.contentHash === hash) throw new DomainError('edition_unchanged', { version: current.version });
  if (input.expectedHash !== undefined && input.expectedHash !== hash) throw new DomainError('deposit_changed');

  const at = new Date().toISOString();
  const versions = (await listEditions(published)).map((edition) => edition.version);
  const version = input.version ?? nextVersion(content.waves.map((wave) => wave.wave), versions, Number(at.slice(0, 4)));
  const { year, number } = parseVersion(version);
  if (versions.includes(version)) throw new DomainError('edition_exists', { version });
  const { actor, note, title = defaultTitle(version) } = input;
  const subject = `edition:${version}`;
  const figures = { initiatives: content.initiatives.length, waves: content.waves.map((wave) => wave.wave), tables: content.tables.length, held: held.map(({ table }) => table) };

  await db.transaction(async (tx) => {
    await writeIntent(tx, { version, contentHash: hash, at, actor });
    // Before the edition can be seen: the next one must never find an edition without them.
    await writeBases(tx, version, bases);
    if (loosened.length > 0) await recordAudit(tx, { actor, action: 'edition.acknowledge', subject, details: { levels: loosened.map(({ key, tables }) => ({ key, tables })) } });
    if (unsearched.length > 0) await recordAudit(tx, { actor, action: 'edition.acknowledge', subject, details: { searches: unsearched } });
    await recordAudit(tx, { actor, action: 'edition.intend', subject, details: { contentHash: hash, ...figures } });
  });
  onProgress({ step: 'write', done: 0 });
  await published.transaction((tx) => insertEdition(tx, { version, year, number, publishedAt: at, title, note, status: 'published', contentHash: hash }, content));
  onProgress({ step: 'write', done: 0.5 });
  await db.transaction(async (tx) => {
    await settleIntent(tx, version, 'confirmed', new Date().toISOString());
    await recordAudit(tx, { actor, action: 'edition.publish', subject, details: { contentHash: hash, ...figures } });
  });
  onProgress({ step: 'write', done: 1 });
  const edition = await findEdition(version, published);
  if (!edition) throw new Error(`edition ${version} was not stored`);
  return edition;
}
