import type { ComputedTable } from '../indicators/computed.ts';
import type { Text } from '../language.ts';
import { simpleRandomSample } from '../statistics/design/design.ts';
import { domainMean } from '../statistics/domain-estimation.ts';
import { kish } from '../statistics/weights/kish.ts';
import { postStratify } from '../statistics/weights/post-stratification.ts';
import { weightWarnings } from '../statistics/weights/warnings.ts';
import type { PublishedWeighting } from './published.ts';
import { rounded } from './release-part.ts';

const LOW: Text = {
  fr: 'la taille efficace est inférieure à 70 % des réponses : les poids ajoutent du bruit',
  en: 'the effective size is under 70% of the answers: the weights add noise'
};

/**
 * Weighted shares of a distribution that everybody was asked, to stand beside the unweighted ones. Undefined for a confidential question:
 * a weighted share and the weights, which are public, would give its counts back.
 */
export function releaseWeights(table: ComputedTable, confidential: boolean): PublishedWeighting | undefined {
  const [all] = table.groups;
  const { weighting } = table;
  const counts = table.indicator.measure === 'distribution' || table.indicator.measure === 'classes';
  if (!weighting || !all?.population || !counts || confidential || table.filtered || table.breakdown !== null) return undefined;
  const margin = { name: weighting.margin, categories: all.respondents.map((slug) => weighting.categories.get(slug) ?? ''), totals: weighting.totals };
  const design = postStratify({ design: simpleRandomSample({ n: all.respondents.length, N: all.population.length }), margin });
  const size = design && kish(design.weights);
  if (!design || !size) return undefined;
  const answered = new Set(all.answered);
  const rows = all.rows.map((row) => {
    const inRow = new Set(row.contributors);
    const found = domainMean({ design, values: all.respondents.map((slug) => (answered.has(slug) ? Number(inRow.has(slug)) : undefined)) });
    return { code: row.code, value: found ? rounded(found.estimate, 0.001) : ({ status: 'x' } as const) };
  });
  const low = weightWarnings({ weights: design.weights, margins: [margin] }).some((warning) => warning.code === 'low_effective_size');
  return { margin: weighting.margin, effectiveSize: Number(size.effectiveSize.toFixed(1)), rows, warnings: low ? [LOW] : [] };
}
