import type { EditionSummary } from '#lib/domain/confidentiality/edition.ts';
import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { Lang } from '#lib/domain/language.ts';
import { about } from './about.ts';
import { toRows } from './columns.ts';
import { writeCsv, type CsvVariant } from './csv.ts';
import type { ListFormat } from './file-response.ts';
import { writeGeojson } from './geojson.ts';
import { INITIATIVE_COLUMNS } from './initiative-columns.ts';
import { writeJson } from './json.ts';
import { writeWorkbook } from './xlsx.ts';

export type FileRequest = {
  initiatives: readonly Initiative[];
  edition: EditionSummary;
  /** The view's query, so that the file says what it holds. */
  query: string;
  lang: Lang;
  variant: CsvVariant;
};

const HEADER = INITIATIVE_COLUMNS.map((column) => column.name);

/** The same initiatives, in the same order, in any format. */
export async function initiativesFile(format: ListFormat, { initiatives, edition, query, lang, variant }: FileRequest): Promise<string | Uint8Array> {
  const described = about(edition, { query, count: initiatives.length });
  switch (format) {
    case 'csv':
      return writeCsv(HEADER, toRows(INITIATIVE_COLUMNS, initiatives), variant);
    case 'geojson':
      return writeGeojson(initiatives, described);
    case 'json':
      return writeJson({ ...described, initiatives });
    case 'xlsx':
      return writeWorkbook(
        [
          { name: 'initiatives', header: HEADER, rows: toRows(INITIATIVE_COLUMNS, initiatives) },
          { name: 'dictionary', header: ['column', 'type', 'description'], rows: INITIATIVE_COLUMNS.map((column) => [column.name, column.type, column.description[lang]]) },
          { name: 'about', header: ['key', 'value'], rows: [['edition', edition.version], ['published_at', edition.publishedAt], ['query', query || 'z'], ['rows', initiatives.length], ['licence', 'Licence Ouverte 2.0']] }
        ],
        { title: `initiatives ${edition.version}`, creator: 'Observatoire des caisses alimentaires' }
      );
  }
}
