import type { RequestHandler } from './$types';

/** Pages pinned to an edition repeat the newest ones, and the workshop is nobody's to index. */
export const GET: RequestHandler = ({ url }) =>
  new Response(['User-agent: *', 'Disallow: /edition/', 'Disallow: /en/edition/', 'Disallow: /login', 'Disallow: /en/login', 'Disallow: /v/', 'Disallow: /en/v/', 'Disallow: /corrections/', 'Disallow: /en/corrections/', '', `Sitemap: ${url.origin}/sitemap.xml`, ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' }
  });
