import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import type { TestDatabases } from '#lib/server/db/testing.ts';
import { draftHere } from '#lib/server/editions/draft.ts';
import { readAllIndicators } from '#lib/server/editions/indicators.ts';
import { publishHere } from '#lib/server/editions/publish.ts';
import { checkIndicator } from '#lib/server/indicators/check.ts';
import { currentCodebooks } from '#lib/server/indicators/codebooks.ts';
import { fieldsOf, type IndicatorFields } from '#lib/server/indicators/fields.ts';
import { firstTable, previewIndicator } from '#lib/server/indicators/preview.ts';
import { proposeFields } from '#lib/server/indicators/propose.ts';
import { publishableQuestions } from '#lib/server/indicators/questions.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { storeText } from '#lib/server/queries/editorial-texts.ts';
import { storeIndicator } from '#lib/server/queries/indicators.ts';
import { listPerimeters } from '#lib/server/queries/initiative-perimeter.ts';
import { findTable, findText, listTables } from '#lib/server/queries/publication.ts';
import { ACTOR, loadShippedCensus, shippedDatabases } from './shipped.ts';

const NOTE = { fr: 'Ce qui change.', en: 'What changes.' };
let databases: TestDatabases;
beforeEach(async () => {
  databases = await shippedDatabases();
});
afterEach(() => databases.close());
const publish = () => publishHere({ note: NOTE, actor: ACTOR }, undefined, databases);

/** A form as an editor would fill it for a question. */
async function filled(code: string, changes: Partial<IndicatorFields> = {}): Promise<IndicatorFields> {
  const indicators = await readAllIndicators(databases.workshop);
  const asked = publishableQuestions(await currentCodebooks(databases.workshop)).find(({ question }) => question.code === code);
  if (!asked) throw new Error(`${code} may not be published`);
  const words = { title_fr: 'Titre', title_en: 'Title', verb_fr: 'comptent', verb_en: 'count' };
  return { ...proposeFields(asked.question, indicators), ...words, ...changes };
}

async function check(fields: IndicatorFields, own?: string) {
  const around = { codebooks: await currentCodebooks(databases.workshop), indicators: await readAllIndicators(databases.workshop) };
  return checkIndicator(fields, { ...around, ...(own === undefined ? {} : { own }) });
}

async function added(fields: IndicatorFields): Promise<Indicator> {
  const { indicator, problems } = await check(fields);
  expect(problems).toEqual([]);
  if (!indicator) throw new Error('refused');
  await storeIndicator(indicator, 'indicator.save', ACTOR, databases.workshop);
  return indicator;
}

describe('an indicator added by an editor', () => {
  it('has its tables in the next edition, after those of its page, and none once it is retired', async () => {
    await publish();
    const indicator = await added(await filled('salaried_fte', { breakdowns: ['lead_type'] }));
    const preview = firstTable((await previewIndicator(indicator, databases.workshop)).tables);
    const second = await publish();
    const entries = (await listTables(second.version, databases.publication)).filter((entry) => entry.page === 'fonctionnement');
    expect(entries.filter((entry) => entry.indicator === 'salaried_fte').map(({ id }) => id)).toEqual(['2025.salaried_fte', '2025.salaried_fte.by.lead_type']);
    expect(entries.at(-1)?.indicator).toBe('salaried_fte');
    expect(await findTable(second.version, '2025.salaried_fte', databases.publication)).toEqual(preview);
    expect(await findTable('2025.1', '2025.salaried_fte', databases.publication)).toBeUndefined();
    const [event] = await listAudit(databases.workshop, { subject: 'indicator:salaried_fte' });
    expect(event).toMatchObject({ action: 'indicator.save', actor: ACTOR });

    await storeIndicator({ ...indicator, retired: true }, 'indicator.retire', ACTOR, databases.workshop);
    const third = await publish();
    expect(await findTable(third.version, '2025.salaried_fte', databases.publication)).toBeUndefined();
    expect(await findTable(second.version, '2025.salaried_fte', databases.publication)).toBeDefined();
  });

  it('is refused with the name of each field that is wrong', async () => {
    const fields = async (changes: Partial<IndicatorFields>, code = 'participants') => (await check(await filled(code, { id: 'another', ...changes }))).problems.map(({ field, code: problem }) => `${field} ${problem}`);
    expect(await fields({ title_fr: '', verb_en: '', order: '0', page: 'accueil' })).toEqual(expect.arrayContaining(['title_fr missing', 'verb_en missing', 'order number', 'page choice']));
    expect(await fields({ id: 'objectives', measure: 'quantiles' })).toEqual(['id taken']);
    expect(await fields({ measure: 'mix' })).toContain('measure measure');
    expect(await fields({ measure: 'quantiles', base: 'population', bases: ['answered', 'population'] })).toEqual(['bases bases']);
    expect(await fields({ measure: 'quantiles', base: 'population' })).toEqual(['base base']);
    expect(await fields({ measure: 'quantiles', breakdowns: ['size_class'] })).toEqual(['breakdowns itself']);
    expect(await fields({ measure: 'quantiles', unit: 'eur_per_year' })).toEqual(['period_fr period']);
    expect(await fields({ measure: 'quantiles', caveats_fr: 'un\ndeux', caveats_en: 'one' })).toEqual(['caveats_en caveats']);
    expect(await fields({ measure: 'classes', classes: 'a | A | A |  | 20\nb | B | B | 21 | ' })).toEqual(['classes cover']);
    expect(await fields({ measure: 'classes', classes: 'a | A\nb | B' })).toEqual(['classes shape']);
    expect(await fields({ measure: 'classes', classes: 'a | A | A |  | 20\nb | B | B | 20 | ' })).toEqual([]);
    expect(await fields({ question: 'contact_email' })).toEqual(['question question']);
  });

  it('every shipped definition passes the form unchanged', async () => {
    for (const indicator of await readAllIndicators(databases.workshop)) {
      const { indicator: again, problems } = await check(fieldsOf(indicator), indicator.id);
      expect(problems, indicator.id).toEqual([]);
      expect(again, indicator.id).toEqual(indicator);
    }
  });

  it('is offered for no internal nor identifying question', async () => {
    const codes = publishableQuestions(await currentCodebooks(databases.workshop)).map(({ question }) => question.code);
    expect(codes).toContain('salaried_fte');
    expect(codes.filter((code) => ['initiative_name', 'contact_email', 'comment'].includes(code))).toEqual([]);
  });
});

describe('the texts of an edition', () => {
  it('stop the publication while a number is stale, and say which; then are published', async () => {
    await storeText('intro.objectifs', { fr: '{{objectives.access.n=27}} caisses sur {{objectives.access.base}}.', en: '{{objectives.access.n}} of {{objectives.access.base}} caisses.' }, ACTOR, databases.workshop);
    const draft = await draftHere(undefined, databases);
    expect(draft.staleTexts.map(({ key, lang, code }) => `${key} ${lang} ${code}`)).toEqual(['intro.objectifs fr stale']);
    await expect(publish()).rejects.toMatchObject({ code: 'edition_text_stale' });
    const right = { fr: '{{objectives.access.n=28}} caisses sur {{objectives.access.base}}.', en: '{{objectives.access.n}} of {{objectives.access.base}} caisses.' };
    await storeText('intro.objectifs', right, ACTOR, databases.workshop);
    const edition = await publish();
    expect(await findText(edition.version, 'intro.objectifs', databases.publication)).toEqual(right);
  });

  it('refuse a percentage that no count can give', async () => {
    await storeText('intro.financements', { fr: '20 % des 11 caisses.', en: '20% of the 11 caisses.' }, ACTOR, databases.workshop);
    await expect(publish()).rejects.toMatchObject({ code: 'edition_text_stale' });
  });

  it('hold the perimeter in force, given with the first census and not again', async () => {
    await loadShippedCensus(databases, new TextEncoder().encode(''));
    const [first, ...others] = await listPerimeters(databases.workshop);
    expect(others).toEqual([]);
    const { version } = await publish();
    expect(await findText(version, 'perimeter.caisse', databases.publication)).toEqual(first?.caisse);
    expect((await findText(version, 'perimeter.since', databases.publication))?.fr).toBe(first?.since);
  });
});
