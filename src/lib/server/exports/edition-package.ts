import { strToU8, zipSync } from 'fflate';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { bibtex, ris, type Cited } from '#lib/domain/format/citation.ts';
import type { Lang } from '#lib/domain/language.ts';
import { LICENCE } from './about.ts';
import { toRows, type Column } from './columns.ts';
import { writeCsv } from './csv.ts';
import { INITIATIVE_COLUMNS } from './initiative-columns.ts';
import { writeJson } from './json.ts';
import { readMe } from './package-readme.ts';
import { tableColumns, tableLines } from './table-rows.ts';

export type PackageRequest = {
  edition: EditionSummary;
  initiatives: readonly Initiative[];
  tables: readonly PublishedTable[];
  lang: Lang;
  /** Pinned address of the edition. */
  url: string;
  publisher: string;
};

type Part = { name: string; title: string; columns: readonly Column<never>[]; rows: ReturnType<typeof toRows> };

/**
 * Everything an edition publishes, in one ZIP: CSV files, their dictionary, licence, citation and a read-me. It is a
 * Frictionless Data Package (https://datapackage.org). The same edition gives the same bytes.
 */
export function editionPackage({ edition, initiatives, tables, lang, url, publisher }: PackageRequest): Uint8Array {
  const columns = tableColumns(lang);
  const parts: Part[] = [
    { name: 'initiatives', title: lang === 'fr' ? 'Recensement des initiatives' : 'Census of initiatives', columns: INITIATIVE_COLUMNS as Part['columns'], rows: toRows(INITIATIVE_COLUMNS, initiatives) },
    { name: 'tables', title: lang === 'fr' ? 'Tables de l’enquête, un nombre par ligne' : 'Tables of the survey, one number a line', columns: columns as Part['columns'], rows: toRows(columns, tables.flatMap(tableLines)) }
  ];
  const cited: Cited = { title: edition.title[lang], edition, url, publisher, lang };
  const files: Record<string, string> = {
    'datapackage.json': writeJson(descriptor(edition, parts, { lang, url, publisher })),
    'dictionary.csv': writeCsv(['file', 'column', 'type', 'description'], parts.flatMap(({ name, columns }) => columns.map((column) => [`${name}.csv`, column.name, column.type, column.description[lang]]))),
    'citation.bib': bibtex(cited),
    'citation.ris': ris(cited),
    [lang === 'fr' ? 'LISEZMOI.txt' : 'README.txt']: readMe({ cited, parts: parts.map(({ name, title, rows }) => ({ file: `${name}.csv`, title, rows: rows.length })), initiatives, tables })
  };
  for (const { name, columns, rows } of parts) files[`${name}.csv`] = writeCsv(columns.map((column) => column.name), rows);
  // The date of the edition, not of the download: the archive may be compared byte for byte.
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { mtime: edition.publishedAt.slice(0, 10), level: 6 });
}

function descriptor(edition: EditionSummary, parts: readonly Part[], { lang, url, publisher }: Pick<PackageRequest, 'lang' | 'url' | 'publisher'>): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `observatoire-caisses-alimentaires-${edition.version}`,
    title: edition.title[lang],
    description: edition.note[lang],
    version: edition.version,
    created: edition.publishedAt,
    homepage: url,
    licenses: [{ name: 'etalab-2.0', title: LICENCE.name, path: LICENCE.url }],
    contributors: [{ title: publisher, roles: ['publisher'] }],
    resources: parts.map(({ name, title, columns }) => ({
      name,
      title,
      path: `${name}.csv`,
      type: 'table',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        // Dates may be as short as a year, and x or z stand for what is not known: they are read as text.
        fields: columns.map((column) => ({ name: column.name, type: column.type === 'number' ? 'number' : 'string', description: column.description[lang] })),
        missingValues: ['']
      }
    }))
  };
}
