import { expect, it } from 'vitest';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { cellWords } from '#lib/server/wave-intake/cell-words.ts';
import type { CellColumn } from '#lib/server/wave-intake/cells.ts';

const words = (text: string) => ({ fr: text, en: `${text} (en)` });
const options = [{ code: 'yes', label: words('Oui') }, { code: 'no', label: words('Non') }];
const questions = [
  { code: 'one', type: 'single', options }, { code: 'many', type: 'multiple', options }, { code: 'grid', type: 'grid', options, scale: [{ code: '3', label: words('Beaucoup') }] },
  { code: 'number', type: 'number' }, { code: 'text', type: 'text' }
] as unknown as Codebook['questions'];
const codebook = { questions } as Codebook;
const column = (question: string, rest: Partial<CellColumn> = {}): CellColumn => ({ index: 1, header: '', role: 'answer', question, ...rest });
const wording = (value: string, of: CellColumn): string | undefined => cellWords({ text: '…', value }, of, codebook, 'fr').wording;

it('says the wording of what a cell is read as, and keeps the code', () => {
  expect(cellWords({ text: 'oui', value: 'yes' }, column('one'), codebook, 'en')).toEqual({ text: 'oui', value: 'yes', wording: 'Oui (en)' });
  expect(wording('yes + no', column('many'))).toBe('Oui + Non');
  expect(wording('0', column('many'))).toBe('aucune');
  expect(wording('1', column('many', { option: 'yes' }))).toBe('coché');
  expect(wording('0', column('many', { option: 'yes' }))).toBe('non coché');
  expect(wording('3', column('grid', { option: 'yes' }))).toBe('Beaucoup');
});

it('adds nothing to numbers, texts, other texts and codes that the questionnaire lost', () => {
  expect(wording('3', column('number'))).toBeUndefined();
  expect(wording('yes', column('text'))).toBeUndefined();
  expect(wording('yes', column('one', { other: true }))).toBeUndefined();
  expect(wording('gone', column('one'))).toBeUndefined();
  expect(wording('yes + gone', column('many'))).toBeUndefined();
  expect(cellWords({ text: '', missing: 'no_answer' }, column('one'), codebook, 'fr')).toEqual({ text: '', missing: 'no_answer' });
});
