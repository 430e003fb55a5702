/**
 * Text as XML or HTML may hold it, between tags or in a double-quoted attribute.
 * @example
 * escapeXml('Fonds & dons') // → 'Fonds &amp; dons'
 */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
