import { describe, expect, it } from 'vitest';
import { compareWithPublished } from './published-figures.ts';
import { answerFacts, censusFacts, readCensusLines, readPublishedFigures, readWaveLines } from './raw-files.ts';

const figures = readPublishedFigures();
const census = censusFacts(readCensusLines());
const answers = answerFacts(readWaveLines());

describe('the shipped data reproduce what was published', () => {
  it.each(compareWithPublished(figures, census, answers))('$id: published $published, measured $measured', ({ agrees }) => {
    expect(agrees).toBe(true);
  });

  it('has a published figure to compare with for every rule', () => {
    expect(figures.map((figure) => figure.id)).toContain('budget.median');
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
  });
});

describe('the comparison can fail', () => {
  const disagreements = (changed: typeof answers): string[] =>
    compareWithPublished(figures, census, changed).flatMap(({ id, agrees }) => (agrees ? [] : [id]));

  it('sees one objective unticked', () => {
    const index = answers.findIndex((each) => each.objectives?.includes('access'));
    const changed = answers.map((each, at) => (at === index ? { ...each, objectives: [] } : each));
    expect(disagreements(changed)).toEqual(['objective.access']);
  });

  it('sees one euro more from a foundation', () => {
    const index = answers.findIndex((each) => each.amounts?.foundations_funds);
    const changed = answers.map((each, at) =>
      at === index ? { ...each, amounts: { ...each.amounts, foundations_funds: each.amounts!.foundations_funds! + 1 } } : each
    );
    expect(disagreements(changed)).toEqual(['funding.private_total']);
  });

  it('sees one response missing', () => {
    expect(disagreements(answers.slice(1))).toContain('wave.responses');
  });

  it('refuses a published figure that it has no rule for', () => {
    expect(() => compareWithPublished([{ id: 'new.figure', value: 1 }], census, answers)).toThrow(/new\.figure/);
  });
});
