import { fold } from '../../geography/fold.ts';
import type { Initiative } from '../initiative.ts';
import { acronyms, digits, ownDomain, tellingWords } from './normalise.ts';

/** What an initiative answered under in an earlier wave. */
export type KnownIdentifier = { initiative: string; kind: 'email' | 'siret' | 'token' | 'name'; value: string };

/** The census, ready to be searched: a hundred thousand rows must not each be compared with every initiative. */
export type CensusIndex = {
  bySlug: Map<string, { initiative: Initiative; words: string[]; communes: Set<string> }>;
  byIdentifier: Map<string, Set<string>>;
  byDomain: Map<string, Set<string>>;
  byName: Map<string, Set<string>>;
  byAcronym: Map<string, Set<string>>;
  byWord: Map<string, Set<string>>;
};

function add(map: Map<string, Set<string>>, key: string, slug: string): void {
  const slugs = map.get(key);
  if (slugs) slugs.add(slug);
  else map.set(key, new Set([slug]));
}

/** The form under which an identifier is compared. */
export function identifierKey(kind: KnownIdentifier['kind'], value: string): string {
  const plain = kind === 'siret' ? digits(value) : kind === 'name' ? fold(value) : value.trim().toLowerCase();
  return `${kind}:${plain}`;
}

/** Indexes the census and what is remembered of earlier waves. */
export function indexCensus(initiatives: Initiative[], identifiers: KnownIdentifier[]): CensusIndex {
  const index: CensusIndex = { bySlug: new Map(), byIdentifier: new Map(), byDomain: new Map(), byName: new Map(), byAcronym: new Map(), byWord: new Map() };
  for (const initiative of initiatives) {
    const { slug, name } = initiative;
    const words = tellingWords(name);
    const communes = new Set(initiative.places.flatMap((place) => [place.commune, place.communeName && fold(place.communeName)].filter((key) => key !== undefined && key !== '') as string[]));
    index.bySlug.set(slug, { initiative, words, communes });
    add(index.byName, words.join(' '), slug);
    for (const word of words) add(index.byWord, word, slug);
    for (const short of acronyms(name)) add(index.byAcronym, short, slug);
  }
  for (const { initiative, kind, value } of identifiers) {
    if (!index.bySlug.has(initiative)) continue;
    add(index.byIdentifier, identifierKey(kind, value), initiative);
    const domain = kind === 'email' ? ownDomain(value) : undefined;
    if (domain) add(index.byDomain, domain, initiative);
  }
  return index;
}
