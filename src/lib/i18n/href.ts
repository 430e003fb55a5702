import type { Lang } from '../domain/language.ts';

/** Where a link leads: the language, and the edition it stays pinned to, if any. */
export type LinkContext = { lang: Lang; version?: string | undefined };

/**
 * The address of a public page: `/objectifs`, `/en/objectifs`, `/v/2025.1/objectifs`, `/en/v/2025.1/objectifs`.
 * `path` is the French, unpinned path and starts with `/`; a query or a fragment is kept.
 */
export function href(path: string, { lang, version }: LinkContext): string {
  const pinned = version ? `/v/${version}` : '';
  const prefix = (lang === 'en' ? '/en' : '') + pinned;
  // "/" alone must not become "/en/", which would be a second address of the same page.
  if (prefix && /^\/(?=[?#]|$)/.test(path)) return prefix + path.slice(1);
  return prefix + path;
}

/** The same address with some query parameters set (or removed, when undefined): every state is a link. */
export function withQuery(url: URL, changes: Record<string, string | undefined>, hash = ''): string {
  const query = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return (text ? `${url.pathname}?${text}` : url.pathname) + hash;
}

/** The path of a page without its language and its edition: `/en/v/2025.1/objectifs` is `/objectifs`. */
export function barePath(pathname: string): string {
  const path = pathname.replace(/^\/en(?=\/|$)/, '').replace(/^\/v\/\d{4}\.\d{1,4}(?=\/|$)/, '');
  return path === '' ? '/' : path;
}
