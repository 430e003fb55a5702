import { expect, test } from 'vitest';
import { attack } from '#lib/domain/confidentiality/attack.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { releaseTable } from '#lib/domain/confidentiality/release.ts';
import type { LeadType } from '#lib/domain/census/initiative.ts';
import { computeTable } from '#lib/domain/indicators/compute.ts';
import type { Breakdown, Measure } from '#lib/domain/indicators/definition.ts';
import { deriveTraits } from '#lib/domain/indicators/traits.ts';
import type { PublicationLevel } from '#lib/domain/questionnaire/codebook.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { caisse, codebookOf, indicatorOf, num, nums, one, question, respond, ticks } from '../indicators/world.ts';
import { generator } from './generator.ts';

const LEADS: LeadType[] = ['association', 'association', 'association', 'collectif', 'collectivite', 'mutuelle', 'ess'];
const STARTS = ['2023-05', '2024-10', '2024-11', '2025-01', '2025-09', undefined];
const CODES = ['a', 'b', 'c', 'd'];

function answer(measure: Measure, multiple: boolean, draw: () => number): Answer {
  if (draw() < 0.1) return { state: 'no_answer' };
  const pick = (): string => CODES[Math.floor(draw() ** 2 * CODES.length)] as string;
  if (measure === 'quantiles' || measure === 'classes') return num(Math.round(draw() ** 3 * 1000));
  if (measure === 'amounts_by_item') return nums(Object.fromEntries(CODES.filter(() => draw() < 0.5).map((code) => [code, Math.round(draw() ** 4 * 100_000)])));
  if (measure === 'mix') {
    const [x, y] = [Math.floor(draw() * 50), draw() < 0.4 ? 0 : Math.floor(draw() * 50)];
    return nums({ a: x, b: y, c: 100 - x - y, d: 0 });
  }
  return multiple ? ticks(...CODES.filter((_, index) => draw() < 0.9 - 0.28 * index)) : one(pick());
}

/** The tables of one indicator, whole and crossed, of a wave drawn by chance. */
function edition(seed: number, measure: Measure, multiple: boolean, level: PublicationLevel): PublishedTable[] {
  const draw = generator(seed);
  const frame = Array.from({ length: 8 + Math.floor(draw() * 40) }, (_, index) => caisse(`c${index}`, LEADS[Math.floor(draw() * LEADS.length)], STARTS[Math.floor(draw() * STARTS.length)]));
  const type = measure === 'mix' || measure === 'amounts_by_item' ? 'numbers' : measure === 'quantiles' || measure === 'classes' ? 'number' : multiple ? 'multiple' : 'single';
  const codebook = codebookOf([question('q', type, { codes: CODES, level, ...(measure === 'mix' ? { sum: { total: 100, tolerance: 0 } } : {}) })]);
  const responses = frame.filter(() => draw() < 0.7).map(({ slug }) => respond(slug, { q: answer(measure, multiple, draw) }));
  const classes = [{ code: 'low', label: { fr: 'l', en: 'l' }, max: 50 }, { code: 'mid', label: { fr: 'm', en: 'm' }, min: 50, max: 400 }, { code: 'high', label: { fr: 'h', en: 'h' }, min: 400 }];
  const indicator = indicatorOf('q', measure, { unit: 'eur_per_year', ...(measure === 'classes' ? { classes } : {}) });
  const traits = deriveTraits({ frame, responses, codebook });
  const breakdowns: (Breakdown | null)[] = [null, 'lead_type', 'start_period'];
  return breakdowns.map((breakdown) => releaseTable(computeTable({ indicator, breakdown, codebook, responses, frame, traits })));
}

const CASES: [Measure, boolean][] = [['distribution', true], ['distribution', false], ['classes', false], ['quantiles', false], ['mix', false], ['amounts_by_item', false]];

test.each(CASES.flatMap(([measure, multiple]) => (['confidential', 'open'] as const).map((level) => [measure, multiple, level] as const)))(
  '%s (several answers: %s), %s: nothing hidden is found again in 80 editions',
  (measure, multiple, level) => {
    let hidden = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const tables = edition(seed, measure, multiple, level);
      expect({ seed, found: attack(tables) }).toEqual({ seed, found: [] });
      hidden += JSON.stringify(tables).split('"status":"c"').length - 1;
    }
    // The test would say nothing if nothing had been hidden.
    expect(hidden).toBeGreaterThan(100);
  }
);

test('no count of one or two caisses, nor its complement, is shown of a confidential question', () => {
  for (let seed = 1; seed <= 80; seed++) {
    for (const table of edition(seed, 'distribution', true, 'confidential')) {
      for (const group of table.groups) {
        for (const { count } of group.rows) {
          if (count.status !== 'ok' || count.value === 0 || group.answered.status !== 'ok') continue;
          expect(count.value).toBeGreaterThanOrEqual(3);
          expect(group.answered.value - count.value).toBeGreaterThanOrEqual(3);
        }
      }
    }
  }
});
