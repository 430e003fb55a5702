import type { Initiative } from '../census/initiative.ts';
import { sourceLink } from './source-link.ts';

/**
 * An initiative in the words of schema.org, or undefined for a synthetic one: machines must not take it for real.
 *
 * @param url address of its page
 */
export function structuredData(initiative: Initiative, url: string): Record<string, unknown> | undefined {
  if (initiative.provenance === 'synthetic') return undefined;
  const places = initiative.places.map((place) => ({
    '@type': 'Place',
    name: place.communeName ?? initiative.territory,
    address: { '@type': 'PostalAddress', addressCountry: 'FR', ...(place.communeName ? { addressLocality: place.communeName } : {}) },
    ...(place.precision === 'exact' || place.precision === 'commune'
      ? { geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude } }
      : {})
  }));
  const addresses = (texts: readonly string[]): string[] => texts.flatMap((text) => sourceLink(text).href ?? []);
  const [pages, sources] = [addresses(initiative.links ?? []), addresses(initiative.sources)];
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    '@id': url,
    name: initiative.name,
    url,
    ...(initiative.startedOn ? { foundingDate: initiative.startedOn } : {}),
    ...(initiative.endedOn ? { dissolutionDate: initiative.endedOn } : {}),
    ...(initiative.leadName ? { parentOrganization: { '@type': 'Organization', name: initiative.leadName } } : {}),
    ...(places.length > 0 ? { location: places } : {}),
    ...(pages.length > 0 ? { sameAs: pages } : {}),
    ...(sources.length > 0 ? { subjectOf: sources.map((source) => ({ '@type': 'WebPage', url: source })) } : {})
  };
}

/** JSON that can stand inside a `<script>` of a page: no character of it can close the element or open a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
