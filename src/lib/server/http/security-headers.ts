/**
 * Adds what every answer carries. The content policy itself is written by the framework, page by page;
 * embeds alone may be framed, by anybody,
 * and the street map alone may ask for IGN's tiles.
 */
export function secure(headers: Headers, { embed, https, tiles = false }: { embed: boolean; https: boolean; tiles?: boolean }): void {
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(self), interest-cohort=()');
  headers.set('cross-origin-opener-policy', 'same-origin');
  if (https) headers.set('strict-transport-security', 'max-age=31536000');
  const policy = headers.get('content-security-policy');
  if (embed && policy) headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
  const shown = headers.get('content-security-policy');
  if (tiles && shown) headers.set('content-security-policy', shown.replace("connect-src 'self'", "connect-src 'self' https://data.geopf.fr").replace("img-src 'self'", "img-src 'self' blob: https://data.geopf.fr"));
  if (!embed) headers.set('x-frame-options', 'DENY');
}
