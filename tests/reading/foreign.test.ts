import { expect, it } from 'vitest';
import { readFile } from '../../src/lib/reading/read.ts';
import { ReadingRefusal } from '../../src/lib/reading/refusal.ts';
import { zip } from './archives.ts';

const bytes = (...parts: (string | number[])[]) => Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const types = { name: '[Content_Types].xml', data: '<Types/>' };

// First bytes as the formats' own specifications give them.
it.each([
  ['PNG', bytes([0x89], 'PNG', [0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'IHDR')],
  ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF')],
  ['HEIC', bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0])],
  ['PDF', bytes('%PDF-1.7\n')],
  ['SPSS (.sav)', bytes('$FL2@(#) SPSS DATA FILE')],
  ['SQLite', bytes('SQLite format 3', [0])],
  ['JSON', bytes('[\n  { "id": 1, "answer": "yes" }\n]')],
  ['JSON', bytes([0xef, 0xbb, 0xbf], '{"results": []}')],
  ['Word (.docx)', zip([types, { name: 'word/document.xml', data: '<w:document/>' }])],
  ['Writer (.odt)', zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }, { name: 'content.xml', data: '<office/>' }])],
  ['Excel (.xlsb)', zip([types, { name: 'xl/workbook.bin', data: 'x' }])],
  ['Numbers (.numbers)', zip([{ name: 'Index/Document.iwa', data: 'x' }])]
])('%s is named in the refusal, whatever the file is called', async (format, content) => {
  const refusal = await readFile(content, 'reponses.csv').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ReadingRefusal);
  expect((refusal as ReadingRefusal).code).toBe('foreign_format');
  for (const lang of ['fr', 'en'] as const) expect((refusal as ReadingRefusal).sentence(lang)).toContain(format);
});

it('a table whose first heading is in brackets is a table', async () => {
  for (const text of ['[a];[b]\n1;2\n', '{a},{b}\n1,2\n', '"[""x""]","y"\n1,2\n']) expect((await readFile(bytes(text), 'a.csv')).grid.rows.length).toBe(2);
});
