/** A source as the census names it, with an address when it starts with a domain: `caf.fr, Lettre 14`. */
export type SourceLink = { text: string; href?: string; rest?: string };

const DOMAIN = /^((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(\/\S*)?(.*)$/i;

/** Only a domain becomes a link, always over https: the text of a source never becomes another kind of address. */
export function sourceLink(source: string): SourceLink {
  const match = DOMAIN.exec(source.trim().replace(/^https?:\/\//i, ''));
  const [, domain, path = '', rest = ''] = match ?? [];
  if (!domain || !/^(?:[,;:. (]|$)/.test(rest)) return { text: source };
  return { text: domain + path, href: `https://${domain.toLowerCase()}${path}`, ...(rest.trim() ? { rest } : {}) };
}
