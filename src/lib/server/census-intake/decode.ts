import { decodeChunks, detectEncoding } from '#lib/reading/containers/decode.ts';
import { ReadingRefusal } from '#lib/reading/refusal.ts';

/**
 * The text of a census file, decoded as deposited files are: by its byte order mark, else strict UTF-8, else Windows-1252
 * as French Excel writes it. No character is ever replaced.
 *
 * @returns undefined when none of them gives a text
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return [...decodeChunks(bytes, detectEncoding(bytes))].join('');
  } catch (error) {
    if (error instanceof ReadingRefusal) return undefined;
    throw error;
  }
}
