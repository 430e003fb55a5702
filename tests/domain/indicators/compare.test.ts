import { describe, expect, test } from 'vitest';
import { releaseComparison } from '#lib/domain/confidentiality/release-comparison.ts';
import { releaseTable } from '#lib/domain/confidentiality/release.ts';
import { compareTables } from '#lib/domain/indicators/compare.ts';
import { computeTable } from '#lib/domain/indicators/compute.ts';
import { changeSentence, compositionSentence } from '#lib/domain/indicators/sentences/index.ts';
import { deriveTraits } from '#lib/domain/indicators/traits.ts';
import type { Codebook, Crosswalk, Question } from '#lib/domain/questionnaire/codebook.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { codebookOf, frameOf, indicatorOf, num, question, respond, ticks } from './world.ts';

const frame = frameOf(60);
const indicator = indicatorOf('q', 'distribution');
const same: Crosswalk = { wave: '2025', questions: ['q'], relation: 'same', comparable: true };

function wave(id: string, asked: Question): Codebook {
  return { ...codebookOf([asked]), wave: id };
}

/** Computed and published table of a wave where the caisses of these numbers answered. */
function tables(codebook: Codebook, answers: Map<number, Answer>, of = indicator) {
  const responses = [...answers].map(([index, answer]) => ({ ...respond(frame[index]!.slug, { q: answer }), wave: codebook.wave }));
  const computed = computeTable({ indicator: of, breakdown: null, codebook, responses, frame, traits: deriveTraits({ frame, responses, codebook }) });
  return { computed, published: releaseTable(computed) };
}

const range = (from: number, to: number, answer: (index: number) => Answer): Map<number, Answer> => new Map(Array.from({ length: to - from }, (_, index) => [from + index, answer(from + index)]));

/** First wave: caisses 0–31, x ticked by 0–27. Second: caisses 7–44, x ticked by 9–36 and 40–44. */
const first = range(0, 32, (index) => (index < 28 ? ticks('x') : ticks()));
const second = range(7, 45, (index) => ((index >= 9 && index < 37) || index >= 40 ? ticks('x') : ticks()));

function compared(level: 'open' | 'confidential' = 'open', crosswalk: Crosswalk[] = [same], codes = ['x']) {
  const before = tables(wave('2025', question('q', 'multiple', { codes: ['x'], level })), first);
  const after = tables(wave('2026', question('q', 'multiple', { codes, level, crosswalk })), second);
  return { comparison: releaseComparison(compareTables(before.computed, after.computed), before.published, after.published), after: after.published };
}

describe('a tick at two waves', () => {
  const { comparison, after } = compared();
  test('who stayed, entered and left', () => expect(comparison).toMatchObject({ answeredBefore: 32, answeredAfter: 38, stayed: 25, entered: 13, left: 7 }));
  test('level and paired change, counted by hand', () => {
    const [row] = comparison.rows;
    // Stayed: 7–31. x before: 7–27 (21); after: 9–31 (23); gained 28–31, lost 7–8.
    expect(row?.paired).toMatchObject({ n: { value: 25 }, before: { value: 21 }, after: { value: 23 }, gained: { value: 4 }, lost: { value: 2 } });
    // R: binom.test(4, 6)$p.value
    expect(row?.paired?.mcnemar).toEqual({ status: 'ok', value: 0.6875 });
    expect(row?.level).toMatchObject({ value: 33 / 38 - 28 / 32 });
    expect(row?.levelInterval?.low).toBeLessThan(0);
    expect(row?.levelInterval?.high).toBeGreaterThan(0);
  });
  test('sentences', () => {
    const plain = (text: string | undefined): string | undefined => text?.replace(/[\u00A0\u202F]/g, ' ');
    expect(plain(changeSentence(after, comparison, 'x', 'fr'))).toBe('Depuis 2025, « x » passe de 28 sur 32 à 33 sur 38 (−0,7 point) ; parmi les 25 caisses qui ont répondu aux deux vagues, de 21 à 23 (4 en plus, 2 en moins).');
    expect(changeSentence(after, comparison, 'x', 'en')).toBe('Since 2025, “x” went from 28 of 32 to 33 of 38 (−0.7 percentage points); among the 25 caisses that answered both waves, from 21 to 23 (4 more, 2 fewer).');
    expect(plain(compositionSentence(comparison, 'fr'))).toBe('25 des 32 caisses qui avaient répondu en 2025 ont de nouveau répondu (78 %) ; 13 répondent pour la première fois, 7 n’ont pas répondu cette fois.');
    expect(changeSentence(after, comparison, 'none', 'fr')).toBeUndefined();
  });
});

test('an option of one wave only is not compared', () => {
  const { comparison } = compared('open', [same], ['x', 'new']);
  expect(comparison.rows.find((row) => row.code === 'new')).toEqual({ code: 'new', label: { fr: 'new', en: 'new' }, presence: 'added', after: { status: 'ok', value: 0 } });
});

describe('breaks in series', () => {
  test('declared', () => {
    const note = { fr: 'Autre seuil.', en: 'Another threshold.' };
    const { comparison, after } = compared('open', [{ ...same, relation: 'reworded', comparable: false, note }]);
    expect(comparison).toMatchObject({ comparable: false, rows: [], note, stayed: 25 });
    expect(changeSentence(after, comparison, 'x', 'en')).toBe('The series breaks after 2025: Another threshold.');
  });
  test('a wording that changed without anybody saying so', () => {
    const before = tables(wave('2025', question('q', 'multiple', { codes: ['x'] })), first);
    const after = tables(wave('2026', question('q', 'multiple', { codes: ['x'], label: { fr: 'Autrement ?', en: 'Otherwise?' } })), second);
    expect(compareTables(before.computed, after.computed).comparability.comparable).toBe(false);
  });
});

test('confidential moves from which one or two caisses could be told are hidden, the level is not', () => {
  const [row] = compared('confidential').comparison.rows;
  expect(row?.level?.status).toBe('ok');
  expect(row?.paired).toMatchObject({ n: { value: 25 }, before: { status: 'c' }, lost: { status: 'c' }, mcnemar: { status: 'c' } });
});

test('a number: medians, and how many went up or down', () => {
  const quantiles = indicatorOf('q', 'quantiles', { unit: 'people' });
  const before = tables(wave('2025', question('q', 'number')), range(0, 30, (index) => num(10 + index)), quantiles);
  const after = tables(wave('2026', question('q', 'number', { crosswalk: [same] })), range(10, 40, (index) => num(index < 20 ? 60 + index : 10 + index)), quantiles);
  const comparison = releaseComparison(compareTables(before.computed, after.computed), before.published, after.published);
  expect(comparison.number).toMatchObject({ medianBefore: { value: 24.5 }, paired: { n: { value: 20 }, up: { value: 10 }, down: { value: 0 }, same: { value: 10 }, change: { value: 25 } } });
});

test('only two waves of one indicator are compared', () => {
  const { computed } = tables(wave('2025', question('q', 'multiple', { codes: ['x'] })), first);
  expect(() => compareTables(computed, computed)).toThrow(/two waves/);
});
