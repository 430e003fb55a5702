import type { MatchView, Preparation } from '#lib/server/wave-intake/index.ts';

export const OUTCOMES = ['new', 'uncertain', 'duplicate', 'not_in_frame', 'matched'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type CandidateView = { slug: string; name: string; confidence: number; reasons: string[] };

/** One response and what becomes of it. `best`: the candidate that is proposed, or would be. */
export type MatchRow = {
  row: number;
  outcome: Outcome;
  slug?: string | undefined;
  initiative?: string | undefined;
  keptRow?: number | undefined;
  decided: boolean;
  remembered?: { wave: string; at: string } | undefined;
  name: string;
  email: string;
  commune: string;
  candidates: CandidateView[];
  best?: CandidateView | undefined;
};

export const isOpen = ({ outcome }: Pick<MatchRow, 'outcome'>): boolean => outcome === 'new' || outcome === 'uncertain';

/** Matches as the page shows them. */
export function matchRows(matches: MatchView[], taken: Preparation['taken']): MatchRow[] {
  const remembered = new Map(taken.flatMap(({ section, key, wave, at }) => (section === 'matches' ? [[Number(key), { wave, at }] as const] : [])));
  return matches.map(({ row, outcome, slug, initiativeName, keptRow, decided, identity, candidates }): MatchRow => ({
    row, outcome, slug, keptRow, decided, candidates,
    initiative: initiativeName,
    remembered: remembered.get(row),
    name: identity.name ?? '',
    email: identity.email ?? '',
    commune: identity.commune ?? '',
    best: outcome === 'matched' || outcome === 'duplicate' ? candidates.find((candidate) => candidate.slug === slug) : candidates[0]
  }));
}
