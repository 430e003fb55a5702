import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { citationText, type Cited } from '#lib/domain/format/citation.ts';
import { SYMBOLS } from '#lib/domain/format/index.ts';
import { LICENCE } from './about.ts';

type ReadMe = {
  cited: Cited;
  parts: { file: string; title: string; rows: number }[];
  initiatives: readonly Initiative[];
  tables: readonly PublishedTable[];
};

/** What a person reads first in the archive: what it holds, what is invented, what the symbols mean, how to cite it. */
export function readMe({ cited, parts, initiatives, tables }: ReadMe): string {
  const { edition, lang, url, publisher } = cited;
  const french = lang === 'fr';
  const invented = initiatives.filter(({ provenance }) => provenance === 'synthetic').length;
  const inventedTables = tables.filter(({ provenance }) => provenance === 'synthetic').length;
  return [
    `${publisher}, ${french ? 'édition' : 'edition'} ${edition.version}`,
    url,
    '',
    edition.note[lang],
    '',
    french ? 'CONTENU' : 'CONTENTS',
    ...parts.map(({ file, title, rows }) => `${file} : ${title} (${rows} ${french ? 'lignes' : 'rows'})`),
    french ? 'dictionary.csv : chaque colonne, son type, son sens' : 'dictionary.csv: every column, its type, its meaning',
    french ? 'datapackage.json : le même dictionnaire pour les machines (Frictionless Data Package)' : 'datapackage.json: the same dictionary for machines (Frictionless Data Package)',
    'citation.bib, citation.ris',
    '',
    french ? 'DONNÉES SYNTHÉTIQUES' : 'SYNTHETIC DATA',
    french
      ? `${invented} des ${initiatives.length} initiatives et ${inventedTables} des ${tables.length} tables sont inventées pour la démonstration (colonne provenance) ; elles ne décrivent aucune initiative réelle.`
      : `${invented} of the ${initiatives.length} initiatives and ${inventedTables} of the ${tables.length} tables are invented for demonstration (column provenance); they describe no real initiative.`,
    '',
    french ? 'SYMBOLES' : 'SYMBOLS',
    ...Object.entries(SYMBOLS).map(([symbol, meaning]) => `${symbol} : ${meaning[lang]}`),
    '',
    french ? 'POUR CITER' : 'TO CITE',
    citationText(cited),
    '',
    `LICENCE : ${LICENCE.name}, ${LICENCE.url}`,
    `SHA-256 (${french ? 'contenu de l’édition' : 'content of the edition'}) : ${edition.contentHash}`,
    ''
  ].join('\r\n');
}
