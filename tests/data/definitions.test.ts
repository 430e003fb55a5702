import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LEAD_TYPES } from '#lib/domain/census/initiative.ts';
import { BASE_KINDS, BREAKDOWNS, MEASURES, type Indicator } from '#lib/domain/indicators/definition.ts';
import { PUBLICATION_LEVELS, QUESTION_TYPES, UNITS, type Codebook, type Question } from '#lib/domain/questionnaire/codebook.ts';
import { readPublishedFigures } from './raw-files.ts';

const load = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const codebooks = ['2025', '2026-demo'].map((wave) => load<Codebook>(`data/waves/${wave}/codebook.json`));
const indicators = readdirSync('data/indicators').map((file) => load<Indicator>(`data/indicators/${file}`));
const question = (codebook: Codebook, code: string): Question => codebook.questions.find((each) => each.code === code)!;
/** Every text of a definition: whatever has a `fr` and an `en`. */
const texts = (value: unknown): { fr: string; en: string }[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('fr' in value && 'en' in value) return [value as { fr: string; en: string }];
  return Object.values(value).flatMap(texts);
};

describe.each(codebooks)('the codebook of $wave', (codebook) => {
  it('uses the words of the domain and no code twice', () => {
    const codes = codebook.questions.map((each) => each.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const each of codebook.questions) {
      expect(QUESTION_TYPES).toContain(each.type);
      expect(PUBLICATION_LEVELS).toContain(each.level);
      if (each.unit) expect(UNITS).toContain(each.unit);
      const options = each.options?.map((option) => option.code) ?? [];
      expect(new Set(options).size).toBe(options.length);
      expect(['single', 'multiple', 'numbers'].includes(each.type)).toBe(options.length > 0);
    }
  });

  it('asks follow-up questions only after an answer that exists', () => {
    const conditional = codebook.questions.filter((each) => each.askedIf);
    expect(conditional.length).toBeGreaterThan(0);
    for (const { askedIf } of conditional) {
      const parent = question(codebook, askedIf!.question);
      for (const option of askedIf!.anyOf) expect(parent.options?.map((each) => each.code)).toContain(option);
    }
  });

  it('gives what identifies and what is said in confidence their levels', () => {
    const levels = Object.fromEntries(codebook.questions.map((each) => [each.code, each.level]));
    expect(levels).toMatchObject({
      initiative_name: 'identifying', contact_email: 'identifying', comment: 'internal', funding_amounts: 'confidential',
      public_funder_levels: 'confidential', annual_budget: 'open', funding_mix: 'open'
    });
    expect(codebook.provenance).toBe('synthetic');
    expect(codebook.title.fr).toContain('synthétique');
  });

  it('has lead types of the census, and a family for every funder type', () => {
    for (const option of question(codebook, 'lead_type').options!) expect(LEAD_TYPES).toContain(option.code);
    for (const option of question(codebook, 'funding_amounts').options!) expect(['self', 'private', 'public']).toContain(option.family);
  });

  it('words the seven objectives as they were published', () => {
    const { objectives } = load<{ objectives: { code: string; label: string }[] }>('tests/fixtures/facts/published-figures.json');
    const options = new Map(question(codebook, 'objectives').options!.map((each) => [each.code, each.label.fr.replaceAll('’', "'")]));
    for (const { code, label } of objectives) expect(options.get(code)).toBe(label);
    expect(readPublishedFigures().length).toBeGreaterThan(0);
  });
});

describe('the crosswalk of 2026 to 2025', () => {
  const [before, after] = codebooks as [Codebook, Codebook];

  it('continues every question of 2025, one of them with a break', () => {
    for (const each of after.questions) {
      expect(each.crosswalk).toHaveLength(1);
      expect(each.crosswalk![0]!.questions.every((code) => question(before, code) !== undefined)).toBe(true);
    }
    const broken = after.questions.filter((each) => !each.crosswalk![0]!.comparable);
    expect(broken.map((each) => each.code)).toEqual(['volunteers']);
    expect(question(after, 'volunteers').label.fr).not.toBe(question(before, 'volunteers').label.fr);
  });

  it('adds one objective', () => {
    const codes = (codebook: Codebook): string[] => question(codebook, 'objectives').options!.map((each) => each.code);
    expect(codes(after).filter((code) => !codes(before).includes(code))).toEqual(['health']);
    expect(codes(before).every((code) => codes(after).includes(code))).toBe(true);
  });
});

describe.each(indicators)('the indicator $id', (indicator) => {
  it('is computed from a question of each codebook that may be published, with its unit', () => {
    expect(MEASURES).toContain(indicator.measure);
    for (const codebook of codebooks) {
      const source = question(codebook, indicator.question);
      expect(['open', 'confidential']).toContain(source.level);
      expect(indicator.unit).toBe(source.unit ?? 'none');
      if (indicator.weightBy) expect(question(codebook, indicator.weightBy).unit).toBe('eur_per_year');
    }
  });

  it('names its bases and breakdowns from the finite lists', () => {
    expect(indicator.bases).toContain(indicator.base);
    for (const base of indicator.bases) expect(BASE_KINDS).toContain(base);
    for (const breakdown of indicator.breakdowns) expect(BREAKDOWNS).toContain(breakdown);
    const multiple = question(codebooks[0]!, indicator.question).type === 'multiple';
    expect(indicator.bases.includes('mentions')).toBe(multiple);
  });

  it('has a period when it is money, and no figure in its caveats', () => {
    if (indicator.unit.startsWith('eur_')) expect(indicator.period?.fr).toMatch(/par an|depuis leur création/);
    expect(indicator.caveats.map(({ fr, en }) => fr + en).join('\n').replaceAll(/100\s?%/g, '')).not.toMatch(/\d/);
  });

  it('leaves the total of the shares to the base line, which knows the base shown', () => {
    expect(indicator.caveats.map(({ fr }) => fr).join('\n')).not.toMatch(/dépasse/);
  });

  it('writes percentages as each language does', () => {
    expect(indicator.caveats.map(({ en }) => en).join('\n')).not.toMatch(/\s%/);
  });

  it('has classes that leave no gap', () => {
    const classes = indicator.classes ?? [];
    expect(classes.length > 0).toBe(indicator.measure === 'classes');
    classes.slice(1).forEach((each, index) => expect(each.min).toBe(classes[index]!.max));
  });
});

it('every text is written in both languages, with French spacing and typographic apostrophes', () => {
  const all = texts([codebooks, indicators]);
  expect(all.length).toBeGreaterThan(200);
  for (const { fr, en } of all) {
    expect(fr.trim() && en.trim(), fr).toBeTruthy();
    expect(fr, fr).not.toMatch(/[a-zà-ÿ]'|[^\u00A0\u202F][?!;:%€»]|«[^\u00A0\u202F]/i);
    expect(en, en).not.toMatch(/[a-z]'[a-z]/i);
  }
});

it('indicator files are named after their id', () => {
  expect(readdirSync('data/indicators').sort()).toEqual(indicators.map(({ id }) => `${id}.json`).sort());
});
