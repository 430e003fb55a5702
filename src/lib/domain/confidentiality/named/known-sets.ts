import { OBJECTIVES_QUESTION } from '../../census/objectives.ts';
import type { TableBasis } from '../across/basis.ts';
import { keyOf, type Named } from './named.ts';

/** Units that a reader may take as known; the empty set comes first: what is named never makes a cell safer. */
export type KnownSets = readonly ReadonlySet<string>[];

const NOTHING_KNOWN: KnownSets = [new Set()];

/**
 * What a reader can take as known of the units behind some tables of one question: nobody; all whose objectives are published; and, of those, the ones that answered
 * just what is published, when some answered otherwise (a caisse that agreed for one wave may have said something else in another). An objective that a table does not
 * have, of another wave's questionnaire, makes no difference there.
 */
export function knownSets(bases: readonly Pick<TableBasis, 'question' | 'measure' | 'groups'>[], named: Named): KnownSets {
  const concerned = bases.filter(({ question, measure }) => question === OBJECTIVES_QUESTION && measure === 'distribution');
  if (named.size === 0 || concerned.length === 0) return NOTHING_KNOWN;
  const answers = concerned.flatMap(({ groups: [everybody] }) => {
    const offered = new Set(everybody?.rows.map(({ code }) => code));
    return [...answersOf(everybody, named)].map(([slug, codes]) => ({ slug, alike: named.get(slug)?.some((list) => keyOf(list.filter((code) => offered.has(code))) === keyOf(codes)) }));
  });
  const all = new Set(answers.map(({ slug }) => slug));
  if (all.size === 0) return NOTHING_KNOWN;
  const otherwise = new Set(answers.filter((each) => !each.alike).map(({ slug }) => slug));
  const alike = new Set([...all].filter((slug) => !otherwise.has(slug)));
  return [new Set(), all, ...(alike.size > 0 && otherwise.size > 0 ? [alike] : [])];
}

/** What each of the named answered. */
function answersOf(everybody: TableBasis['groups'][number] | undefined, named: Named): Map<string, string[]> {
  const answers = new Map<string, string[]>();
  for (const slug of everybody?.answered ?? []) if (named.has(slug)) answers.set(slug, []);
  for (const row of everybody?.rows ?? []) for (const slug of row.contributors) answers.get(slug)?.push(row.code);
  return answers;
}
