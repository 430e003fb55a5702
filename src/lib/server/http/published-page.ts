import { dev } from '$app/environment';
import type { RequestEvent } from '@sveltejs/kit';
import { acceptedEncoding, compress, isCompressible } from './compress.ts';
import { PageCache } from './page-cache.ts';

const cache = new PageCache(64 * 1024 * 1024);

/**
 * A page pinned to an edition changes once at most: when the edition is withdrawn, and then nobody may go on showing it for long.
 * The others are asked again, which costs 200 bytes when nothing did.
 */
const PINNED = 'public, max-age=3600, s-maxage=60';
const NEWEST = 'public, max-age=0, s-maxage=60, must-revalidate';

/**
 * Answers a public page from memory, compressed, or renders and keeps it. Public pages depend on nothing but their
 * address and the state of the publication: no session, no cookie, no header.
 */
export async function publishedPage(event: RequestEvent, state: string, render: () => Promise<Response>): Promise<Response> {
  // While the sources change, a page is not a function of its address alone.
  if (dev || event.request.method !== 'GET') return render();
  const encoding = acceptedEncoding(event.request.headers.get('accept-encoding'));
  const key = `${encoding} ${state} ${event.request.url}`;
  const kept = cache.get(key);
  if (kept) return new Response(kept.body as BodyInit, { headers: kept.headers });

  const response = await render();
  if (response.status !== 200) return response;
  if (!response.headers.has('cache-control') || event.isDataRequest) {
    response.headers.set('cache-control', event.locals.pinned ? PINNED : NEWEST);
  }
  // `content-disposition` marks a file to download: large, asked once, sent as it is made.
  if (!isCompressible(response.headers.get('content-type')) || response.headers.has('content-disposition') || response.headers.has('set-cookie')) return response;

  const body = await compress(new Uint8Array(await response.arrayBuffer()), encoding);
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  headers.delete('content-length');
  if (encoding !== 'identity') {
    headers.set('content-encoding', encoding);
    const etag = headers.get('etag');
    if (etag) headers.set('etag', etag.replace(/^"(.*)"$/, `"$1-${encoding}"`));
  }
  if (!headers.get('cache-control')?.includes('private') && !headers.get('cache-control')?.includes('no-store')) {
    cache.set(key, { headers: [...headers], body });
  }
  return new Response(body as BodyInit, { headers });
}
