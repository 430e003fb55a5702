import type { FileBytes } from '../file-bytes.ts';
import type { Ask, Grid } from '../types.ts';
import { decodeChunks, detectEncoding, type Encoding } from './decode.ts';
import { DelimitedParser, type DelimitedNotes } from './delimited.ts';
import { detectDelimiter } from './delimiter.ts';

const SAMPLE = 1 << 16;

/** A text file as a grid: encoding, delimiter and line ends found in the bytes. */
export function openText(bytes: FileBytes, file: string, progress?: (share: number) => void): Grid {
  const encoding = detectEncoding(bytes);
  const chunks = decodeChunks(bytes, encoding);
  const first = chunks.next();
  const beginning = first.done ? '' : first.value;
  const delimiter = detectDelimiter(beginning.slice(0, SAMPLE), beginning.length < SAMPLE);
  const parser = new DelimitedParser(delimiter ?? '\u0000');
  parser.write(beginning);
  let read = beginning.length;
  for (const chunk of chunks) {
    parser.write(chunk);
    read += chunk.length;
    progress?.(Math.min(1, read / bytes.size));
  }
  parser.end();
  const notices = notice(parser, encoding, beginning);
  return {
    file,
    container: 'text',
    encoding: encoding.name,
    ...(delimiter ? { delimiter } : {}),
    newline: newlineOf(parser.notes),
    rows: parser.rows,
    ...(notices.length > 0 ? { notices } : {})
  };
}

function newlineOf(notes: DelimitedNotes): string {
  const kinds = [['CRLF', notes.crlf], ['LF', notes.lf], ['CR', notes.cr]] as const;
  const used = kinds.filter(([, count]) => count > 0);
  if (used.length === 0) return 'none';
  return used.length === 1 ? used[0]![0] : `mixed (${used.map(([name]) => name).join(', ')})`;
}

function notice(parser: DelimitedParser, encoding: Encoding, beginning: string): Ask[] {
  const asks: Ask[] = [];
  if (encoding.cutAtEnd) asks.push({ code: 'file_cut', where: { row: parser.rows.length }, choices: ['accept', 'export_again'] });
  if (parser.notes.openQuoteRow) asks.push({ code: 'open_quote', where: { row: parser.notes.openQuoteRow }, choices: ['accept', 'export_again'] });
  // UTF-8 read once as Windows-1252 and saved again: é stands as Ã©, ’ as â€™.
  const doubled = /Ã[©¨ª«¯´®§¢»¹¼]|â€[™œ“]|Ã\u00a0/.exec(beginning);
  if (doubled) asks.push({ code: 'encoded_twice', where: {}, choices: ['accept', 'export_again'], details: { seen: doubled[0] } });
  return asks;
}
