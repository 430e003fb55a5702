import { expect, it } from 'vitest';
import { nameChange } from '#lib/server/wave-intake/decision-names.ts';
import { FINDING_CATALOGUE, findingSentences, ruleName } from '#lib/server/wave-intake/finding-sentences.ts';
import { shippedCodebooks } from '#lib/server/wave-intake/shipped-codebooks.ts';

const codebook = shippedCodebooks().find(({ questions }) => questions.some(({ sum }) => sum))!;
const question = codebook.questions.find(({ sum }) => sum)!;
const [option] = question.options!;

const finding = (code: string) => ({
  code, level: 'acknowledge' as const, where: {}, value: 'x',
  details: { question: question.code, label: question.label.fr, option: option!.code, suggestion: option!.label.fr, blank: option!.label.fr, sum: 75, total: 100, key: `k@${question.code}`, choices: code === 'sheet' ? 'Feuille 1, Feuille 2' : 'accept, choose_rows', condition: `${question.code} = ${option!.code}`, rule: 'unmapped_column', count: 30 }
});

it.each(Object.keys(FINDING_CATALOGUE))('%s: on a screen, no code of a question, of an option, of a decision or of a rule', (code) => {
  for (const lang of ['fr', 'en'] as const) {
    const { rule, wayOut } = findingSentences(finding(code), lang, codebook);
    for (const raw of [question.code, `${option!.code}`, 'choose_rows', 'wrong_wave', 'unmapped_column']) expect(` ${rule} ${wayOut} `).not.toMatch(new RegExp(`[\\s(«"“]${raw}[\\s),»"”.]`));
  }
});

it('says the wordings of the language of the screen', () => {
  const { rule } = findingSentences(finding('part_blank_short'), 'en', codebook);
  expect(rule).toContain(question.label.en);
  expect(rule).toContain(option!.label.en);
  expect(rule).toContain('75 out of 100');
  expect(findingSentences(finding('part_blank_short'), 'fr').rule).toContain(question.code);
});

it('names a rule without what a finding adds to it', () => {
  for (const code of Object.keys(FINDING_CATALOGUE)) expect(ruleName(code, 'fr')).not.toMatch(/[{}]/);
});

it('tells a decision by wordings', () => {
  const change = { section: 'questions' as const, key: 'Budget', before: null, after: `${question.code}#${option!.code}` };
  expect(nameChange(change, codebook, 'en').after).toBe(`${question.label.en} — ${option!.label.en}`);
  expect(nameChange({ section: 'acknowledged', key: 'unmapped_column@3:4', before: null, after: 'seen' }, codebook, 'fr').key).toBe(`${ruleName('unmapped_column', 'fr')} (3, 4)`);
});
