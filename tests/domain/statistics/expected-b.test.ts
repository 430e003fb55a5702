import { afterAll, describe, expect, test } from 'vitest';
import { degreesOfFreedom } from '#lib/domain/statistics/design/degrees-of-freedom.ts';
import { designProportionInterval, type ProportionMethod } from '#lib/domain/statistics/design-proportion-interval.ts';
import { domainMean, domainTotal, meanByGroup } from '#lib/domain/statistics/domain-estimation.ts';
import { mean } from '#lib/domain/statistics/mean.ts';
import { meanOfShares } from '#lib/domain/statistics/mean-of-shares.ts';
import { median } from '#lib/domain/statistics/median.ts';
import { medianInterval } from '#lib/domain/statistics/median-interval.ts';
import { multipleResponse } from '#lib/domain/statistics/multiple-response.ts';
import { present } from '#lib/domain/statistics/present.ts';
import { quantile, type QuantileType } from '#lib/domain/statistics/quantile.ts';
import { shareOfTotals } from '#lib/domain/statistics/ratio.ts';
import { share } from '#lib/domain/statistics/share.ts';
import { weightedQuantile, type QuantileRule } from '#lib/domain/statistics/weighted-quantile.ts';
import { weightedQuantileInterval } from '#lib/domain/statistics/weighted-quantile-interval.ts';
import { kish } from '#lib/domain/statistics/weights/kish.ts';
import { column, designs, ids, numbers } from './d1.ts';
import { compareEstimate } from './estimate-references.ts';
import type { DesignName, ExpectedB } from './expected-b.ts';
import { compareProportion } from './proportion-references.ts';
import { Ledger, numbersOf, reference, TOLERANCE } from './references.ts';

const expected = reference<ExpectedB>('expected_B_d1.json');
const ledger = new Ledger();
const budget = numbers('budget');
const territories = column('territoire');
const entries = <T>(record: Record<string, T>): [string, T][] => Object.entries(record);

afterAll(() => {
  const all = numbersOf(expected);
  const missed = all.filter((path) => !ledger.seen.has(path));
  console.info(`expected_B: ${ledger.seen.size} of ${all.length} reference values compared`);
  expect(missed).toEqual([]);
});

describe('weights', () => {
  test.each(Object.keys(expected.weights))('%s', (name) => {
    const design = designs[name]!;
    const tolerance = name === 'raked' ? TOLERANCE.rakedWeight : TOLERANCE.estimate;
    ids.forEach((id, unit) =>
      ledger.compare(`weights/${name}/${id}`, design.weights[unit], expected.weights[name]![id]!, tolerance)
    );
    const effect = kish(design.weights)!;
    ledger.compare(`kish/${name}/deff_kish`, effect.designEffect, expected.kish[name]!.deff_kish, TOLERANCE.estimate);
    ledger.compare(`kish/${name}/n_eff`, effect.effectiveSize, expected.kish[name]!.n_eff, TOLERANCE.estimate);
    ledger.compare(`degf/${name}`, degreesOfFreedom({ design }), expected.degf[name]!, 0);
    ledger.compare('n', design.weights.length, expected.n, 0);
    ledger.compare('N', Math.round(design.weights.reduce((a, b) => a + b, 0) * 1e9) / 1e9, expected.N, 0);
    expect(effect.effectiveSize).toBeLessThanOrEqual(32);
  });
});

describe('objectives', () => {
  const items = Object.keys(expected.objectifs.items);
  const answers = ids.map((_, unit) =>
    numbers(items[0]!)[unit] === undefined ? undefined : items.filter((item) => numbers(item)[unit] === 1)
  );
  const counted = multipleResponse({ answers, options: items });

  test('bases', () => {
    ledger.compare('objectifs/base_repondants', counted.respondents, expected.objectifs.base_repondants, 0);
    ledger.compare('objectifs/base_mentions', counted.mentions, expected.objectifs.base_mentions, 0);
    ledger.compare('objectifs/aucun', counted.none, expected.objectifs.aucun, 0);
    expect(counted.skipped).toBe(1);
  });

  test.each(items)('%s', (item) => {
    const path = `objectifs/items/${item}`;
    const at = expected.objectifs.items[item]!;
    const row = counted.rows.find((candidate) => candidate.option === item)!;
    ledger.compare(`${path}/count`, row.count, at.count, 0);
    ledger.compare(`${path}/pct_of_respondents`, row.ofRespondents?.value, at.pct_of_respondents, TOLERANCE.estimate);
    ledger.compare(`${path}/pct_of_mentions`, row.ofMentions?.value, at.pct_of_mentions, TOLERANCE.estimate);
    const ofAll = share({ numerator: row.count, base: answers.length, kind: 'respondents' });
    ledger.compare(`${path}/pct_of_all_32_WRONG_if_missing`, ofAll?.value, at.pct_of_all_32_WRONG_if_missing, TOLERANCE.estimate);
    compareProportion(ledger, `${path}/srs`, at.srs);
    const values = numbers(item);
    compareEstimate(ledger, `${path}/svymean_domain`, domainMean({ design: designs.srs!, values }), at.svymean_domain);
    compareEstimate(ledger, `${path}/stratified_domain`, domainMean({ design: designs.stratified!, values }), at.stratified_domain);
    compareEstimate(ledger, `${path}/poststratified`, domainMean({ design: designs.poststratified!, values }), at.poststratified);
    compareEstimate(ledger, `${path}/raked`, domainMean({ design: designs.raked!, values }), at.raked);
    expect(row.ofRespondents?.value).toBeGreaterThan(row.ofMentions!.value);
  });

  test.each(['o_acces', 'o_precarite'] as const)('intervals over a design, %s', (item) => {
    for (const [name, methods] of entries(expected.objectifs[`ciprop_${item}`])) {
      const design = designs[name]!;
      const values = numbers(item);
      const domain = values.map((value) => value !== undefined);
      const estimate = domainMean({ design, values })!;
      for (const [method, pair] of entries(methods)) {
        if (typeof pair === 'string') continue;
        const df = degreesOfFreedom({ design, domain });
        const actual = designProportionInterval({ ...estimate, df, method: method as ProportionMethod });
        const path = `objectifs/ciprop_${item}/${name}/${method}`;
        ledger.compare(`${path}/0`, actual?.low, pair[0], TOLERANCE.interval);
        ledger.compare(`${path}/1`, actual?.high, pair[1], TOLERANCE.interval);
      }
    }
    expect(ledger.seen.has(`objectifs/ciprop_${item}/srs/beta/0`)).toBe(true);
  });
});

test("political support, with and without don't know", () => {
  const { counts, base_avec_nsp: withDontKnow, base_hors_nsp: without } = expected.soutien_politique;
  const answers = column('soutien_politique');
  const known = answers.filter((answer) => answer !== 'nsp').length;
  for (const [answer, count] of entries(counts)) {
    const numerator = answers.filter((given) => given === answer).length;
    ledger.compare(`soutien_politique/counts/${answer}`, numerator, count, 0);
    const all = share({ numerator, base: answers.length, kind: 'respondents' });
    ledger.compare(`soutien_politique/base_avec_nsp/${answer}`, all?.value, withDontKnow[answer]!, TOLERANCE.estimate);
    if (without[answer] === undefined) continue;
    const some = share({ numerator, base: known, kind: 'answered' });
    ledger.compare(`soutien_politique/base_hors_nsp/${answer}`, some?.value, without[answer], TOLERANCE.estimate);
  }
  expect(known).toBe(29);
});

describe('budget', () => {
  test.each(Object.keys(designs))('mean and total, %s', (name) => {
    const at = expected.budget[name as DesignName];
    const design = designs[name]!;
    const average = domainMean({ design, values: budget });
    ledger.compare(`budget/${name}/n`, average?.n, at.n, 0);
    compareEstimate(ledger, `budget/${name}/mean`, average, at.mean);
    compareEstimate(ledger, `budget/${name}/total_of_answering_domain`, domainTotal({ design, values: budget }), at.total_of_answering_domain);
    expect(average?.df).toBe(expected.degf[name]);
  });

  test('without weights', () => {
    const raw = expected.budget.raw;
    const simple = mean({ values: budget, N: 60 })!;
    const number = (name: string, actual: number | undefined, value: number): void =>
      ledger.compare(`budget/raw/${name}`, actual, value, TOLERANCE.estimate);
    number('n', simple.n, raw.n);
    number('mean', simple.estimate, raw.mean);
    number('sd', simple.standardDeviation, raw.sd);
    number('se_mean_fpc_N60', simple.standardError, raw.se_mean_fpc_N60);
    number('min', quantile(budget, 0), raw.min);
    number('max', quantile(budget, 1), raw.max);
    number('median', median(budget), raw.median);
    raw.quantile_types.forEach((row, i) =>
      row.forEach((value, j) =>
        number(`quantile_types/${i}/${j}`, quantile(budget, [0.1, 0.25, 0.5, 0.75, 0.9][j]!, (i + 1) as QuantileType), value)
      )
    );
    expect(raw.quantile_types).toHaveLength(9);
  });

  test.each(Object.keys(expected.budget_quantiles))('weighted quantiles, %s', (name) => {
    const design = designs[name]!;
    for (const [rule, values] of entries(expected.budget_quantiles[name]!)) {
      if (rule === 'ci_median' || rule === 'ci_columns') continue;
      (values as number[]).forEach((value, i) => {
        const actual = weightedQuantile({ values: budget, weights: design.weights, p: [0.25, 0.5, 0.75][i]!, rule: rule as QuantileRule });
        ledger.compare(`budget_quantiles/${name}/${rule}/${i}`, actual, value, TOLERANCE.estimate);
      });
    }
    for (const [method, numbers] of entries(expected.budget_quantiles[name]!.ci_median)) {
      const actual = weightedQuantileInterval({ values: budget, design, p: 0.5, method: method as 'mean' })!;
      const path = `budget_quantiles/${name}/ci_median/${method}`;
      [actual.estimate, actual.low, actual.high, actual.standardError].forEach((value, i) =>
        ledger.compare(`${path}/${i}`, value, numbers[i]!, i === 0 || i === 3 ? TOLERANCE.estimate : TOLERANCE.interval)
      );
    }
    expect(weightedQuantile({ values: budget, weights: design.weights, p: 0 })).toBe(21950);
  });

  test('median by order statistics', () => {
    for (const [name, N] of [['binomial', undefined], ['hypergeometric_N60', 60]] as const) {
      const at = expected.budget_median_order_stat[name];
      const actual = medianInterval({ values: budget, N })!;
      const path = `budget_median_order_stat/${name}`;
      at.ranks.forEach((rank, i) => ledger.compare(`${path}/ranks/${i}`, actual.ranks[i], rank, 0));
      at.ci.forEach((bound, i) => ledger.compare(`${path}/ci/${i}`, [actual.low, actual.high][i], bound, TOLERANCE.interval));
      ledger.compare(`${path}/coverage`, actual.coverage, at.coverage, TOLERANCE.estimate);
    }
    ledger.compare('budget_median_order_stat/n', present(budget).length, expected.budget_median_order_stat.n, 0);
    expect(medianInterval({ values: budget })).toBeDefined();
  });
});

describe('funding mix', () => {
  const kinds = ['autofinancement', 'prive', 'public'] as const;
  const parts = kinds.map((kind) => numbers(kind));
  const wholes = ids.map((_, unit) => {
    const lines = parts.map((part) => part[unit]);
    return lines.every((line) => line !== undefined) ? lines.reduce<number>((sum, line) => sum + line!, 0) : undefined;
  });

  test.each(['srs', 'stratified', 'poststratified', 'raked'] as const)('%s', (name) => {
    const design = designs[name]!;
    kinds.forEach((kind, i) => {
      const at = expected.financement[name][kind];
      const path = `financement/${name}/${kind}`;
      const rows = { parts: parts[i]!, wholes, design };
      compareEstimate(ledger, `${path}/mean_of_shares_pct`, meanOfShares(rows), at.mean_of_shares_pct, { scale: 100 });
      compareEstimate(ledger, `${path}/share_of_totals`, shareOfTotals(rows), at.share_of_totals);
      compareEstimate(ledger, `${path}/total_answering_domain`, domainTotal({ design, values: parts[i]! }), at.total_answering_domain);
    });
    ledger.compare('financement/n', present(wholes).length, expected.financement.n, 0);
    expect(present(wholes)).toHaveLength(23);
  });

  test('without weights', () => {
    const at = expected.financement.unweighted_check;
    kinds.forEach((_, i) => {
      const rows = { parts: parts[i]!, wholes };
      const shares = wholes.map((whole, unit) => (whole === undefined ? undefined : (100 * parts[i]![unit]!) / whole));
      const path = 'financement/unweighted_check';
      ledger.compare(`${path}/mean_of_shares/${i}`, meanOfShares(rows)!.estimate * 100, at.mean_of_shares[i]!, TOLERANCE.estimate);
      ledger.compare(`${path}/share_of_totals/${i}`, shareOfTotals(rows)!.estimate * 100, at.share_of_totals[i]!, TOLERANCE.estimate);
      ledger.compare(`${path}/median_of_shares/${i}`, median(shares), at.median_of_shares[i]!, TOLERANCE.estimate);
    });
    expect(at.mean_of_shares).toHaveLength(3);
  });
});

test('means by territory', () => {
  for (const [path, design, values] of [
    ['o_precarite_srs', designs.srs!, numbers('o_precarite')],
    ['o_precarite_stratified', designs.stratified!, numbers('o_precarite')],
    ['budget_stratified', designs.stratified!, budget]
  ] as const) {
    const means = meanByGroup({ design, values, groups: territories });
    for (const [territory, at] of entries(expected.svyby[path])) compareEstimate(ledger, `svyby/${path}/${territory}`, means.get(territory), at);
  }
  const means = meanByGroup({ design: designs.stratified!, values: budget, groups: territories });
  for (const [territory, n] of entries(expected.svyby.n_by_territoire_budget))
    ledger.compare(`svyby/n_by_territoire_budget/${territory}`, means.get(territory)?.n, n, 0);
  expect(means.size).toBe(3);
});
