import { ReadingRefusal } from '../refusal.ts';

/** First bytes of formats that people send by mistake, one character a byte. */
const SIGNATURES: readonly [format: string, first: RegExp][] = [
  ['PNG', /^\x89PNG\r\n/],
  ['JPEG', /^\xff\xd8\xff/],
  ['GIF', /^GIF8[79]a/],
  ['WebP', /^RIFF....WEBP/s],
  ['HEIC', /^....ftyp(?:heic|heix|mif1|msf1)/s],
  ['MP4', /^....ftyp/s],
  ['PDF', /^%PDF-/],
  ['RTF', /^\{\\rtf/],
  ['SPSS (.sav)', /^\$FL[23]/],
  ['Stata (.dta)', /^<stata_dta>/],
  ['Parquet', /^PAR1/],
  ['SQLite', /^SQLite format 3\0/],
  ['gzip', /^\x1f\x8b/],
  ['RAR', /^Rar!\x1a\x07/],
  ['7-Zip', /^7z\xbc\xaf\x27\x1c/],
  ['JSON', /^(?:\xef\xbb\xbf)?\s*(?:\{\s*"[^"\r\n]*"\s*:|\[\s*(?:\{\s*"|\[))/]
];

/** A part that only one kind of zipped document has. */
const PARTS: readonly [format: string, part: RegExp][] = [
  ['Word (.docx)', /^word[/\\]document\.xml$/],
  ['PowerPoint (.pptx)', /^ppt[/\\]presentation\.xml$/],
  ['Excel (.xlsb)', /^xl[/\\]workbook\.bin$/],
  ['Numbers (.numbers)', /^Index[/\\]Document\.iwa$|^Index\.zip$/],
  ['EPUB', /^META-INF[/\\]container\.xml$/]
];

/** Names of the media types of the OpenDocument formats that are no spreadsheet. */
const DOCUMENTS: readonly [format: string, type: string][] = [
  ['Writer (.odt)', 'application/vnd.oasis.opendocument.text'],
  ['Impress (.odp)', 'application/vnd.oasis.opendocument.presentation']
];

/** Refuses a file that is no table and whose first bytes tell what it is. @throws ReadingRefusal */
export function refuseForeign(head: Uint8Array): void {
  refuse(SIGNATURES, String.fromCharCode(...head.subarray(0, 512)));
}

/** Refuses a zipped document of another kind. `mimetype` is the text of that part, when there is one. @throws ReadingRefusal */
export function refuseForeignArchive(names: Iterable<string>, mimetype: string): void {
  for (const name of names) refuse(PARTS, name);
  const document = DOCUMENTS.find(([, type]) => mimetype.trim() === type);
  if (document) throw new ReadingRefusal('foreign_format', { format: document[0] });
}

function refuse(known: readonly [format: string, pattern: RegExp][], text: string): void {
  const found = known.find(([, pattern]) => pattern.test(text));
  if (found) throw new ReadingRefusal('foreign_format', { format: found[0] });
}
