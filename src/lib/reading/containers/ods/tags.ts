/** A piece of an XML text: a tag with its attributes as written, or the text between two tags. */
export type Piece = { name: string; closes: boolean; alone: boolean; attributes: string } | string;

/** Cuts an XML text into tags and texts, in order; comments, declarations and CDATA marks are skipped. */
export function* piecesOf(xml: string, from: number): Generator<Piece> {
  const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
  for (let at = from; at < xml.length; ) {
    if (xml.charCodeAt(at) !== 60) {
      const next = xml.indexOf('<', at);
      const end = next < 0 ? xml.length : next;
      yield xml.slice(at, end);
      at = end;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(xml);
    if (found) {
      yield { name: found[2]!, closes: found[1] === '/', alone: found[4] === '/', attributes: found[3]! };
      at = tag.lastIndex;
      continue;
    }
    const end = xml.startsWith('<!--', at) ? xml.indexOf('-->', at) : xml.indexOf('>', at);
    if (end < 0) return;
    at = end + 1;
  }
}
