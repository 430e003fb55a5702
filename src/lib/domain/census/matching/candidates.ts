import { fold } from '../../geography/fold.ts';
import { COMMON_WORD, identifierKey, type CensusIndex, type KnownIdentifier } from './index-census.ts';
import { ownDomain, tellingWords } from './normalise.ts';
import { nameSimilarity } from './similarity.ts';

/** What can tell who answered. */
export type Identity = { name?: string; email?: string; siret?: string; commune?: string; token?: string };

export type MatchReason =
  | 'same_token'
  | 'same_siret'
  | 'same_email'
  | 'same_email_domain'
  | 'same_name_before'
  | 'same_name'
  | 'same_acronym'
  | 'similar_name'
  | 'same_commune'
  | 'other_commune';

/** `confidence` runs 0 to 1; reasons come strongest first. */
export type Candidate = { slug: string; confidence: number; reasons: MatchReason[] };

const IDENTIFIERS: { kind: KnownIdentifier['kind']; reason: MatchReason; confidence: number }[] = [
  { kind: 'token', reason: 'same_token', confidence: 0.99 },
  { kind: 'siret', reason: 'same_siret', confidence: 0.99 },
  { kind: 'email', reason: 'same_email', confidence: 0.97 },
  { kind: 'name', reason: 'same_name_before', confidence: 0.95 }
];

const KEPT = 5;

/**
 * Initiatives that a respondent may be, likeliest first, five at most. Independent reasons add up as if each could be
 * wrong on its own: 1 − (1 − a)(1 − b). A commune that contradicts halves the confidence of a name.
 */
export function candidatesFor(identity: Identity, index: CensusIndex): Candidate[] {
  const found = new Map<string, { doubt: number; reasons: [MatchReason, number][] }>();
  const add = (slugs: Iterable<string>, reason: MatchReason, confidence: number): void => {
    for (const slug of slugs) {
      const entry = found.get(slug) ?? { doubt: 1, reasons: [] };
      entry.doubt *= 1 - confidence;
      entry.reasons.push([reason, confidence]);
      found.set(slug, entry);
    }
  };
  for (const { kind, reason, confidence } of IDENTIFIERS) {
    const value = index.byIdentifier.size > 0 && identity[kind];
    if (value) add(index.byIdentifier.get(identifierKey(kind, value)) ?? [], reason, confidence);
  }
  const domain = identity.email && ownDomain(identity.email);
  if (domain) add(index.byDomain.get(domain) ?? [], 'same_email_domain', 0.6);
  if (identity.name) addByName(identity.name, index, add);

  const commune = identity.commune && fold(identity.commune);
  const rank = ([slug, { doubt, reasons }]: [string, { doubt: number; reasons: [MatchReason, number][] }]): Candidate => {
    const told = reasons.length === 1 ? alone(reasons[0]![0]) : reasons.sort((a, b) => b[1] - a[1]).map(([reason]) => reason);
    if (!commune) return { slug, confidence: 1 - doubt, reasons: told };
    const there = index.bySlug.get(slug)?.communes.some((known) => fold(known) === commune) ?? false;
    if (there) return { slug, confidence: 1 - doubt * 0.5, reasons: [...told, 'same_commune'] };
    const sure = told.some((reason) => reason === 'same_token' || reason === 'same_siret' || reason === 'same_email');
    return { slug, confidence: sure ? 1 - doubt : (1 - doubt) * 0.5, reasons: [...told, 'other_commune'] };
  };
  return [...found].map(rank).sort((a, b) => b.confidence - a.confidence || (a.slug < b.slug ? -1 : 1)).slice(0, KEPT);
}

const ALONE = new Map<MatchReason, MatchReason[]>();

/** A list of one reason, the same for everybody. */
function alone(reason: MatchReason): MatchReason[] {
  const known = ALONE.get(reason) ?? [reason];
  ALONE.set(reason, known);
  return known;
}

function addByName(name: string, index: CensusIndex, add: (slugs: Iterable<string>, reason: MatchReason, confidence: number) => void): void {
  const words = tellingWords(name);
  const same = index.byName.get(words.join(' ')) ?? [];
  add(same, 'same_name', 0.92);
  const asAcronym = index.byAcronym.get(fold(name).replaceAll(' ', '')) ?? [];
  if (asAcronym.length <= COMMON_WORD) add(asAcronym.filter((slug) => !same.includes(slug)), 'same_acronym', 0.7);
  // An exact name leaves nothing for resemblance to add.
  if (same.length > 0) return;
  const near = new Set(words.flatMap((word) => {
    const bearers = index.byWord.get(word);
    return bearers && bearers.length <= COMMON_WORD ? bearers : [];
  }));
  const pool = near.size > 0 || index.bySlug.size > 2000 ? near : index.bySlug.keys();
  for (const slug of pool) {
    const likeness = nameSimilarity(words, tellingWords(index.bySlug.get(slug)?.name ?? ''));
    if (likeness >= 0.6) add([slug], 'similar_name', likeness * 0.85);
  }
}
