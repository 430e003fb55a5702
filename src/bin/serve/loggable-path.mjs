/** Words of an address after which stands a link that works for whoever has it. */
const BEFORE_SECRETS = new Set(['invitation', 'corrections']);

/**
 * An address as a log may hold it: without its query, which says what somebody looks for, and without what opens a door: the link of an invitation,
 * the private address of a correction, anything that looks like a key.
 *
 * @param {string | undefined} url
 */
export function loggablePath(url) {
  const path = (url ?? '').split(/[?#]/, 1)[0] ?? '';
  const parts = path.split('/');
  return parts.map((part, at) => (part !== '' && (BEFORE_SECRETS.has(parts[at - 1] ?? '') || looksLikeKey(part)) ? '…' : part)).join('/');
}

/** Long, without a separator that a person would write, with figures and capitals. */
function looksLikeKey(/** @type {string} */ part) {
  return part.length >= 20 && /[A-Z]/.test(part) && /\d/.test(part) && !part.includes('.');
}
