import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { applyCodebook } from '#lib/reading/apply-codebook.ts';
import { readFile } from '#lib/reading/read.ts';
import type { Interpretation } from '#lib/reading/types.ts';
import { answerFact } from './answer-facts.ts';
import { compareWithPublished } from './published-figures.ts';
import { answerFacts, censusFacts, readCensusLines, readPublishedFigures, readWaveLines } from './raw-files.ts';

async function understand(wave: string, name: string): Promise<Interpretation> {
  const codebook = JSON.parse(readFileSync(`data/waves/${wave}/codebook.json`, 'utf8')) as Codebook;
  return applyCodebook(await readFile(readFileSync(`data/waves/${wave}/${name}`), name), codebook, {});
}

describe('the files as the product reads them', () => {
  it('2025: nothing to settle, every question found, every published figure', async () => {
    const { responses, findings, mapping } = await understand('2025', 'results-survey814275.csv');
    expect(findings.filter(({ level }) => level !== 'information')).toEqual([]);
    expect(mapping.every(({ question }) => question !== undefined && question !== 'ignore')).toBe(true);
    const facts = responses.map(({ answers }) => answerFact(answers));
    expect(facts).toEqual(answerFacts(readWaveLines()).map((fact) => ({ ...fact, lead: expect.any(String) as string, ...(fact.amounts ? { amounts: expect.any(Object) as object } : {}) })));
    const comparison = compareWithPublished(readPublishedFigures(), censusFacts(readCensusLines()), facts);
    expect(comparison.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it('2026: nothing that blocks, one mix to acknowledge, three bodies kept as "Autre"', async () => {
    const { responses, findings, mapping } = await understand('2026-demo', 'vague-2026.xlsx');
    expect(responses).toHaveLength(38);
    expect(mapping.every(({ question }) => question !== undefined && question !== 'ignore')).toBe(true);
    expect(findings.filter(({ level }) => level === 'blocking')).toEqual([]);
    expect(findings.filter(({ level }) => level === 'acknowledge').map(({ code }) => code)).toEqual(['sum_not_total']);
    const others = responses.map(({ answers }) => answers.governance).filter((answer) => answer?.state === 'answered' && answer.type === 'multiple' && answer.other);
    expect(others).toHaveLength(3);
  });
});
