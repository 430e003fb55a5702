const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML text with the five entities, numeric references and CDATA decoded. Unknown entities stay as written. */
export function xmlText(raw: string): string {
  let [text, at] = ['', 0];
  for (;;) {
    const cdata = raw.indexOf('<![CDATA[', at);
    const end = cdata < 0 ? -1 : raw.indexOf(']]>', cdata);
    if (end < 0) return text + decode(at === 0 ? raw : raw.slice(at));
    text += decode(raw.slice(at, cdata)) + raw.slice(cdata + 9, end);
    at = end + 3;
  }
}

function decode(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,10});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(ENTITY, name) ? ENTITY[name]! : whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Attributes of a start tag's inside (`r="A1" t='s'`). */
export function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of tag.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) found[match[1]!] = xmlText(match[2] ?? match[3] ?? '');
  return found;
}

/** One attribute, without reading the others; undefined when absent. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(`${name}=`); at >= 0; at = tag.indexOf(`${name}=`, at + 1)) {
    if (at > 0 && !/\s/.test(tag[at - 1]!)) continue;
    const quote = tag[at + name.length + 1]!;
    const end = tag.indexOf(quote, at + name.length + 2);
    return end < 0 || (quote !== '"' && quote !== "'") ? undefined : xmlText(tag.slice(at + name.length + 2, end));
  }
  return undefined;
}

/** Insides of all the elements of a name, whatever their prefix, in order; an element that never ends stops the search. */
export function* insides(xml: string, name: string): Generator<string> {
  const prefix = new RegExp(`<((?:\\w+:)?)${name}[\\s/>]`).exec(xml)?.[1];
  if (prefix === undefined) return;
  const [open, close] = [`<${prefix}${name}`, `</${prefix}${name}>`];
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const next = xml.charCodeAt(at + open.length);
    const head = xml.indexOf('>', at);
    if (head < 0) return;
    at += open.length;
    if (next !== 62 && next !== 47 && next !== 32 && next !== 9 && next !== 10 && next !== 13) continue;
    if (xml.charCodeAt(head - 1) === 47) {
      yield '';
      at = head + 1;
      continue;
    }
    const end = xml.indexOf(close, head);
    if (end < 0) return;
    yield xml.slice(head + 1, end);
    at = end + close.length;
  }
}

/** An element of a small document. */
export type XmlNode = { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string };

/** Nesting that no survey structure reaches. */
const DEPTH = 200;

/**
 * A small XML document as a tree (structures, workbook parts). Prefixes are dropped; comments, declarations and processing
 * instructions are skipped. Undefined when tags do not match or do not end. Nothing is expanded beyond the five entities.
 */
export function parseXml(xml: string): XmlNode | undefined {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const top = stack.at(-1)!;
    if (open !== at) top.text += decode(xml.slice(at, open < 0 ? xml.length : open));
    if (open < 0) break;
    const [begin, close] = xml.startsWith('<![CDATA[', open) ? [9, ']]>'] : xml.startsWith('<!--', open) ? [4, '-->'] : xml.startsWith('<?', open) ? [2, '?>'] : [1, '>'];
    const end = close === '>' ? tagEnd(xml, open) : xml.indexOf(close, open + begin);
    if (end < 0) return undefined;
    at = end + close.length;
    if (begin === 9) top.text += xml.slice(open + 9, end);
    else if (begin === 1 && xml[open + 1] !== '!' && !element(xml.slice(open + 1, end), stack)) return undefined;
  }
  return stack.length === 1 ? root.children.find((child) => child.name !== '') : undefined;
}

/** Where a tag ends; a `>` inside quotes does not end it. */
function tagEnd(xml: string, from: number): number {
  for (let i = from + 1; i < xml.length; i++) {
    const sign = xml[i];
    if (sign === '>') return i;
    if (sign === '"' || sign === "'") {
      i = xml.indexOf(sign, i + 1);
      if (i < 0) return -1;
    }
  }
  return -1;
}

/** Opens or closes an element; false when the tags do not match. */
function element(tag: string, stack: XmlNode[]): boolean {
  const name = /^\/?\s*([\w:.-]+)/.exec(tag)?.[1];
  if (name === undefined) return false;
  const local = name.replace(/^.*:/, '');
  if (tag.startsWith('/')) {
    if (stack.length < 2 || stack.at(-1)!.name !== local) return false;
    stack.pop();
    return true;
  }
  const node: XmlNode = { name: local, attributes: tag.includes('=') ? attributes(tag.slice(name.length)) : {}, children: [], text: '' };
  stack.at(-1)!.children.push(node);
  if (!tag.endsWith('/')) stack.push(node);
  return stack.length <= DEPTH;
}

/** Direct children of a name. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node ? node.children.filter((child) => child.name === name) : [];
}

/** First direct child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}
