/** A query parameter, or a value of one, that a page does not know. */
export type UnknownParameter = { name: string; value: string };

/**
 * The query parameters which a page does not know, in the order of the address.
 * `known` gives the values allowed for each name, or `null` for any value.
 */
export function unknownParameters(query: URLSearchParams, known: Record<string, readonly string[] | null>): UnknownParameter[] {
  const unknown: UnknownParameter[] = [];
  for (const [name, value] of query) {
    const allowed = Object.hasOwn(known, name) ? known[name] : undefined;
    if (allowed === undefined || (allowed !== null && !allowed.includes(value))) unknown.push({ name, value });
  }
  return unknown;
}

/** The same address without the parameters named, as a path and a query. */
export function withoutParameters(url: URL, unknown: UnknownParameter[]): string {
  const query = new URLSearchParams(url.search);
  for (const { name } of unknown) query.delete(name);
  const text = query.toString();
  return text ? `${url.pathname}?${text}` : url.pathname;
}
