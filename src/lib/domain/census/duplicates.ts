import { distanceKm } from '../directory/distance.ts';
import type { Initiative } from './initiative.ts';
import { tellingWords } from './matching/normalise.ts';
import { nameSimilarity } from './matching/similarity.ts';

export type DuplicateReason = 'same_name' | 'similar_name' | 'same_commune' | 'near' | 'same_lead' | 'same_source';

/** Two initiatives that may be one. `score` runs from 0 to 1; `a` comes before `b` in the alphabet. */
export type DuplicatePair = { a: string; b: string; score: number; reasons: DuplicateReason[] };

/** Kilometres between two seats that may be the same place. */
const NEAR = 15;
/** From how alike names are proposed when their places agree, and when they are far or not known. */
const ALIKE_THERE = 0.55;
const ALIKE_ANYWHERE = 0.9;

type Known = { item: Initiative; words: string[]; seat: Initiative['places'][number] | undefined; communes: Set<string> };

function know(item: Initiative): Known {
  return {
    item,
    words: tellingWords(item.name),
    seat: item.places.find((place) => place.role === 'seat') ?? item.places[0],
    communes: new Set(item.places.flatMap((place) => place.commune ?? []))
  };
}

function compare(left: Known, right: Known): DuplicatePair | undefined {
  const alike = nameSimilarity(left.words, right.words);
  const sameCommune = [...left.communes].some((code) => right.communes.has(code));
  const near = left.seat && right.seat ? distanceKm(left.seat, right.seat) <= NEAR : false;
  if (alike < (sameCommune || near ? ALIKE_THERE : ALIKE_ANYWHERE)) return undefined;
  const reasons: DuplicateReason[] = [alike === 1 ? 'same_name' : 'similar_name'];
  if (sameCommune) reasons.push('same_commune');
  else if (near) reasons.push('near');
  const { leadName } = left.item;
  if (leadName !== undefined && leadName === right.item.leadName) reasons.push('same_lead');
  if (left.item.sources.some((source) => right.item.sources.includes(source))) reasons.push('same_source');
  const place = sameCommune ? 1 : near ? 0.8 : 0.3;
  const score = Math.min(1, 0.65 * alike + 0.25 * place + 0.05 * (reasons.includes('same_lead') ? 1 : 0) + 0.05 * (reasons.includes('same_source') ? 1 : 0));
  const [a, b] = left.item.slug < right.item.slug ? [left, right] : [right, left];
  return { a: a.item.slug, b: b.item.slug, score, reasons };
}

/**
 * Pairs of initiatives that may be one, by name and place, likeliest first. Only pairs that share a telling word or a
 * commune are compared, so that ten thousand initiatives take no ten thousand squared comparisons.
 */
export function findDuplicates(initiatives: readonly Initiative[]): DuplicatePair[] {
  const buckets = new Map<string, Known[]>();
  for (const item of initiatives) {
    const known = know(item);
    for (const key of new Set([...known.words.map((word) => `w ${word}`), ...[...known.communes].map((code) => `c ${code}`)])) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(known);
      else buckets.set(key, [known]);
    }
  }
  const pairs = new Map<string, DuplicatePair | undefined>();
  for (const bucket of buckets.values()) {
    // A word that hundreds share says nothing about any two of them.
    if (bucket.length > 200) continue;
    bucket.forEach((left, at) => {
      for (const right of bucket.slice(at + 1)) {
        const key = [left.item.slug, right.item.slug].sort().join(' ');
        if (!pairs.has(key)) pairs.set(key, compare(left, right));
      }
    });
  }
  return [...pairs.values()].filter((pair) => pair !== undefined).sort((a, b) => b.score - a.score || (a.a + a.b < b.a + b.b ? -1 : 1));
}
