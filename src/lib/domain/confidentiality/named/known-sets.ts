import { OBJECTIVES_QUESTION } from '../../census/objectives.ts';
import type { TableBasis } from '../across/basis.ts';
import { keyOf, type Named } from './named.ts';

/** Units that a reader may take as known; the empty set comes first: what is named never makes a cell safer. */
export type KnownSets = readonly ReadonlySet<string>[];

const NOTHING_KNOWN: KnownSets = [new Set()];

/**
 * What a reader can take as known of the units behind some tables of one question: nobody; all whose objectives are published; and, of those, the ones that answered
 * just what is published, when some answered otherwise (a caisse that agreed for one wave may have said something else in another).
 */
export function knownSets(bases: readonly Pick<TableBasis, 'question' | 'measure' | 'groups'>[], named: Named): KnownSets {
  const concerned = bases.filter(({ question, measure }) => question === OBJECTIVES_QUESTION && measure === 'distribution');
  if (named.size === 0 || concerned.length === 0) return NOTHING_KNOWN;
  const answers = concerned.flatMap(({ groups: [everybody] }) => (everybody?.answered ?? []).filter((slug) => named.has(slug)).map((slug) => ({ slug, given: keyOf(everybody?.rows.flatMap((row) => (row.contributors.includes(slug) ? [row.code] : [])) ?? []) })));
  const all = new Set(answers.map(({ slug }) => slug));
  if (all.size === 0) return NOTHING_KNOWN;
  const otherwise = new Set(answers.filter(({ slug, given }) => !named.get(slug)?.some((list) => keyOf(list) === given)).map(({ slug }) => slug));
  const alike = new Set([...all].filter((slug) => !otherwise.has(slug)));
  return [new Set(), all, ...(alike.size > 0 && otherwise.size > 0 ? [alike] : [])];
}
