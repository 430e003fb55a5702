/** Bytes that Windows-1252 leaves undefined, and controls that no text file holds. */
// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD]/;

/**
 * The text of a file: by its byte order mark, else strict UTF-8, else Windows-1252 as French Excel writes it.
 *
 * @returns undefined when none gives a text; no character is ever replaced
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  for (const encoding of marked ? [marked] : ['utf-8', 'windows-1252']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!NOT_TEXT.test(text)) return { text, encoding };
    } catch {
      // Not this encoding: the next one may be.
    }
  }
  return undefined;
}
