import { fill } from '../domain/errors.ts';
import { typeset } from '../domain/format/typography.ts';
import type { Lang, Text } from '../domain/language.ts';

/** Why a file is not read at all. Codes are stable and never reused. */
export const REFUSALS = {
  empty_file: {
    fr: 'Le fichier est vide : il ne contient aucune donnée. Vérifiez l’export et déposez-le de nouveau.',
    en: 'The file is empty: it holds no data. Check the export and deposit it again.'
  },
  file_too_large: {
    fr: 'Le fichier pèse {megabytes} Mo, plus que les {limit} Mo acceptés. Exportez seulement la table des réponses.',
    en: 'The file weighs {megabytes} MB, more than the {limit} MB accepted. Export the table of responses only.'
  },
  zip_bomb: {
    fr: 'Le fichier compressé se déplierait en {megabytes} Mo : il est refusé sans être ouvert. Ouvrez-le dans un tableur et enregistrez seulement la feuille des réponses.',
    en: 'The compressed file would unpack to {megabytes} MB: it is refused unopened. Open it in a spreadsheet program and save the sheet of responses only.'
  },
  xml_bomb: {
    fr: 'Le fichier contient des définitions d’entités XML ({part}), qu’aucun outil d’enquête n’écrit : il est refusé.',
    en: 'The file holds XML entity definitions ({part}), which no survey tool writes: it is refused.'
  },
  sheet_too_wide: {
    fr: 'Une cellule est remplie en colonne {column}, au-delà des {limit} colonnes acceptées. Supprimez cette cellule isolée ({cell}) et enregistrez de nouveau.',
    en: 'A cell is filled in column {column}, beyond the {limit} columns accepted. Delete that lone cell ({cell}) and save again.'
  },
  too_many_cells: {
    fr: 'La feuille contient plus de {limit} cellules : elle est refusée. Exportez seulement la table des réponses.',
    en: 'The sheet holds more than {limit} cells: it is refused. Export the table of responses only.'
  },
  cell_too_large: {
    fr: 'Une cellule contient plus de {limit} caractères (ligne {row}) : le fichier est sans doute abîmé.',
    en: 'A cell holds more than {limit} characters (row {row}): the file is probably damaged.'
  },
  unreadable_encoding: {
    fr: 'L’encodage du texte n’est ni UTF-8, ni Windows-1252, ni UTF-16 (premier octet douteux : position {position}). Enregistrez de nouveau le fichier en « CSV UTF-8 ».',
    en: 'The text is encoded neither in UTF-8, nor in Windows-1252, nor in UTF-16 (first doubtful byte: position {position}). Save the file again as "CSV UTF-8".'
  },
  html_not_table: {
    fr: 'Ce fichier est une page web enregistrée sous le nom d’un tableur. Ouvrez-le dans un tableur et enregistrez-le en .xlsx ou en CSV.',
    en: 'This file is a web page saved under the name of a spreadsheet. Open it in a spreadsheet program and save it as .xlsx or CSV.'
  },
  xml_not_table: {
    fr: 'Ce fichier est un document XML qui n’est ni une structure LimeSurvey ni un tableur. Exportez les réponses en CSV ou en XLSX.',
    en: 'This file is an XML document, neither a LimeSurvey structure nor a spreadsheet. Export the responses as CSV or XLSX.'
  },
  encrypted: {
    fr: 'Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe et déposez-le de nouveau.',
    en: 'The workbook is protected by a password. Save it without one and deposit it again.'
  },
  damaged_file: {
    fr: 'Le fichier est abîmé ou incomplet ({part}). Refaites l’export, sans le couper, et déposez-le de nouveau.',
    en: 'The file is damaged or incomplete ({part}). Export it again, whole, and deposit it again.'
  },
  unknown_format: {
    fr: 'Ce fichier n’est pas une table de réponses : les formats lus sont CSV, TSV, XLSX, ODS, XLS et une archive .zip d’une seule table.',
    en: 'This file is not a table of responses: the formats read are CSV, TSV, XLSX, ODS, XLS and a .zip of one table.'
  },
  foreign_format: {
    fr: 'Ce fichier est au format {format}, pas une table de réponses. Exportez les réponses en CSV, XLSX ou ODS depuis l’outil d’enquête ou le tableur, et déposez ce fichier-là.',
    en: 'This file is in the {format} format, not a table of responses. Export the responses as CSV, XLSX or ODS from the survey tool or the spreadsheet program, and deposit that file.'
  },
  several_tables: {
    fr: 'L’archive contient plusieurs tables ({tables}). Déposez celle des réponses seule.',
    en: 'The archive holds several tables ({tables}). Deposit the one with the responses alone.'
  },
  no_table: {
    fr: 'Le fichier ne contient aucune ligne de titres de colonnes suivie de données.',
    en: 'The file holds no row of column headings followed by data.'
  },
  unknown_sheet: {
    fr: 'La feuille « {sheet} » n’existe pas dans ce classeur ({sheets}).',
    en: 'The sheet "{sheet}" does not exist in this workbook ({sheets}).'
  },
  timeout: {
    fr: 'La lecture a dépassé {seconds} secondes et a été arrêtée. Rien n’a été enregistré.',
    en: 'Reading took more than {seconds} seconds and was stopped. Nothing was stored.'
  },
  out_of_memory: {
    fr: 'La lecture demande plus de mémoire que permis et a été arrêtée. Rien n’a été enregistré.',
    en: 'Reading needs more memory than allowed and was stopped. Nothing was stored.'
  }
} satisfies Record<string, Text>;

export type RefusalCode = keyof typeof REFUSALS;

/** A file that cannot be read, with its reason. Nothing else is thrown by `readFile`. */
export class ReadingRefusal extends Error {
  readonly code: RefusalCode;
  readonly details: Record<string, string | number>;

  constructor(code: RefusalCode, details: Record<string, string | number> = {}) {
    super(fill(REFUSALS[code].en, details));
    this.name = 'ReadingRefusal';
    this.code = code;
    this.details = details;
  }

  /** The sentence for a person, in `lang`. */
  sentence(lang: Lang): string {
    return fill(typeset(REFUSALS[this.code][lang], lang), this.details);
  }
}
