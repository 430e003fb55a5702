import { CONSENT_QUESTION, objectiveProposals, type ObjectiveProposal } from '#lib/domain/census/objective-proposals.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { typeset } from '#lib/domain/format/index.ts';
import { workshop, type WorkshopDatabase, type WorkshopReader } from '../db/databases.ts';
import { recordAudit } from '../queries/audit.ts';
import { readInitiatives } from '../queries/census.ts';
import { readArchived } from '../queries/initiative-history.ts';
import { readResponses } from '../queries/responses.ts';
import { findCodebook, listWaves } from '../queries/waves.ts';
import { editWithin } from './edit.ts';

/** A line as a form sends it back: what it proposed when it was shown. */
export type AcceptedProposal = { slug: string; wave: string; before: string; after: string };

/** What the consents given in the committed waves let an editor publish or take back, by name of the initiative. Empty when no wave asks for consent. */
export async function readObjectiveProposals(db: WorkshopReader = workshop()): Promise<ObjectiveProposal[]> {
  const waves = [];
  for (const { id, status } of await listWaves(db)) {
    const codebook = status === 'loaded' ? (await findCodebook(id, db))?.content : undefined;
    if (codebook?.questions.some(({ code }) => code === CONSENT_QUESTION)) waves.push({ codebook, responses: await readResponses(id, db) });
  }
  if (waves.length === 0) return [];
  const archived = await readArchived(db);
  const initiatives = (await readInitiatives(db)).filter(({ slug }) => !archived.has(slug));
  return objectiveProposals(waves, initiatives).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** The agreement in words: the wave, the question and the answer. French, as all that the history keeps. */
function sourceOf({ title, question, kind }: ObjectiveProposal): string {
  return typeset(`${title.fr}, « ${question.fr} » : ${kind === 'publish' ? 'oui' : 'non'}`, 'fr');
}

/**
 * Makes census edits of the proposals that were accepted, all or none; each bears the wave and its consent question as its source. One that is not proposed any more, or
 * says something else by now, stops everything.
 *
 * @returns how many initiatives changed
 * @throws DomainError `initiative_changed`
 */
export async function acceptObjectiveProposals(accepted: readonly AcceptedProposal[], by: { actor: string; reason: string }, db: WorkshopDatabase = workshop()): Promise<number> {
  return db.transaction(async (tx) => {
    const proposals = await readObjectiveProposals(tx);
    for (const { slug, wave, before, after } of accepted) {
      const found = proposals.find((each) => each.slug === slug && each.wave === wave);
      if (!found || found.before.join(' ') !== before || found.after.join(' ') !== after) throw new DomainError('initiative_changed', { slug });
      const change = ({ objectives: _published, ...others }: Parameters<Parameters<typeof editWithin>[1]['change']>[0]) => ({ initiative: found.after.length > 0 ? { ...others, objectives: found.after } : others });
      const outcome = await editWithin(tx, { slug, version: Number.MAX_SAFE_INTEGER, change }, { ...by, source: sourceOf(found), asOf: found.asOf, confidence: 'H' });
      if (outcome.outcome !== 'saved') throw new DomainError('initiative_changed', { slug });
    }
    await recordAudit(tx, { actor: by.actor, action: 'census.agreements', subject: 'census:objectives', details: { lines: accepted.length, reason: by.reason } });
    return accepted.length;
  });
}
