import { expect, test } from 'vitest';
import type { LeadType } from '#lib/domain/census/initiative.ts';
import { releaseTable } from '#lib/domain/confidentiality/release.ts';
import { computeTable } from '#lib/domain/indicators/compute.ts';
import { methodNotes } from '#lib/domain/indicators/sentences/index.ts';
import { deriveTraits } from '#lib/domain/indicators/traits.ts';
import type { PublicationLevel } from '#lib/domain/questionnaire/codebook.ts';
import { codebookOf, frameOf, indicatorOf, question, respond, ticks } from '../indicators/world.ts';

/** 40 associations, of which 10 answer (8 with x); 20 authorities, of which 10 answer (2 with x). */
function table(level: PublicationLevel, lead: (index: number) => LeadType = (index) => (index < 40 ? 'association' : 'collectivite')) {
  const frame = frameOf(60, lead);
  const codebook = codebookOf([question('q', 'multiple', { codes: ['x'], level })]);
  const answering = [...frame.slice(0, 10), ...frame.slice(40, 50)];
  const responses = answering.map(({ slug }, index) => respond(slug, { q: index < 8 || index >= 18 ? ticks('x') : ticks() }));
  return releaseTable(computeTable({ indicator: indicatorOf('q', 'distribution'), breakdown: null, codebook, responses, frame, traits: deriveTraits({ frame, responses, codebook }) }));
}

test('post-stratified by hand: 2/3 × 80 % + 1/3 × 20 % = 60 %, against 50 % without weights', () => {
  const { weighted } = table('open');
  expect(weighted).toMatchObject({ margin: 'lead_type', rows: [{ code: 'x', value: { status: 'ok', value: 0.6 } }], warnings: [] });
  // Kish: (10·4 + 10·2)² / (10·16 + 10·4) = 18.
  expect(weighted?.effectiveSize).toBe(18);
});

test('both stand in the method notes', () => {
  const text = methodNotes(table('open'), 'fr').find((note) => note.code === 'weighted')?.text.replace(/[\u00A0\u202F]/g, ' ');
  expect(text).toBe('« x » : 50 % sans redressement, 60 % avec ; redressement sur le type de porteur, taille efficace 18');
});

test('nothing is weighted for a confidential question, nor on cells too small', () => {
  expect(table('confidential').weighted).toBeUndefined();
  expect(table('open', (index) => (index === 41 || index === 42 ? 'mutuelle' : 'association')).weighted).toBeUndefined();
});
