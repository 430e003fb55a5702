import type { FindingText } from '#lib/domain/waves/finding-texts.ts';

/** Each rule of the census and the way out, by finding code. `{name}` is filled by the finding's details. */
export const CENSUS_FINDING_TEXTS: Record<string, FindingText> = {
  census_empty: {
    rule: { fr: 'Le fichier ne contient aucune initiative.', en: 'The file holds no initiative.' },
    wayOut: { fr: 'Vérifiez que c’est le bon fichier et qu’il a été enregistré en entier.', en: 'Check that it is the right file and that it was saved in full.' }
  },
  census_encoding: {
    rule: { fr: 'Le texte n’est lisible dans aucun encodage connu (UTF-8, UTF-16, Windows-1252).', en: 'The text cannot be read in any known encoding (UTF-8, UTF-16, Windows-1252).' },
    wayOut: { fr: 'Enregistrez le fichier au format « CSV UTF-8 ».', en: 'Save the file as “CSV UTF-8”.' }
  },
  census_missing_column: {
    rule: { fr: 'La colonne « {column} » manque.', en: 'Column “{column}” is missing.' },
    wayOut: { fr: 'Ajoutez-la, vide si rien n’est connu. Colonnes trouvées : {found}.', en: 'Add it, empty when nothing is known. Columns found: {found}.' }
  },
  census_extra_column: {
    rule: { fr: 'La colonne « {column} » n’appartient pas au recensement.', en: 'Column “{column}” does not belong to the census.' },
    wayOut: { fr: 'Supprimez-la ou corrigez son nom. Colonnes attendues : {expected}.', en: 'Remove it or correct its name. Expected columns: {expected}.' }
  },
  census_repeated_column: {
    rule: { fr: 'La colonne « {column} » figure deux fois.', en: 'Column “{column}” appears twice.' },
    wayOut: { fr: 'Gardez-en une seule.', en: 'Keep only one.' }
  },
  census_ragged_row: {
    rule: { fr: 'La ligne a {cells} cellules, l’en-tête en a {columns}.', en: 'The row has {cells} cells, the header has {columns}.' },
    wayOut: { fr: 'Entourez de guillemets les cellules qui contiennent le séparateur.', en: 'Put quotes around cells that contain the separator.' }
  },
  census_missing_value: {
    rule: { fr: 'La colonne « {column} » doit être remplie.', en: 'Column “{column}” must be filled in.' },
    wayOut: { fr: 'Renseignez la cellule.', en: 'Fill in the cell.' }
  },
  census_unknown_value: {
    rule: { fr: '« {column} » ne connaît pas cette valeur.', en: '“{column}” does not know this value.' },
    wayOut: { fr: 'Valeurs possibles : {allowed}.', en: 'Possible values: {allowed}.' }
  },
  census_bad_slug: {
    rule: { fr: 'Un identifiant est fait de minuscules sans accent, de chiffres et de tirets.', en: 'An identifier is made of unaccented lower-case letters, digits and hyphens.' },
    wayOut: { fr: 'Écrivez par exemple « lyon-calim8 ».', en: 'Write for instance “lyon-calim8”.' }
  },
  census_repeated_slug: {
    rule: { fr: 'Cet identifiant est déjà celui de la ligne {first}.', en: 'This identifier is already that of row {first}.' },
    wayOut: { fr: 'Donnez un identifiant propre à chaque initiative.', en: 'Give each initiative its own identifier.' }
  },
  census_bad_date: {
    rule: { fr: 'Une date s’écrit 2024, 2024-09 ou 2024-09-21.', en: 'A date is written 2024, 2024-09 or 2024-09-21.' },
    wayOut: { fr: 'Corrigez la date, aussi précise qu’elle est connue.', en: 'Correct the date, as precise as it is known.' }
  },
  census_dates_reversed: {
    rule: { fr: 'La fin ({ended}) précède le début ({started}).', en: 'The end ({ended}) comes before the start ({started}).' },
    wayOut: { fr: 'Corrigez l’une des deux dates.', en: 'Correct one of the two dates.' }
  },
  census_bad_number: {
    rule: { fr: 'Un nombre de participants est un entier positif, sans unité.', en: 'A number of participants is a positive whole number, without unit.' },
    wayOut: { fr: 'Écrivez seulement le nombre ; l’unité a sa colonne.', en: 'Write the number only; the unit has its own column.' }
  },
  census_unknown_departement: {
    rule: { fr: 'Ce département n’existe pas dans le code officiel géographique.', en: 'This département does not exist in the official geographic code.' },
    wayOut: { fr: 'Écrivez son code INSEE : 01, 2A, 69, 971.', en: 'Write its INSEE code: 01, 2A, 69, 971.' }
  },
  census_unknown_commune: {
    rule: { fr: 'Aucune commune, actuelle ou ancienne, n’a le code INSEE « {code} ».', en: 'No commune, current or former, has INSEE code “{code}”.' },
    wayOut: { fr: 'Vérifiez le code INSEE (cinq caractères, ce n’est pas le code postal).{hint}', en: 'Check the INSEE code (five characters, it is not the postcode).{hint}' }
  },
  census_commune_elsewhere: {
    rule: { fr: '{commune} ({code}) est dans le département {actual}, pas {stated}.', en: '{commune} ({code}) is in département {actual}, not {stated}.' },
    wayOut: { fr: 'Corrigez la commune ou le département.', en: 'Correct the commune or the département.' }
  },
  census_no_source: {
    rule: { fr: 'Une initiative documentée a au moins une source.', en: 'A documented initiative has at least one source.' },
    wayOut: { fr: 'Indiquez les sources, séparées par « | ».', en: 'Give the sources, separated by “|”.' }
  },
  census_no_agreement: {
    rule: { fr: 'Publier les objectifs d’une initiative demande la source de son accord.', en: 'Publishing the objectives of an initiative takes the source of its agreement.' },
    wayOut: {
      fr: 'Dites où se trouve l’accord : « Source » de la modification, ou colonne « sources » d’un fichier.',
      en: 'Say where the agreement is: “Source” of the change, or column “sources” of a file.'
    }
  },
  census_old_commune: {
    rule: { fr: 'La commune {code} a été remplacée par {commune} ({current}).', en: 'Commune {code} was replaced by {commune} ({current}).' },
    wayOut: { fr: 'Rien à faire : l’initiative est placée dans la commune actuelle.', en: 'Nothing to do: the initiative is placed in the current commune.' }
  },
  census_placed_in_departement: {
    rule: { fr: 'Aucune commune n’est indiquée : l’initiative est placée au centre du département {departement}.', en: 'No commune is given: the initiative is placed at the centre of département {departement}.' },
    wayOut: { fr: 'Ajoutez un code INSEE quand il sera connu.', en: 'Add an INSEE code once it is known.' }
  },
  census_absent: {
    rule: { fr: '{count} initiatives du recensement ne figurent pas dans ce fichier ; elles restent inchangées.', en: '{count} initiatives of the census are not in this file; they stay as they are.' },
    wayOut: { fr: 'Pour clore une initiative, donnez-lui le statut « terminee ».', en: 'To close an initiative, give it status “terminee”.' }
  }
};
