import { stratifiedSample, type Design } from '../design/design.ts';

/**
 * Weights N_g/n_g by response group: inside a group, those who answered stand for those who did not.
 *
 * `groups` gives the group of each unit that answered, `sizes` the number of units of the population in each group.
 * The variance treats the groups as strata: it holds if silence is random inside them.
 * R: `svydesign(ids = ~1, strata = ~g, fpc = ~N_g)`. Throws when a group answers more than its size.
 * @example
 * responseGroups({ groups: ['urban', 'urban', 'rural'], sizes: { urban: 3, rural: 4 } }).weights // → [1.5, 1.5, 4]
 */
export function responseGroups({
  groups,
  sizes
}: {
  groups: readonly string[];
  sizes: Readonly<Record<string, number>>;
}): Design {
  return stratifiedSample({ strata: groups, sizes });
}
