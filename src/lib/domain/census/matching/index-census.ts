import { fold } from '../../geography/fold.ts';
import type { Kind } from '../initiative.ts';
import { acronyms, digits, ownDomain, tellingWords } from './normalise.ts';

/** What matching needs to know of an initiative. `communes`: INSEE codes and names, in any order. */
export type KnownInitiative = { slug: string; name: string; kind: Kind; communes: string[] };

/** What an initiative answered under in an earlier wave. */
export type KnownIdentifier = { initiative: string; kind: 'email' | 'siret' | 'token' | 'name'; value: string };

/** The census, ready to be searched: a hundred thousand rows must not each be compared with every initiative. */
export type CensusIndex = {
  bySlug: Map<string, KnownInitiative>;
  byIdentifier: Map<string, string[]>;
  byDomain: Map<string, string[]>;
  byName: Map<string, string[]>;
  byAcronym: Map<string, string[]>;
  /** Initiatives by each telling word of their name; made when a name is first compared with others that are not the same. */
  readonly byWord: Map<string, string[]>;
};

function add(map: Map<string, string[]>, key: string, slug: string): void {
  const slugs = map.get(key);
  if (!slugs) map.set(key, [slug]);
  else if (slugs.at(-1) !== slug && !slugs.includes(slug)) slugs.push(slug);
}

/** The form under which an identifier is compared. */
export function identifierKey(kind: KnownIdentifier['kind'], value: string): string {
  const plain = kind === 'siret' ? digits(value) : kind === 'name' ? fold(value) : value.trim().toLowerCase();
  return `${kind}:${plain}`;
}

/** Indexes the census and what is remembered of earlier waves. */
export function indexCensus(initiatives: KnownInitiative[], identifiers: KnownIdentifier[]): CensusIndex {
  let words: Map<string, string[]> | undefined;
  const index: CensusIndex = {
    bySlug: new Map(),
    byIdentifier: new Map(),
    byDomain: new Map(),
    byName: new Map(),
    byAcronym: new Map(),
    get byWord() {
      return (words ??= indexWords(initiatives));
    }
  };
  for (const initiative of initiatives) {
    const { slug, name } = initiative;
    index.bySlug.set(slug, initiative);
    add(index.byName, tellingWords(name).join(' '), slug);
    for (const short of acronyms(name)) index.byAcronym.set(short, bearers(index.byAcronym.get(short), slug));
  }
  for (const { initiative, kind, value } of identifiers) {
    if (!index.bySlug.has(initiative)) continue;
    add(index.byIdentifier, identifierKey(kind, value), initiative);
    const domain = kind === 'email' ? ownDomain(value) : undefined;
    if (domain) add(index.byDomain, domain, initiative);
  }
  return index;
}

function indexWords(initiatives: KnownInitiative[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const { slug, name } of initiatives) for (const word of tellingWords(name)) index.set(word, bearers(index.get(word), slug));
  return index;
}

/** A word or acronym borne by more initiatives than this tells nothing: the list stops growing there. */
export const COMMON_WORD = 200;

function bearers(slugs: string[] | undefined, slug: string): string[] {
  if (!slugs) return [slug];
  if (slugs.length <= COMMON_WORD && slugs.at(-1) !== slug) slugs.push(slug);
  return slugs;
}
