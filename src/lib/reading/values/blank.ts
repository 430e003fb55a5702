/** Nothing but spaces, the non-breaking ones included. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text === '' || (text.charCodeAt(0) <= 32 || text.charCodeAt(0) >= 160 ? text.trim() === '' : false);
}
