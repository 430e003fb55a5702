import { expect, it } from 'vitest';
import { fileWarnings } from '../../../src/routes/(editor)/edition/vagues/[wave]/depots/[deposit]/file-warnings.ts';
import { firstOpenStep, openPoints } from '../../../src/routes/(editor)/edition/vagues/[wave]/depots/[deposit]/steps.ts';
import { shippedCodebooks } from '#lib/server/wave-intake/shipped-codebooks.ts';
import type { Preparation } from '#lib/server/wave-intake/index.ts';

const codebook = shippedCodebooks()[0]!;

it('an unreadable file has one thing to settle, however many questions it does not answer', () => {
  const preparation = { mapping: [], findings: [], codebook, counts: { blocking: 40, unseen: 2, acknowledged: 0, information: 0 } } as unknown as Preparation;
  expect(openPoints(preparation)).toEqual({ lire: 1, associer: 0, reponses: 0, rapprocher: 0, controler: 1, comparer: 0, publier: 0 });
  expect(firstOpenStep(preparation)).toBe('controler');
});

it('says once that a file is the one of another wave, and nothing of its cells', () => {
  const warnings = fileWarnings({ codebook, findings: [
    { code: 'same_file_other_wave', level: 'blocking', where: {}, details: { wave: '2026', other: '2025' }, key: 'a', acknowledged: false },
    { code: 'wrong_dates', level: 'information', where: {}, key: 'b', acknowledged: false },
    { code: 'unmapped_column', level: 'blocking', where: { column: 2 }, key: 'c', acknowledged: false }
  ] }, 'en');
  expect(warnings.map(({ code }) => code)).toEqual(['same_file_other_wave']);
  expect(warnings[0]!.rule).toContain('2025');
});
