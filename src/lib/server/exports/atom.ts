import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import { escapeXml } from '#lib/domain/format/escape-xml.ts';
import type { Lang } from '#lib/domain/language.ts';

export type Feed = {
  editions: readonly EditionSummary[];
  lang: Lang;
  title: string;
  publisher: string;
  /** Address of the feed, of the page it follows, and of one edition. */
  self: string;
  page: string;
  address: (version: string) => string;
  /** Name of an entry. */
  name: (edition: EditionSummary) => string;
};

/** Atom feed of the editions (RFC 4287), newest first. A withdrawal renews the entry, so that followers are told. */
export function atomFeed({ editions, lang, title, publisher, self, page, address, name }: Feed): string {
  const changedOn = (edition: EditionSummary): string => edition.withdrawnAt ?? edition.publishedAt;
  const updated = editions.map(changedOn).sort().at(-1) ?? '1970-01-01T00:00:00.000Z';
  const entries = editions.map((edition) => {
    const link = address(edition.version);
    const words = edition.status === 'withdrawn' ? (edition.withdrawalReason?.[lang] ?? '') : edition.note[lang];
    return [
      '  <entry>',
      `    <id>${escapeXml(link)}</id>`,
      `    <title>${escapeXml(name(edition))}</title>`,
      `    <link href="${escapeXml(link)}"/>`,
      `    <published>${edition.publishedAt}</published>`,
      `    <updated>${changedOn(edition)}</updated>`,
      `    <summary>${escapeXml(words)}</summary>`,
      '  </entry>'
    ];
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `  <id>${escapeXml(page)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <updated>${updated}</updated>`,
    `  <author><name>${escapeXml(publisher)}</name></author>`,
    `  <link rel="self" href="${escapeXml(self)}"/>`,
    `  <link href="${escapeXml(page)}"/>`,
    ...entries.flat(),
    '</feed>',
    ''
  ].join('\n');
}
