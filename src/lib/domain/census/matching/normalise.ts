import { fold } from '../../geography/fold.ts';

/** What half of the names say, and so tells nothing: "Caisse alimentaire de…", "Sécurité sociale de l'alimentation". */
const COMMON = [
  'caisse commune de l alimentation',
  'caisse locale de l alimentation',
  'caisse sociale de l alimentation',
  'caisse alimentaire commune',
  'caisse commune alimentaire',
  'caisse alimentaire',
  'caisse de l alimentation',
  'securite sociale de l alimentation',
  'securite sociale alimentaire',
  'ssa',
  'cla',
  'cca'
];

/** The longest phrase first, so that a short one does not leave half of it. */
const COMMON_PHRASES = new RegExp(` (?:${[...COMMON].sort((a, b) => b.length - a.length).join('|')})(?= )`, 'g');

const SMALL_WORDS = new Set(['d', 'de', 'des', 'du', 'en', 'et', 'a', 'au', 'aux', 'l', 'la', 'le', 'les', 'pour', 'the', 'of']);

/** The words of a name that tell it from others, folded, in order. All its words when every one is common. */
export function tellingWords(name: string): string[] {
  const folded = ` ${fold(name)} `;
  const stripped = folded.replace(COMMON_PHRASES, ' ');
  const words = (text: string): string[] => text.split(' ').filter((word) => word !== '' && !SMALL_WORDS.has(word));
  const telling = words(stripped);
  return telling.length > 0 ? telling : words(folded);
}

/**
 * Short forms of a name, folded: those it writes in capitals, and the initials of its other words, small words left out.
 * "CLAC, caisse locale de l'alimentation de Cadenet" gives `clac`, both ways.
 */
export function acronyms(name: string): Set<string> {
  const written = name.match(/\p{Lu}[\p{Lu}\d]{2,}/gu) ?? [];
  const rest = written.reduce((text, capitals) => text.replace(capitals, ' '), name);
  const initials = fold(rest).split(' ').filter((word) => word !== '' && !SMALL_WORDS.has(word)).map((word) => word[0]);
  const short = [...written.map((capitals) => fold(capitals)), initials.join('')];
  return new Set(short.filter((form) => form.length >= 3 && !COMMON.includes(form)));
}

/** Addresses that anybody may have: their domain says nothing about the organisation. */
const SHARED_DOMAINS = new Set([
  'gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.fr', 'outlook.com', 'outlook.fr', 'live.fr', 'yahoo.fr', 'yahoo.com',
  'orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'sfr.fr', 'bbox.fr', 'icloud.com', 'protonmail.com', 'proton.me',
  'riseup.net', 'mailo.com', 'posteo.net', 'gmx.fr', 'gmx.com'
]);

/** Domain of an e-mail address when it belongs to one organisation, else undefined. */
export function ownDomain(email: string): string | undefined {
  const domain = email.trim().toLowerCase().split('@')[1];
  return domain && !SHARED_DOMAINS.has(domain) ? domain : undefined;
}

/** Digits only: "849 123 456 00012" and "84912345600012" are the same SIRET. */
export function digits(text: string): string {
  return text.replace(/\D/g, '');
}
