import { href } from '#lib/i18n/href.ts';
import { m } from '#lib/i18n/generated/messages.js';
import { atomFeed } from '#lib/server/exports/atom.ts';
import { listEditions } from '#lib/server/queries/publication.ts';
import type { RequestHandler } from './$types';

/** The editions as a feed to follow: publications and withdrawals. */
export const GET: RequestHandler = async ({ locals: { lang }, url }) => {
  const address = (path: string): string => url.origin + href(path, { lang });
  const body = atomFeed({
    editions: await listEditions(),
    lang,
    title: `${m.site_nav_editions()} · ${m.site_name()}`,
    publisher: m.site_name(),
    self: address('/editions/atom.xml'),
    page: address('/editions'),
    address: (version) => address(`/editions/${version}`),
    name: ({ version, status, title }) => `${m.site_edition({ version })}${status === 'withdrawn' ? ` (${m.site_feed_withdrawn()})` : ''} : ${title[lang]}`
  });
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'access-control-allow-origin': '*' } });
};
