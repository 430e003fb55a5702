import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Codebook, PublicationLevel } from '#lib/domain/questionnaire/codebook.ts';
import type { TestDatabases } from '#lib/server/db/testing.ts';
import { draftHere } from '#lib/server/editions/draft.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { insertCodebook } from '#lib/server/queries/waves.ts';
import { findTable } from '#lib/server/queries/publication.ts';
import { changeCodebook, replaceQuestion } from '#lib/server/wave-intake/codebook-edit.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { ACTOR, shippedCodebook, shippedDatabases } from '../shipped.ts';

const NOTE = { fr: 'Ce qui change.', en: 'What changes.' };
let databases: TestDatabases;
beforeEach(async () => {
  databases = await shippedDatabases();
});
afterEach(() => databases.close());

const publish = (more: object = {}) => publishHere({ note: NOTE, actor: ACTOR, ...more }, undefined, databases);
const draft = () => draftHere(undefined, databases);
let version = 1;
beforeEach(() => void (version = 1));
async function setLevel(code: string, level: PublicationLevel): Promise<void> {
  const change = (codebook: Codebook): Codebook => replaceQuestion(codebook, { ...codebook.questions.find((each) => each.code === code)!, level });
  version = await changeCodebook({ wave: '2025', actor: ACTOR, version, change }, databases.workshop);
}

describe('a question that becomes less protected', () => {
  it('is listed with its tables, and must be acknowledged before anything is published', async () => {
    await publish();
    await setLevel('political_support', 'open');
    const key = '2025.political_support:confidential>open';
    expect((await draft()).levelChanges).toMatchObject([{ key, from: 'confidential', to: 'open', tables: 3, label: { fr: expect.any(String) as string } }]);
    await expect(publish()).rejects.toMatchObject({ code: 'levels_unacknowledged', details: { changes: key } });
    await expect(publish({ acknowledged: ['2025.political_support:internal>open'] })).rejects.toMatchObject({ code: 'levels_unacknowledged' });
    const second = await publish({ acknowledged: [key] });
    expect((await findTable(second.version, '2025.political_support', databases.publication))?.level).toBe('open');
    const events = (await listAudit(databases.workshop)).filter(({ action }) => action === 'edition.acknowledge');
    expect(events).toMatchObject([{ actor: ACTOR, subject: `edition:${second.version}`, details: { levels: [{ key, tables: 3 }] } }]);
    // Said once: the next edition is set against this one.
    expect((await draft()).levelChanges).toEqual([]);
  });

  it('is caught before the first edition too, against the questionnaire of the commit', async () => {
    await setLevel('public_funder_levels', 'open');
    expect((await draft()).levelChanges.map(({ key }) => key)).toEqual(['2025.public_funder_levels:confidential>open']);
    await expect(publish()).rejects.toMatchObject({ code: 'levels_unacknowledged' });
  });

  it('is caught when it was never published: internal and identifying answers', async () => {
    await publish();
    await setLevel('funding_details', 'confidential');
    await setLevel('contact_email', 'open');
    expect((await draft()).levelChanges.map(({ key }) => key)).toEqual(['2025.contact_email:identifying>open', '2025.funding_details:internal>confidential']);
    await expect(publish({ acknowledged: ['2025.contact_email:identifying>open'] })).rejects.toMatchObject({ code: 'levels_unacknowledged' });
  });

  it('asks nothing when it becomes more protected', async () => {
    await publish();
    await setLevel('political_support', 'internal');
    expect((await draft()).levelChanges).toEqual([]);
    await publish();
    await setLevel('political_support', 'confidential');
    expect((await draft()).levelChanges.map(({ key }) => key)).toEqual(['2025.political_support:internal>confidential']);
  });
});

describe('a questionnaire that loses what answers stand under', () => {
  const without = (codebook: Codebook, question: string, option?: string): Codebook => ({
    ...codebook,
    questions: codebook.questions.flatMap((each) => (each.code !== question ? [each] : option === undefined ? [] : [{ ...each, options: (each.options ?? []).filter(({ code }) => code !== option) }]))
  });

  it('is refused when it is saved, with the place and the way out', async () => {
    const shipped = shippedCodebook('2025');
    const option = createWave(without(shipped, 'objectives', 'access'), ACTOR, databases.workshop);
    await expect(option).rejects.toMatchObject({ code: 'codebook_orphans', details: { wave: '2025', places: 'objectives › access (28, 2)' } });
    await expect(createWave(without(shipped, 'political_support'), ACTOR, databases.workshop)).rejects.toMatchObject({ code: 'codebook_orphans' });
    const type = shipped.questions.map((each) => (each.code === 'volunteers' ? { ...each, type: 'text' as const } : each));
    await expect(createWave({ ...shipped, questions: type }, ACTOR, databases.workshop)).rejects.toMatchObject({ code: 'codebook_orphans' });
    // Nobody gave it: it may go.
    expect((await createWave(without(shipped, 'public_funder_levels', 'european'), ACTOR, databases.workshop)).outcome).toBe('updated');
    expect((await publish()).version).toBe('2025.1');
  });

  it('is said by the draft, and never fails, when it is there already', async () => {
    await databases.workshop.transaction((tx) => insertCodebook(tx, { wave: '2025', version: 2, content: without(shippedCodebook('2025'), 'objectives', 'access'), at: new Date().toISOString(), actor: ACTOR }));
    await expect(draft()).rejects.toMatchObject({ code: 'codebook_orphans', status: 409 });
    await expect(publish()).rejects.toMatchObject({ code: 'codebook_orphans' });
  });
});
