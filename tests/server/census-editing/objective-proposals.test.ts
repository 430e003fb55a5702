import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { acceptObjectiveProposals, readObjectiveProposals } from '#lib/server/census-editing/objective-proposals.ts';
import { undoChanges } from '#lib/server/census-editing/undo.ts';
import type { TestDatabases } from '#lib/server/db/testing.ts';
import { listDeposits } from '#lib/server/queries/deposits.ts';
import { findEntry, readHistory } from '#lib/server/queries/initiative-history.ts';
import { clearResponses, insertResponses, readResponses } from '#lib/server/queries/responses.ts';
import { addQuestion, changeCodebook } from '#lib/server/wave-intake/codebook-edit.ts';
import { ACTOR, shippedDatabases } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await shippedDatabases();
});
afterEach(() => databases.close());

const label = { fr: 'Acceptez-vous que vos objectifs soient publiés sous votre nom ?', en: 'May your objectives be published under your name?' };
const yes = { code: 'yes', label: { fr: 'Oui', en: 'Yes' } };
const no = { code: 'no', label: { fr: 'Non', en: 'No' } };
const by = { actor: ACTOR, reason: 'accords de la vague 2025' };

/** The wave as if it had asked for consent: the first three respondents agreed, the others did not. */
async function ask(agreed = 3): Promise<string[]> {
  const { workshop } = databases;
  const change = (codebook: Codebook): Codebook => addQuestion(codebook, { code: 'naming_consent', type: 'single', label, level: 'internal', options: [yes, no] });
  await changeCodebook({ wave: '2025', actor: ACTOR, version: 1, change }, workshop);
  const responses = (await readResponses('2025', workshop)).filter(({ answers: { objectives } }) => objectives?.state === 'answered' && objectives.type === 'multiple' && objectives.options.length > 0);
  const [deposit] = await listDeposits('2025', workshop);
  await workshop.transaction(async (tx) => {
    await clearResponses(tx, '2025');
    await insertResponses(tx, deposit?.id ?? '', responses.map((response, at) => ({ ...response, answers: { ...response.answers, naming_consent: { state: 'answered', type: 'single', option: at < agreed ? 'yes' : 'no' } } })));
  });
  return responses.slice(0, agreed).map(({ initiative }) => initiative).sort();
}
const proposals = () => readObjectiveProposals(databases.workshop);
const sent = (lines: Awaited<ReturnType<typeof proposals>>) => lines.map(({ slug, wave, before, after }) => ({ slug, wave, before: before.join(' '), after: after.join(' ') }));

it('a wave that does not ask proposes nothing, and asking publishes nothing by itself', async () => {
  expect(await proposals()).toEqual([]);
  const agreed = await ask();
  const found = await proposals();
  expect(found.map(({ slug }) => slug).sort()).toEqual(agreed);
  for (const slug of agreed) expect((await findEntry(slug, databases.workshop))?.initiative.objectives).toBeUndefined();
});

it('an accepted line is a census edit whose source is the wave and its question; the others stay proposed', async () => {
  await ask();
  const [first, ...others] = await proposals();
  expect(await acceptObjectiveProposals(sent([first!]), by, databases.workshop)).toBe(1);
  expect((await findEntry(first!.slug, databases.workshop))?.initiative.objectives).toEqual(first!.after);
  const [change] = await readHistory(first!.slug, databases.workshop);
  expect(change).toMatchObject({ field: 'objectives', actor: ACTOR, reason: by.reason, asOf: first!.asOf, confidence: 'H' });
  expect(change?.source?.replace(/\s/g, ' ')).toBe(`${first!.title.fr}, « ${label.fr} » : oui`);
  expect((await proposals()).map(({ slug }) => slug)).toEqual(others.map(({ slug }) => slug));
  await undoChanges(first!.slug, [change!.id], { actor: ACTOR, reason: 'annulé' }, databases.workshop);
  expect((await proposals()).map(({ slug }) => slug)).toContain(first!.slug);
});

it('stops everything when one line is not what it was', async () => {
  await ask();
  const lines = sent(await proposals());
  await expect(acceptObjectiveProposals([lines[0]!, { ...lines[1]!, after: 'access' }], by, databases.workshop)).rejects.toMatchObject({ code: 'initiative_changed' });
  await expect(acceptObjectiveProposals([{ slug: 'lyon-inconnue', wave: '2025', before: '', after: 'access' }], by, databases.workshop)).rejects.toMatchObject({ code: 'initiative_changed' });
  expect((await findEntry(lines[0]!.slug, databases.workshop))?.initiative.objectives).toBeUndefined();
  await acceptObjectiveProposals(lines, by, databases.workshop);
  await expect(acceptObjectiveProposals(lines, by, databases.workshop)).rejects.toMatchObject({ code: 'initiative_changed' });
});
