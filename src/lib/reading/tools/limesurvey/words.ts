import { fold } from '../../values/fold.ts';
import { dictionary } from '../draft.ts';

/** Codes of the columns that LimeSurvey adds, with what they mean. */
export const METADATA_CODES: Record<string, string> = {
  id: 'id', submitdate: 'submitted_at', lastpage: 'last_page', startlanguage: 'language', seed: 'seed', token: 'token',
  startdate: 'started_at', datestamp: 'modified_at', ipaddr: 'ip', refurl: 'referrer', interviewtime: 'duration',
  firstname: 'first_name', lastname: 'last_name', email: 'email', completed: 'status', usesleft: 'status', emailstatus: 'status'
};

/** The same columns in full text, French and English. */
export const METADATA_TEXTS = dictionary({
  id: ['ID de la réponse', 'Réponse ID', 'ID réponse', 'Response ID', 'Identifiant de la réponse', 'N° de réponse', 'Antwort ID', 'ID de respuesta'],
  submitted_at: ['Date de soumission', 'Date submitted', 'Date de soumission de la réponse', 'Submit date', 'Completed', 'Datum Abgeschickt', 'Fecha de envío'],
  last_page: ['Dernière page', 'Last page', 'Dernière page vue', 'Last page seen', 'Letzte Seite', 'Última página'],
  language: ['Langue de départ', 'Langue initiale', 'Start language', 'Langue de début', 'Start-Sprache', 'Lenguaje inicial', 'Idioma inicial'],
  seed: ['Tête de série', 'Seed', 'Graine', 'Valeur de départ', 'Zufallsstartwert', 'Semilla'],
  token: ['Code d’accès', 'Access code', 'Token', 'Jeton', 'Invitation'],
  started_at: ['Date de lancement', 'Date started', 'Date de début', 'Date de démarrage'],
  modified_at: ['Date de la dernière action', 'Date last action', 'Dernière action'],
  ip: ['Adresse IP', 'IP address'],
  referrer: ['URL de référence', 'Referrer URL', 'URL référente', 'URL de provenance'],
  duration: ['Temps total', 'Total time', 'Durée totale'],
  first_name: ['Prénom du participant', 'First name'],
  last_name: ['Nom du participant', 'Last name'],
  email: ['Adresse de courriel du participant', 'Email address', 'Adresse courriel']
});

/** Comments of an option, in full-text headers. */
export const COMMENT = new Set(['commentaire', 'comment', 'comments', 'commentaires']);

/** Meaning of a full-text header, also when it was cut to fifteen characters. */
export function metadataOfText(text: string): string | undefined {
  const folded = fold(text);
  const exact = METADATA_TEXTS.get(folded);
  if (exact) return exact;
  if (/^(?:temps (?:de|pour)|duree (?:du|de la)|group time|question time|temps du groupe)/.test(folded)) return 'duration';
  if (!/(?:\.\.|…)\s*$/.test(text) || folded.length < 8) return undefined;
  for (const [known, meaning] of METADATA_TEXTS) if (known.startsWith(folded)) return meaning;
  return undefined;
}

/** Meaning of a code header. */
export function metadataOfCode(code: string): string | undefined {
  const known = Object.hasOwn(METADATA_CODES, code.toLowerCase()) ? METADATA_CODES[code.toLowerCase()] : undefined;
  if (known && code === code.toLowerCase()) return known;
  if (/^(?:\d+X\d+)?.*Time$|^groupTime\d+$|^(?:question|group)Time/i.test(code) && /Time/.test(code)) return 'duration';
  return /^attribute_\d+$/.test(code) ? 'participant_attribute' : undefined;
}
