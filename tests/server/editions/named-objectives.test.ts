import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { withValues } from '#lib/server/census-editing/census-values.ts';
import { editInitiative } from '#lib/server/census-editing/edit.ts';
import { mergeInitiatives } from '#lib/server/census-editing/merge.ts';
import { readObjectives } from '#lib/server/census-intake/objectives.ts';
import type { TestDatabases } from '#lib/server/db/testing.ts';
import { draftHere } from '#lib/server/editions/draft.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { withdrawEdition } from '#lib/server/editions/withdraw.ts';
import { findEntry } from '#lib/server/queries/initiative-history.ts';
import { findInitiative, findTable, listTables } from '#lib/server/queries/publication.ts';
import { readNamed } from '#lib/server/queries/named-objectives.ts';
import { readResponses } from '#lib/server/queries/responses.ts';
import { changeCodebook, replaceQuestion } from '#lib/server/wave-intake/codebook-edit.ts';
import { ACTOR, shippedDatabases } from '../shipped.ts';

const NOTE = { fr: 'Ce qui change.', en: 'What changes.' };
let databases: TestDatabases;
beforeEach(async () => {
  databases = await shippedDatabases();
  const protect = (codebook: Codebook): Codebook => replaceQuestion(codebook, { ...codebook.questions.find(({ code }) => code === 'objectives')!, level: 'confidential' });
  await changeCodebook({ wave: '2025', actor: ACTOR, version: 1, change: protect }, databases.workshop);
});
afterEach(() => databases.close());

const publish = async (): Promise<string> => (await publishHere({ note: NOTE, actor: ACTOR }, undefined, databases)).version;
const draft = () => draftHere(undefined, databases);

/** What each respondent ticked. */
async function answers(): Promise<Map<string, string[]>> {
  const responses = await readResponses('2025', databases.workshop);
  return new Map(responses.flatMap(({ initiative, answers: { objectives } }) => (objectives?.state === 'answered' && objectives.type === 'multiple' ? [[initiative, objectives.options] as const] : [])));
}
async function name(slug: string, codes: readonly string[]): Promise<void> {
  const objectives = await readObjectives(databases.workshop);
  const { version } = (await findEntry(slug, databases.workshop))!;
  const outcome = await editInitiative({ slug, version, change: (opened) => withValues(opened, { objectives: codes.join(' | ') }, objectives) }, { actor: ACTOR, reason: 'accord', source: 'courriel' }, databases.workshop);
  expect(outcome.outcome).toBe('saved');
}
const counts = ({ groups }: PublishedTable): string[] => groups.flatMap((group) => group.rows.map((row) => `${group.code ?? '*'}|${row.code} ${row.count.status === 'ok' ? row.count.value : row.count.status}`));
const table = async (version: string, id: string): Promise<PublishedTable> => (await findTable(version, id, databases.publication)) as PublishedTable;

describe('objectives published under a name', () => {
  it('hide the cells that they would give away, in every table of the question, and only those', async () => {
    const given = await answers();
    // A count shown whose silent or ticking side is just what naming two of it would leave one or two of.
    const plain = await draft();
    expect(plain.disclosures).toEqual([]);
    const rare = ['access', 'capacity', 'governance', 'producers', 'outlets', 'precarity', 'advocacy'].map((code) => ({ code, without: [...given].filter(([, ticked]) => !ticked.includes(code)).map(([slug]) => slug) })).sort((a, b) => a.without.length - b.without.length).find(({ without }) => without.length >= 3)!;
    for (const slug of rare.without.slice(0, rare.without.length - 1)) await name(slug, given.get(slug)!.length > 0 ? given.get(slug)! : ['advocacy']);
    const version = await publish();
    const whole = await table(version, '2025.objectives');
    expect(whole.groups[0]?.rows.find(({ code }) => code === rare.code)?.count).toEqual({ status: 'c' });
    expect(whole.groups[0]?.rows.filter(({ count }) => count.status === 'ok').length).toBeGreaterThan(0);
    expect((await findInitiative(version, rare.without[0]!, databases.publication))?.objectives?.length).toBeGreaterThan(0);
    expect((await draft()).same).toBe(true);
  });

  it('cannot follow figures that they would give away: the draft says who, publishing stops, taking them back frees it', async () => {
    const first = await publish();
    const given = await answers();
    // A cell of three of a crossed table.
    const ids = (await listTables(first, databases.publication)).filter(({ indicator, breakdown }) => indicator === 'objectives' && breakdown);
    const tables = await Promise.all(ids.map(({ id }) => table(first, id)));
    const before = tables.map(counts);
    const target = ['access', 'capacity', 'governance', 'producers', 'outlets', 'precarity', 'advocacy'].map((code) => [...given].filter(([, ticked]) => !ticked.includes(code))).filter((without) => without.length >= 3).sort((a, b) => a.length - b.length)[0]!;
    const named = target.slice(0, target.length - 1).filter(([, ticked]) => ticked.length > 0);
    for (const [slug, ticked] of named) await name(slug, ticked);
    const seen = await draft();
    expect(seen.disclosures.length).toBeGreaterThan(0);
    expect(seen.namesThatTell.length).toBeGreaterThan(0);
    expect(named.map(([slug]) => slug)).toEqual(expect.arrayContaining(seen.namesThatTell));
    // No table stands still for the names' sake: it would not help.
    expect(seen.held).toEqual([]);
    await expect(publish()).rejects.toMatchObject({ code: 'edition_names_disclose' });
    for (const slug of seen.namesThatTell) await name(slug, []);
    expect(await draft()).toMatchObject({ disclosures: [], namesThatTell: [] });
    expect(await Promise.all(ids.map(async ({ id }) => counts(await table(first, id))))).toEqual(before);
  });

  it('stay known when the agreement is taken back, and when the edition is withdrawn', async () => {
    const given = await answers();
    const [slug, ticked] = [...given].find(([, codes]) => codes.length > 1)!;
    await name(slug, ticked);
    const first = await publish();
    const shown = counts(await table(first, '2025.objectives.by.lead_type'));
    await name(slug, []);
    const second = await publish();
    expect((await findInitiative(second, slug, databases.publication))?.objectives).toBeUndefined();
    expect((await findInitiative(first, slug, databases.publication))?.objectives).toEqual(ticked);
    expect(counts(await table(second, '2025.objectives.by.lead_type'))).toEqual(shown);
    await withdrawEdition(first, { fr: 'Accord retiré.', en: 'Agreement taken back.' }, ACTOR, undefined, databases);
    expect([...(await readNamed(databases.publication)).keys()]).toEqual([slug]);
  });

  it('of one do not make known the answer of another that it takes in: nothing told before stops the next edition', async () => {
    const given = [...(await answers())];
    const [kept, ticked] = given.find(([, codes]) => codes.length > 2)!;
    await name(kept, ticked);
    await publish();
    const absorbed = given.find(([slug]) => slug !== kept)![0];
    const versionOf = async (slug: string): Promise<number> => (await findEntry(slug, databases.workshop))!.version;
    const versions = { kept: await versionOf(kept), absorbed: await versionOf(absorbed) };
    await mergeInitiatives({ kept, absorbed, versions, choices: {} }, { actor: ACTOR, reason: 'fusion' }, databases.workshop);
    expect(await draft()).toMatchObject({ disclosures: [], namesThatTell: [] });
    await publish();
  });
});
