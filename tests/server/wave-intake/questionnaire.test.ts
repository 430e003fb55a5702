import { readXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryDatabases, type TestDatabases } from '#lib/server/db/testing.ts';
import { findCodebook } from '#lib/server/queries/waves.ts';
import { annotateHere } from '#lib/server/wave-intake/annotated.ts';
import { addOption, addQuestion, changeCodebook } from '#lib/server/wave-intake/codebook-edit.ts';
import { createWave } from '#lib/server/wave-intake/create-wave.ts';
import { createDeposit } from '#lib/server/wave-intake/deposits.ts';
import { readQuestion } from '#lib/server/wave-intake/question-form.ts';
import { questionnaireFile } from '#lib/server/wave-intake/template.ts';
import { readQuestionnaire } from '#lib/server/wave-intake/template-read.ts';
import { ACTOR, loadShippedCensus, shipped, shippedCodebook } from '../shipped.ts';

let databases: TestDatabases;
beforeEach(async () => {
  databases = await temporaryDatabases();
});
afterEach(() => databases.close());

const codebook = shippedCodebook('2026-demo');

describe('the template', () => {
  it.each(['xlsx', 'ods'] as const)('is read again as the questionnaire it was written from (%s)', async (format) => {
    const read = await readQuestionnaire(await questionnaireFile(codebook, format, 'fr'), `modele.${format}`);
    expect(read?.problems).toEqual([]);
    expect(read?.source).toBe('template');
    const bare = codebook.questions.map(({ aliases: _a, crosswalk: _c, options, scale, sum, ...rest }) => ({ ...rest, ...(sum ? { sum } : {}), ...(options ? { options: options.map(({ aliases: _b, ...option }) => option) } : {}), ...(scale ? { scale } : {}) }));
    expect(read?.questions).toEqual(bare);
  });

  it('has a list for each single choice', async () => {
    const { sheets } = await readXlsx(await questionnaireFile(codebook, 'xlsx', 'fr'));
    const validations = sheets[0]?.dataValidations?.filter(({ type }) => type === 'list') ?? [];
    expect(validations).toHaveLength(codebook.questions.filter(({ type }) => type === 'single').length);
  });

  it('says which lines mean nothing', async () => {
    const { readTemplate } = await import('#lib/server/wave-intake/template-read.ts');
    const { questions, problems } = readTemplate([['code', 'type', 'label_fr'], ['a', 'choice', 'A'], ['b', 'text', 'B'], ['b', 'text', 'C']], [['question', 'code', 'label_fr'], ['z', 'o', 'O']]);
    expect(problems).toEqual(['Dictionnaire 2: type « choice »', 'Dictionnaire 4: code « b »', 'Options 2: question « z »']);
    expect(questions[0]).toMatchObject({ code: 'b', level: 'internal' });
  });
});

describe('the structure of a survey tool', () => {
  it('becomes questions that are internal until somebody says otherwise', async () => {
    const file = readFileSync('tests/fixtures/reading/ls_structure_other.lss');
    const read = await readQuestionnaire(new Uint8Array(file), 'ls_structure_other.lss');
    expect(read?.source).toBe('lss');
    expect(read?.questions.length).toBeGreaterThan(0);
    expect(new Set(read?.questions.map(({ level }) => level))).toEqual(new Set(['internal']));
  });
});

describe('a codebook', () => {
  it('takes a new question or option as a new version, and never over somebody else’s', async () => {
    await createWave(codebook, ACTOR, databases.workshop);
    const change = (version: number, code: string) => changeCodebook({ wave: codebook.wave, actor: ACTOR, version, change: (content) => addQuestion(content, { code, type: 'text', label: { fr: 'Q', en: 'Q' }, level: 'internal' }) }, databases.workshop);
    expect(await change(1, 'new_one')).toBe(2);
    await expect(change(1, 'another')).rejects.toMatchObject({ code: 'codebook_changed' });
    await expect(change(2, 'new_one')).rejects.toMatchObject({ code: 'impossible_value' });
    expect((await findCodebook(codebook.wave, databases.workshop))?.content.questions).toHaveLength(codebook.questions.length + 1);
    expect((await findCodebook(codebook.wave, databases.workshop, 1))?.content).toEqual(codebook);
  });

  it('puts a new option before "other"', () => {
    const before = codebook.questions.find(({ options }) => options?.some(({ other }) => other))!;
    const after = addOption(codebook, before.code, { code: 'brand_new', label: { fr: 'N', en: 'N' } }).questions.find(({ code }) => code === before.code)!;
    expect(after.options?.findIndex(({ code }) => code === 'brand_new')).toBeLessThan(after.options!.findIndex(({ other }) => other));
  });
});

describe('the form of a question', () => {
  const form = (values: Record<string, string>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    return data;
  };
  const earlier = [shippedCodebook('2025')];

  it('keeps what it does not show, and says the crosswalk', () => {
    const before = codebook.questions.find(({ code }) => code === 'lead_type')!;
    const { question, problems } = readQuestion(form({ label_fr: 'Portage', label_en: 'Lead', type: 'single', level: 'open', options: 'association | Association | Association\nune nouvelle', 'cw:2025:relation': 'reworded_no', 'cw:2025:questions': 'lead_type' }), earlier, before);
    expect(problems).toEqual([]);
    expect(question).toMatchObject({ code: 'lead_type', label: { fr: 'Portage', en: 'Lead' }, crosswalk: [{ wave: '2025', questions: ['lead_type'], relation: 'reworded', comparable: false }] });
    expect(question.options).toEqual([expect.objectContaining({ code: 'association', aliases: before.options?.[0]?.aliases }), { code: 'une_nouvelle', label: { fr: 'une nouvelle', en: 'une nouvelle' } }]);
  });

  it('is internal by default and refuses what means nothing', () => {
    expect(readQuestion(form({ label_fr: 'Âge moyen' }), earlier)).toMatchObject({ question: { code: 'age_moyen', level: 'internal' }, problems: [] });
    expect(readQuestion(form({ type: 'single', code: '9', min: 'x', 'cw:2025:relation': 'merged', 'cw:2025:questions': 'lead_type' }), earlier).problems).toEqual(['code', 'label', 'range', 'options', 'crosswalk:2025']);
  });
});

describe('the annotated copy', () => {
  it('holds the table as it stands, what was found beside each row, and the list', async () => {
    await loadShippedCensus(databases);
    await createWave(codebook, ACTOR, databases.workshop);
    const bytes = shipped('waves/2026-demo/vague-2026.xlsx');
    const { deposit } = await createDeposit({ wave: codebook.wave, filename: 'vague-2026.xlsx', bytes, actor: ACTOR }, databases.workshop);
    const { sheets } = await readXlsx(await annotateHere({ deposit: deposit.id, lang: 'fr' }, databases.workshop), { readComments: true } as never);
    const original = (await readXlsx(bytes)).sheets.find(({ name }) => name === sheets[0]?.name);
    expect(sheets.map(({ name }) => name).slice(1)).toEqual(['Constats']);
    const header = sheets[0]!.rows[2]!;
    expect(header.slice(-2)).toEqual(['Constats', 'Statut']);
    expect(sheets[0]!.rows[6]!.at(-2)).toContain('Les parts font 96 au lieu de 100');
    expect(sheets[0]!.rows[6]!.at(-1)).toBe('à confirmer');
    expect(String(sheets[0]!.rows[6]![1])).toBe(String(original?.rows[6]?.[1]));
    expect(sheets[1]!.rows.length).toBeGreaterThan(2);
  });
});
