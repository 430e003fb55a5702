const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML text with the five entities, numeric references and CDATA decoded. Unknown entities stay as written. */
export function xmlText(raw: string): string {
  if (raw.includes('<![CDATA[')) {
    return raw.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|([^<]+)/g, (_whole, data: string | undefined, text: string | undefined) => data ?? xmlText(text ?? ''));
  }
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITY[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Attributes of a start tag's inside (`r="A1" t='s'`). */
export function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) found[match[1]!] = xmlText(match[2] ?? match[3] ?? '');
  return found;
}

/** One attribute, without reading the others; undefined when absent. */
export function attribute(tag: string, name: string): string | undefined {
  const at = tag.search(new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']`));
  if (at < 0) return undefined;
  const quote = tag.slice(at).search(/["']/) + at;
  const end = tag.indexOf(tag[quote]!, quote + 1);
  return end < 0 ? undefined : xmlText(tag.slice(quote + 1, end));
}

/** An element of a small document. */
export type XmlNode = { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string };

/**
 * A small XML document as a tree (structures, workbook parts). Prefixes are dropped; comments and processing instructions are skipped.
 * Undefined when tags do not match. Nothing is expanded beyond the five entities.
 */
export function parseXml(xml: string): XmlNode | undefined {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const token = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)([\w:.-]+)((?:\s+[^"'>]*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  for (const match of xml.matchAll(token)) {
    const top = stack.at(-1)!;
    if (match[1] !== undefined) top.text += match[1];
    else if (match[6] !== undefined) top.text += xmlText(match[6]);
    else if (match[3] !== undefined) {
      const name = match[3].replace(/^.*:/, '');
      if (match[2]) {
        if (stack.length < 2 || top.name !== name) return undefined;
        stack.pop();
        continue;
      }
      const node: XmlNode = { name, attributes: match[4] ? attributes(match[4]) : {}, children: [], text: '' };
      top.children.push(node);
      if (stack.length > 200) return undefined;
      if (!match[5]) stack.push(node);
    }
  }
  return stack.length === 1 ? root.children.find((child) => child.name !== '') : undefined;
}

/** Direct children of a name. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node ? node.children.filter((child) => child.name === name) : [];
}

/** First direct child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}
