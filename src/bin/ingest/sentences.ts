import type { Text } from '../../lib/domain/language.ts';

/** Sentences of the command line, in both languages. */
export const SAYS = {
  usage: {
    fr: 'Usage : npm run ingest -- census FICHIER [--reason TEXTE] [--dry-run] [--lang en]\n        npm run ingest -- wave VAGUE FICHIER [--decisions FICHIER] [--codebook FICHIER] [--acknowledge] [--dry-run] [--lang en]',
    en: 'Usage: npm run ingest -- census FILE [--reason TEXT] [--dry-run] [--lang en]\n       npm run ingest -- wave WAVE FILE [--decisions FILE] [--codebook FILE] [--acknowledge] [--dry-run] [--lang en]'
  },
  no_file: { fr: 'Le fichier « {file} » ne peut pas être lu : {reason}', en: 'File “{file}” cannot be read: {reason}' },
  bad_json: { fr: 'Le fichier « {file} » n’est pas un JSON valide : {reason}', en: 'File “{file}” is not valid JSON: {reason}' },
  census_loaded: {
    fr: 'Recensement chargé : {rows} initiatives lues, {added} ajoutées, {changed} modifiées, {absent} absentes du fichier et inchangées.',
    en: 'Census loaded: {rows} initiatives read, {added} added, {changed} changed, {absent} not in the file and unchanged.'
  },
  census_checked: {
    fr: 'Contrôle seul, rien n’est enregistré : {rows} initiatives lues, {added} seraient ajoutées, {changed} modifiées.',
    en: 'Check only, nothing is stored: {rows} initiatives read, {added} would be added, {changed} changed.'
  },
  census_unchanged: {
    fr: 'Fichier déjà chargé : le recensement dit déjà la même chose ({rows} initiatives). Rien n’a été enregistré.',
    en: 'File already loaded: the census already says the same ({rows} initiatives). Nothing was stored.'
  },
  wave_committed: {
    fr: 'Vague {wave} enregistrée : {responses} réponses sur {frame} initiatives interrogées.',
    en: 'Wave {wave} committed: {responses} responses out of {frame} initiatives asked.'
  },
  wave_checked: {
    fr: 'Contrôle seul, rien n’est enregistré : {responses} réponses sur {frame} initiatives interrogées.',
    en: 'Check only, nothing is stored: {responses} responses out of {frame} initiatives asked.'
  },
  wave_already: {
    fr: 'Fichier déjà enregistré dans la vague {wave} le {at} : {responses} réponses. Rien n’a été doublé.',
    en: 'File already committed to wave {wave} on {at}: {responses} responses. Nothing was doubled.'
  },
  rows: { fr: 'Lignes lues : {read} = {responses} réponses + {ignored} ignorées{reasons}.', en: 'Rows read: {read} = {responses} responses + {ignored} ignored{reasons}.' },
  cells: { fr: 'Cellules non vides : {all} = {imported} importées + {ignored} ignorées{reasons}.', en: 'Non-empty cells: {all} = {imported} imported + {ignored} ignored{reasons}.' },
  refused: {
    fr: 'Refusé : {blocking} constats bloquants, {unseen} à confirmer (--acknowledge ou --decisions). Rien n’a été enregistré.',
    en: 'Refused: {blocking} blocking findings, {unseen} to acknowledge (--acknowledge or --decisions). Nothing was stored.'
  },
  more: { fr: '… et {count} autres constats.', en: '… and {count} more findings.' },
  way_out: { fr: '  → {wayOut}', en: '  → {wayOut}' },
  row: { fr: 'ligne {row}', en: 'row {row}' },
  column: { fr: 'colonne {column}', en: 'column {column}' },
  value: { fr: 'valeur « {value} »', en: 'value “{value}”' },
  blocking: { fr: 'BLOQUANT', en: 'BLOCKING' },
  acknowledge: { fr: 'À CONFIRMER', en: 'TO ACKNOWLEDGE' },
  information: { fr: 'Pour information', en: 'For information' }
} satisfies Record<string, Text>;
