import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedNumber, PublishedRow, PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { currentEdition, findTable, listInitiatives, listTables, listWaves } from '#lib/server/queries/publication.ts';
import { readResponses } from '#lib/server/queries/responses.ts';
import { compareWithPublished, type AnswerFact, type Figure } from '../data/published-figures.ts';
import { ACTOR, ingest2025, loadShippedCensus } from './shipped.ts';

const FACTS = JSON.parse(readFileSync('tests/fixtures/facts/published-figures.json', 'utf8')) as { figures: Figure[] };
const published = (id: string): number => Number(FACTS.figures.find((figure) => figure.id === id)?.value);

let databases: TestDatabases;
beforeAll(async () => {
  databases = await temporaryDatabases();
  await loadShippedCensus(databases);
  const report = await ingest2025(databases);
  expect(report.outcome).toBe('committed');
  await publishHere({ note: { fr: 'Première édition.', en: 'First edition.' }, actor: ACTOR }, undefined, databases);
});
afterAll(() => databases.close());

async function table(indicator: string): Promise<PublishedTable> {
  const found = await findTable('2025.1', `2025.${indicator}`, databases.publication);
  if (!found) throw new Error(`${indicator} is not published`);
  return found;
}
const everybody = (found: PublishedTable) => found.groups[0]!;
const row = (found: PublishedTable, code: string): PublishedRow => everybody(found).rows.find((each) => each.code === code)!;
const value = (number: PublishedNumber | undefined): number => (number?.status === 'ok' ? number.value : Number.NaN);

function fact(answers: Record<string, Answer>): AnswerFact {
  const answer = <T extends Answer & { state: 'answered' }>(code: string, type: T['type']): T | undefined => {
    const found = answers[code];
    return found?.state === 'answered' && found.type === type ? (found as T) : undefined;
  };
  type Of<K> = Extract<Answer, { state: 'answered'; type: K }>;
  const mix = answer<Of<'numbers'>>('funding_mix', 'numbers')?.numbers;
  return {
    lead: answer<Of<'single'>>('lead_type', 'single')?.option,
    participants: answer<Of<'number'>>('participants', 'number')?.number,
    objectives: answer<Of<'multiple'>>('objectives', 'multiple')?.options,
    annualBudget: answer<Of<'number'>>('annual_budget', 'number')?.number,
    ...(mix ? { mix: { self: mix.self ?? 0, private: mix.private ?? 0, public: mix.public ?? 0 } } : {}),
    amounts: answer<Of<'numbers'>>('funding_amounts', 'numbers')?.numbers
  };
}

describe('the shipped files, through the real ingestion', () => {
  it('give every published figure from the committed answers', async () => {
    const initiatives = await listInitiatives('2025.1', databases.publication);
    const census = initiatives.map(({ kind, places, startedOn }) => ({ kind, region: places[0]?.region ?? '', ...(startedOn ? { startedOn } : {}) }));
    const answers = (await readResponses('2025', databases.workshop)).map((response) => fact(response.answers));
    const comparison = compareWithPublished(FACTS.figures, census, answers);
    expect(comparison.filter(({ agrees }) => !agrees)).toEqual([]);
    expect(comparison).toHaveLength(FACTS.figures.length);
  });

  it('give the cascade in the publication database', async () => {
    const initiatives = await listInitiatives('2025.1', databases.publication);
    const [wave] = await listWaves('2025.1', databases.publication);
    expect(initiatives).toHaveLength(published('census.initiatives'));
    expect(wave?.frame).toBe(published('census.caisses'));
    expect(wave?.responses).toBe(published('wave.responses'));
    expect((await currentEdition(databases.publication))?.version).toBe('2025.1');
  });

  it('give the objectives, sizes and lead types in the publication database', async () => {
    const objectives = await table('objectives');
    expect(value(row(objectives, 'access').count)).toBe(published('objective.access'));
    expect(value(everybody(objectives).answered)).toBe(32);
    const sizes = await table('participants_classes');
    expect(value(row(sizes, '20_to_50').count) / value(everybody(sizes).answered)).toBe(published('participants.20_to_50'));
    expect(value(row(sizes, 'over_300').count)).toBe(published('participants.over_300'));
    const leads = await table('lead_type');
    expect(value(row(leads, 'association').count) * 2).toBeGreaterThan(value(everybody(leads).answered));
    expect(value(row(leads, 'collectivite').count)).toBe(published('lead.local_authority'));
  });

  it('give the budgets and the funding in the publication database', async () => {
    expect(value(everybody(await table('annual_budget')).summary?.median)).toBe(published('budget.median'));
    const mix = await table('funding_mix');
    for (const part of ['self', 'private', 'public']) {
      expect(Math.round(value(row(mix, part).meanOfShares) * 100)).toBe(Math.round(published(`budget.mix.${part}`) * 100));
    }
    const amounts = await table('funding_amounts');
    expect(value(everybody(amounts).answered)).toBe(published('funding.respondents'));
    expect(value(row(amounts, 'foundations_funds').total)).toBe(published('funding.private_total'));
    const [national, departmental, local] = ['national', 'departmental', 'local'].map((code) => row(amounts, code));
    expect(value(national?.count)).toBeLessThan(Math.min(value(departmental?.count), value(local?.count)));
  });
});

describe('the publication database', () => {
  it('holds no answer, no respondent and no address of one, in any of its texts', async () => {
    const names = await databases.publication.$client.execute("select name from sqlite_master where type = 'table'");
    let text = '';
    for (const { name } of names.rows) {
      const rows = await databases.publication.$client.execute(`select * from "${String(name)}"`);
      text += JSON.stringify(rows.rows);
    }
    expect(text.length).toBeGreaterThan(100_000);
    const responses = await readResponses('2025', databases.workshop);
    const texts = responses.flatMap(({ answers }) => Object.values(answers).flatMap((answer) => (answer.state === 'answered' && answer.type === 'text' ? [answer.text] : [])));
    const private_ = texts.filter((each) => each.includes('@') || each.length > 40);
    expect(private_.length).toBeGreaterThan(20);
    for (const each of private_) expect(text).not.toContain(JSON.stringify(each).slice(1, -1));
    // Public contact addresses could stand in sources one day; those of respondents never.
    expect(text.match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/g) ?? []).toEqual([]);
    for (const word of ['"answers"', 'submittedAt', 'contact_email', 'initiative_name', '"deposit"']) expect(text).not.toContain(word);
  });

  it('keeps under the threshold every confidential count of one or two caisses', async () => {
    const entries = await listTables('2025.1', databases.publication);
    let confidential = 0;
    for (const { id } of entries) {
      const found = await findTable('2025.1', id, databases.publication);
      if (found?.level !== 'confidential') continue;
      confidential += 1;
      const counts = found.groups.flatMap((group) => group.rows.map((each) => value(each.count)));
      expect(counts.filter((count) => count === 1 || count === 2), id).toEqual([]);
    }
    expect(confidential).toBeGreaterThan(2);
  });

  it('refuses any change to what is published', async () => {
    const { $client } = databases.publication;
    await expect($client.execute("update edition_table set content = '{}'")).rejects.toThrow(/never changes/);
    await expect($client.execute('delete from edition_initiative')).rejects.toThrow(/never changes/);
    await expect($client.execute("insert into edition_wave values ('2025.1', 'x', '{}')")).rejects.toThrow(/never changes/);
    await expect($client.execute("update edition set content_hash = 'x'")).rejects.toThrow(/never changes/);
    await expect($client.execute('delete from edition')).rejects.toThrow(/never deleted/);
  });
});
