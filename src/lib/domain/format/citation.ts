import type { EditionSummary } from '../confidentiality/edition.ts';
import { formatDate } from './date.ts';
import type { Lang } from '../language.ts';

/** What is cited: a figure, or a page, of an edition, at an address that will not change. */
export type Cited = { title: string; wave?: string | undefined; edition: EditionSummary; url: string; publisher: string; lang: Lang };

/** The reference in words. */
export function citationText({ title, wave, edition, url, publisher, lang }: Cited): string {
  const date = formatDate(edition.publishedAt, lang);
  const about = wave ? (lang === 'fr' ? `, vague ${wave}` : `, wave ${wave}`) : '';
  return lang === 'fr'
    ? `${publisher} (${edition.publishedAt.slice(0, 4)}). « ${title} »${about}, édition ${edition.version}, ${date}. ${url}`
    : `${publisher} (${edition.publishedAt.slice(0, 4)}). “${title}”${about}, edition ${edition.version}, ${date}. ${url}`;
}

/** BibTeX, with the braces that keep capitals. */
export function bibtex({ title, edition, url, publisher }: Cited): string {
  const clean = (text: string) => text.replace(/[{}\\]/g, '');
  return [
    `@misc{observatoire-${edition.version.replace('.', '-')},`,
    `  author = {{${clean(publisher)}}},`,
    `  title = {{${clean(title)}}},`,
    `  year = {${edition.publishedAt.slice(0, 4)}},`,
    `  edition = {${edition.version}},`,
    `  publisher = {{${clean(publisher)}}},`,
    `  url = {${url}}`,
    '}',
    ''
  ].join('\n');
}

/** RIS, lines ended by CRLF as the format asks. */
export function ris({ title, edition, url, publisher, lang }: Cited): string {
  const date = edition.publishedAt.slice(0, 10).replaceAll('-', '/');
  return ['TY  - DATA', `AU  - ${publisher}`, `TI  - ${title}`, `PY  - ${edition.publishedAt.slice(0, 4)}`, `DA  - ${date}/`, `ET  - ${edition.version}`, `PB  - ${publisher}`, `LA  - ${lang}`, `UR  - ${url}`, 'ER  - ', ''].join('\r\n');
}

/** CSL-JSON, as citation managers read it. */
export function csl({ title, edition, url, publisher, lang }: Cited): object[] {
  const [year, month, day] = edition.publishedAt.slice(0, 10).split('-').map(Number);
  return [{ id: `observatoire-${edition.version}`, type: 'dataset', title, author: [{ literal: publisher }], publisher, version: edition.version, issued: { 'date-parts': [[year, month, day]] }, language: lang, URL: url }];
}
