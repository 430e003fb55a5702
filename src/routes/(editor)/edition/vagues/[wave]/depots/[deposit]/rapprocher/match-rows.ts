import type { KnownInitiative } from '#lib/domain/census/matching.ts';
import type { Preparation } from '#lib/server/wave-intake/index.ts';

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

/** The responses of a file, those to decide first. */
export function matchRows({ matches, taken }: Preparation, initiatives: KnownInitiative[]): MatchRow[] {
  const names = new Map(initiatives.map(({ slug, name }) => [slug, name]));
  const remembered = new Map(taken.flatMap(({ section, key, wave, at }) => (section === 'matches' ? [[Number(key), { wave, at }] as const] : [])));
  return matches
    .map(({ row, outcome, slug, keptRow, decided, identity, candidates }): MatchRow => {
      const named = candidates.map((candidate) => ({ ...candidate, name: names.get(candidate.slug) ?? candidate.slug }));
      return {
        row, outcome, slug, keptRow, decided,
        initiative: slug === undefined ? undefined : (names.get(slug) ?? slug),
        remembered: remembered.get(row),
        name: identity.name ?? '',
        email: identity.email ?? '',
        commune: identity.commune ?? '',
        candidates: named,
        best: outcome === 'matched' || outcome === 'duplicate' ? named.find((candidate) => candidate.slug === slug) : named[0]
      };
    })
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || Number(b.outcome === 'duplicate') - Number(a.outcome === 'duplicate') || a.row - b.row);
}
