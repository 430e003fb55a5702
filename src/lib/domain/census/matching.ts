import { candidatesFor, type Candidate, type Identity } from './matching/candidates.ts';
import type { CensusIndex } from './matching/index-census.ts';

export { candidatesFor, type Candidate, type Identity, type MatchReason } from './matching/candidates.ts';
export { searchKnown } from './matching/search-known.ts';
export { indexCensus, type CensusIndex, type KnownIdentifier, type KnownInitiative } from './matching/index-census.ts';

/**
 * What becomes of a row.
 *
 * - `matched`: it is the answer of `slug`; `duplicate`: `slug` is answered by `keptRow` instead
 * - `not_in_frame`: kept out by decision, or because the wave was not put to `slug`
 * - `new`: nothing in the census looks like it; `uncertain`: something does, not enough
 */
export type MatchOutcome = 'matched' | 'duplicate' | 'not_in_frame' | 'new' | 'uncertain';

export type Match = {
  row: number;
  outcome: MatchOutcome;
  slug?: string;
  keptRow?: number;
  candidates: Candidate[];
  /** An editor decided; else it is a proposal. */
  decided: boolean;
};

export type Respondent = { row: number; submittedAt?: string; identity: Identity };

/** At least this sure, and this much surer than the next, to be matched without asking. */
const SURE = 0.8;
const AHEAD = 0.15;

/** Rows decided as their slug, `not_in_frame` or `duplicate`. A slug that the census does not have leaves the row open. */
export type MatchDecisions = Record<number, string>;

function propose(respondent: Respondent, index: CensusIndex, decision: string | undefined): Match {
  const candidates = candidatesFor(respondent.identity, index);
  const { row } = respondent;
  if (decision === 'not_in_frame' || decision === 'duplicate') return { row, outcome: decision, candidates, decided: true };
  if (decision !== undefined && index.bySlug.has(decision)) return { row, outcome: 'matched', slug: decision, candidates, decided: true };
  const [first, second] = candidates;
  // Whoever was chosen left the census: nobody is put in their place unasked.
  if (decision !== undefined) return { row, outcome: first ? 'uncertain' : 'new', candidates, decided: false };
  if (!first) return { row, outcome: 'new', candidates, decided: false };
  const sure = first.confidence >= SURE && first.confidence - (second?.confidence ?? 0) >= AHEAD;
  return sure ? { row, outcome: 'matched', slug: first.slug, candidates, decided: false } : { row, outcome: 'uncertain', candidates, decided: false };
}

/** The answer to keep among several of one initiative: the one an editor chose, else the last submitted, else the last row. */
function kept(matches: Match[], submitted: Map<number, string>): Match | undefined {
  const decided = matches.filter((match) => match.decided);
  const among = decided.length > 0 ? decided : matches;
  const when = (match: Match): string => submitted.get(match.row) ?? '';
  return among.reduce<Match | undefined>((best, match) => (!best || when(match) > when(best) || (when(match) === when(best) && match.row > best.row) ? match : best), undefined);
}

/**
 * Attaches each respondent to an initiative of the census, or says why not. Pure: the same rows, census and decisions
 * give the same matches. Duplicates are proposed, never dropped in silence.
 *
 * @param inFrame slugs of the initiatives that the wave was put to
 */
export function matchRespondents(respondents: Respondent[], index: CensusIndex, inFrame: ReadonlySet<string>, decisions: MatchDecisions = {}): Match[] {
  const matches = respondents.map((respondent) => propose(respondent, index, decisions[respondent.row]));
  const first = new Map<string, Match>();
  const several = new Map<string, Match[]>();
  for (const match of matches) {
    if (match.outcome !== 'matched' || match.slug === undefined) continue;
    const { slug } = match;
    const other = first.get(slug);
    if (!inFrame.has(slug)) match.outcome = 'not_in_frame';
    else if (!other) first.set(slug, match);
    else if (several.has(slug)) several.get(slug)?.push(match);
    else several.set(slug, [other, match]);
  }
  if (several.size === 0) return matches;
  const submitted = new Map(respondents.flatMap(({ row, submittedAt }) => (submittedAt ? [[row, submittedAt] as const] : [])));
  for (const group of several.values()) {
    const winner = kept(group, submitted);
    for (const match of group) {
      if (!winner || match === winner) continue;
      match.outcome = 'duplicate';
      match.keptRow = winner.row;
    }
  }
  return matches;
}
