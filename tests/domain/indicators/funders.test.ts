import { expect, test } from 'vitest';
import { releaseFunders } from '#lib/domain/confidentiality/release-funders.ts';
import { releaseTable } from '#lib/domain/confidentiality/release.ts';
import { computeTable } from '#lib/domain/indicators/compute.ts';
import { funderProfiles } from '#lib/domain/indicators/funder-profiles.ts';
import { familySentences, funderSentences } from '#lib/domain/indicators/sentences/index.ts';
import { deriveTraits } from '#lib/domain/indicators/traits.ts';
import type { PublicationLevel } from '#lib/domain/questionnaire/codebook.ts';
import { codebookOf, frameOf, indicatorOf, nums, question, respond } from './world.ts';

/** Eight caisses: contributions, foundations, local and national money. */
const AMOUNTS: Record<string, number>[] = [
  { contributions: 10, foundations_funds: 100, local: 20 },
  { contributions: 20, foundations_funds: 80, local: 10 },
  { contributions: 30, foundations_funds: 70, local: 0 },
  { contributions: 60, foundations_funds: 50 },
  { contributions: 50, foundations_funds: 20, local: 15 },
  { contributions: 40, local: 10 },
  { contributions: 10, national: 90 },
  { contributions: 10, national: 30 }
];

function profiles(level: PublicationLevel) {
  const frame = frameOf(20);
  const codebook = codebookOf([question('funding_amounts', 'numbers', { codes: ['contributions', 'foundations_funds', 'local', 'national'], level })]);
  const responses = AMOUNTS.map((amounts, index) => respond(frame[index]!.slug, { funding_amounts: nums(amounts) }));
  const indicator = indicatorOf('funding_amounts', 'amounts_by_item', { unit: 'eur_since_creation' });
  const computed = computeTable({ indicator, breakdown: null, codebook, responses, frame, traits: deriveTraits({ frame, responses, codebook }) });
  const published = releaseTable(computed);
  const funders = releaseFunders(funderProfiles(computed), published);
  return { published: { ...published, funders }, find: (code: string) => funders.find((each) => each.code === code)! };
}

test('caisses, euros, dependency and co-funding, counted by hand', () => {
  const { find } = profiles('open');
  expect(find('foundations_funds')).toMatchObject({ family: 'private', count: { value: 5 }, total: { value: 320 }, median: { value: 70 }, dependent: { value: 3 } });
  // 320 of 725 euros in all.
  expect(find('foundations_funds').shareOfEuros).toMatchObject({ value: 320 / 725 });
  // Contributions make more than half of 60/110, 50/85 and 40/50; half of none exactly.
  expect(find('contributions').dependent).toMatchObject({ value: 3 });
  const together = Object.fromEntries(find('foundations_funds').together.map(({ code, count }) => [code, count.status === 'ok' && count.value]));
  expect(together).toEqual({ contributions: 5, local: 3, national: 0 });
  // Public: local of 1, 2, 5, 6 (a zero is not received) and national of 7, 8.
  expect(find('public')).toMatchObject({ level: 'family', count: { value: 6 }, total: { value: 175 } });
});

test('confidential: a hidden type is not given back by its family nor by shares of all euros', () => {
  const { find } = profiles('confidential');
  expect(find('national')).toMatchObject({ count: { status: 'c' }, total: { status: 'c' }, dependent: { status: 'c' } });
  // Six of eight: the two without public money would be told.
  expect(find('public')).toMatchObject({ count: { status: 'c' }, total: { status: 'c' } });
  expect(find('contributions').shareOfEuros).toEqual({ status: 'c' });
  // Three have both, and one of the four with local money has no foundation's: that one would be told.
  expect(find('foundations_funds').together.find((other) => other.code === 'local')?.count).toEqual({ status: 'c' });
});

test('in words', () => {
  const { find, published } = profiles('open');
  const plain = funderSentences(find('foundations_funds'), published, 'fr').join(' ').replace(/[\u00A0\u202F]/g, ' ');
  expect(plain).toBe('5 caisses sur les 8 qui ont donné leurs montants déclarent « foundations_funds », pour 320 € depuis leur création, soit 44 % de tous les euros déclarés. 3 en tirent plus de la moitié de leurs montants. Le plus souvent avec « contributions » (5 caisses sur 5).');
  const hidden = profiles('confidential');
  // Beside hidden counts, none can be said to be the most frequent.
  for (const code of ['contributions', 'foundations_funds', 'local', 'national']) {
    const funder = hidden.find(code);
    if (funder.together.some(({ count }) => count.status === 'c')) expect(funderSentences(funder, hidden.published, 'en').join(' ')).not.toContain('ost often');
  }
  expect(funderSentences(hidden.find('national'), hidden.published, 'en')).toEqual(['The number of caisses that report “national” is not published (c: statistical confidentiality).']);
});

test('the families add up in words, and one that would tell a hidden amount is said to be untold', () => {
  const plain = (level: PublicationLevel) => familySentences(profiles(level).published, 'fr').map((text) => text.replace(/[\u00A0\u202F]/g, ' '));
  expect(plain('open')).toEqual(['Les 8 caisses qui ont donné leurs montants déclarent en tout 725 € depuis leur création : autofinancement 230 € (32 % de ces euros), financements privés 320 € (44 % de ces euros) et financements publics 175 € (24 % de ces euros).']);
  const [told, hidden] = plain('confidential');
  expect(told).not.toMatch(/725|financements publics \d/);
  expect(hidden).toMatch(/inancements publics.* la somme n’est pas publiée/);
});
