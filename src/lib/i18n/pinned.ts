/**
 * Splits a delocalised path into the edition it is pinned to and the page:
 * `/v/2025.1/objectifs` is `{ version: '2025.1', path: '/objectifs' }`, `/objectifs` has no version.
 */
export function splitVersion(pathname: string): { version?: string; path: string } {
  const match = /^\/v\/(\d{4}\.\d{1,4})(\/.*)?$/.exec(pathname);
  return match?.[1] ? { version: match[1], path: match[2] || '/' } : { path: pathname };
}
