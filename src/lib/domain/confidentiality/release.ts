import type { ComputedGroup, ComputedTable } from '../indicators/computed.ts';
import { PUBLICATION_LEVELS, type PublicationLevel } from '../questionnaire/codebook.ts';
import type { Suppressor } from './additive.ts';
import { hiddenGroups, keyOf } from './hidden-groups.ts';
import { hiddenSizes } from './hidden-sizes.ts';
import type { PublishedGroup, PublishedNumber, PublishedTable } from './published.ts';
import { releaseAmounts } from './release-amounts.ts';
import { releaseCounts } from './release-counts.ts';
import { releaseMix } from './release-mix.ts';
import { releaseQuantiles } from './release-quantiles.ts';
import { SECRET, type Protection, type ReleasedPart } from './release-part.ts';
import { releaseWeights } from './release-weights.ts';
import { suppressFeasibly } from './suppress-feasibly.ts';

export type ReleaseOptions = {
  /** What chooses the secondary cells; `suppressFeasibly` by default. */
  suppress?: Suppressor;
};

/**
 * The only door out: turns a computed table into what may be published, under the stricter of the table's own level and
 * `level` (the question's, from the codebook).
 *
 * Confidential: nothing from one or two caisses, no total that one caisse dominates, and nothing from which such a number
 * could be subtracted. Open: groups of fewer than three answers are hidden, single values are rounded and without a name.
 * @throws Error for an internal or identifying question.
 */
export function releaseTable(computed: ComputedTable, level: PublicationLevel = computed.level, options: ReleaseOptions = {}): PublishedTable {
  const strict = PUBLICATION_LEVELS.indexOf(level) > PUBLICATION_LEVELS.indexOf(computed.level) ? level : computed.level;
  if (strict !== 'open' && strict !== 'confidential') throw new Error(`Table ${computed.id} comes from a question that is ${strict}: it is never published`);
  const { indicator, question } = computed;
  const protection: Protection = {
    confidential: strict === 'confidential',
    hiddenGroups: hiddenGroups(computed),
    suppress: options.suppress ?? suppressFeasibly
  };
  const parts = PARTS[indicator.measure](computed, protection);
  const sizes = hiddenSizes(computed, protection.suppress);
  const weighted = releaseWeights(computed, protection.confidential);
  return {
    id: computed.id,
    indicator: indicator.id,
    wave: computed.wave,
    breakdown: computed.breakdown,
    measure: indicator.measure,
    title: indicator.title,
    verb: indicator.verb,
    ...(indicator.verbSingular ? { verbSingular: indicator.verbSingular } : {}),
    question: question.label,
    page: indicator.page,
    level: strict,
    unit: indicator.unit,
    ...(indicator.period ? { period: indicator.period } : {}),
    multiple: computed.multiple,
    base: indicator.base,
    bases: indicator.bases.filter((base) => base !== 'mentions' || computed.multiple),
    caveats: indicator.caveats,
    provenance: computed.provenance,
    groups: computed.groups.map((group) => assemble(group, parts, sizes.has(keyOf(group.code)))),
    ...(weighted ? { weighted } : {})
  };
}

const PARTS = {
  distribution: releaseCounts,
  classes: releaseCounts,
  quantiles: releaseQuantiles,
  mix: releaseMix,
  amounts_by_item: releaseAmounts
};

/**
 * Sizes of a group and what its measure adds. Sizes are told even of a small group: who was asked and who answered is the
 * response rate, not an answer, and each wave's page gives it by the same traits. Unless being asked is itself an answer: `secret` then.
 */
function assemble(group: ComputedGroup, parts: ReleasedPart, secret: boolean): PublishedGroup {
  const number = (value: number): PublishedNumber => ({ status: 'ok', value });
  const asked = secret ? { asked: SECRET } : group.asked.length === group.respondents.length ? {} : { asked: number(group.asked.length) };
  const { summary, ...rest } = parts(group);
  return {
    code: group.code,
    label: group.label,
    population: group.population ? number(group.population.length) : { status: 'x' },
    respondents: number(group.respondents.length),
    answered: secret ? SECRET : number(group.answered.length),
    ...asked,
    ...rest,
    ...(summary ? { summary: secret ? { ...summary, n: SECRET } : summary } : {})
  };
}
