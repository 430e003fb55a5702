import { expect, it } from 'vitest';
import type { FindingView } from '#lib/server/wave-intake/index.ts';
import { shippedCodebooks } from '#lib/server/wave-intake/shipped-codebooks.ts';
import { FINDINGS_A_PAGE, groupFindings } from '../../../src/routes/(editor)/edition/vagues/[wave]/depots/[deposit]/controler/groups.ts';

const codebook = shippedCodebooks()[0]!;
const missing = codebook.questions.slice(0, 12).map(({ code, label }): FindingView => ({ code: 'missing_question', level: 'blocking', where: {}, details: { question: code, label: label.fr, key: `missing@${code}` }, key: code, acknowledged: false }));
const likely = Array.from({ length: FINDINGS_A_PAGE + 5 }, (_, row): FindingView => ({ code: 'match_left_out', level: 'acknowledge', where: { row }, key: `${row}`, acknowledged: row < 2 }));

it('heads findings of several questions with their rule, and names no one of them', () => {
  const [group] = groupFindings(missing, codebook, 'fr', 1);
  expect(group!.rule).toContain('Aucune colonne ne répond à la question');
  for (const { label } of codebook.questions) expect(`${group!.rule} ${group!.wayOut}`).not.toContain(label.fr);
  expect(group!.findings.map(({ rule }) => rule)).toEqual(codebook.questions.slice(0, 12).map(({ label }) => expect.stringContaining(label.fr) as string));
  expect(`${group!.rule} ${group!.wayOut}`).not.toMatch(/[{}]/);
});

it('keeps the sentence of a finding that is alone of its rule', () => {
  expect(groupFindings(missing.slice(0, 1), codebook, 'fr', 1)[0]!.rule).toContain(codebook.questions[0]!.label.fr);
});

it('counts what can be confirmed on every page', () => {
  expect(groupFindings(missing, codebook, 'fr', 1)[0]!.unsettled).toBe(12);
  expect(groupFindings(likely, codebook, 'fr', 1)[0]!.unsettled).toBe(FINDINGS_A_PAGE + 3);
  expect(groupFindings([{ ...missing[0]!, code: 'missing_required_question' }], codebook, 'fr', 1)[0]!.unsettled).toBe(0);
});
