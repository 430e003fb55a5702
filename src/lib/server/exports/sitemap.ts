import { escapeXml } from '#lib/domain/format/escape-xml.ts';
import { LANGUAGES } from '#lib/domain/language.ts';
import { href } from '#lib/i18n/href.ts';

/** A public page: its French path, and when what it shows last changed (UTC, ISO 8601). */
export type SitemapPage = { path: string; changed?: string | undefined };

/** Sitemap of the public pages, each language naming the others (https://www.sitemaps.org, hreflang as search engines read it). */
export function sitemap(pages: readonly SitemapPage[], origin: string): string {
  const address = (path: string, lang: (typeof LANGUAGES)[number]): string => escapeXml(origin + href(path, { lang }));
  const entries = pages.flatMap(({ path, changed }) => {
    const others = LANGUAGES.map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${address(path, lang)}"/>`).join('');
    return LANGUAGES.map((lang) => `<url><loc>${address(path, lang)}</loc>${changed ? `<lastmod>${changed.slice(0, 10)}</lastmod>` : ''}${others}</url>`);
  });
  return ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">', ...entries, '</urlset>', ''].join('\n');
}
