import type { Text } from '../language.ts';

/** What a finding's code means: the rule that is not met, and what can be done. Placeholders are its `details`. */
export type FindingText = { rule: Text; wayOut: Text };

const text = (fr: string, en: string): Text => ({ fr, en });
const DECIDE = text('Choisissez ({choices}) ; la décision est gardée sous « {key} ».', 'Choose ({choices}); the decision is kept under "{key}".');

/** Every code that `applyCodebook` can report. Codes are stable and never reused. */
export const FINDING_TEXTS: Record<string, FindingText> = {
  missing_required_question: {
    rule: text('Aucune colonne ne répond à la question obligatoire « {label} » ({question}).', 'No column answers the required question "{label}" ({question}).'),
    wayOut: text('Refaites l’export avec cette colonne, ou rattachez-lui une colonne du fichier.', 'Export again with that column, or attach one of the file’s columns to it.')
  },
  missing_question: {
    rule: text('Aucune colonne ne répond à la question « {label} » ({question}).', 'No column answers the question "{label}" ({question}).'),
    wayOut: text('Rattachez-lui une colonne, refaites l’export, ou décidez que la question n’est pas dans ce fichier (« {key} »).', 'Attach a column to it, export again, or decide that the question is not in this file ("{key}").')
  },
  question_not_in_file: {
    rule: text('La question « {label} » ({question}) n’est pas dans ce fichier : cela a été décidé.', 'The question "{label}" ({question}) is not in this file: this was decided.'),
    wayOut: text('Rien à faire.', 'Nothing to do.')
  },
  missing_option_column: {
    rule: text('La colonne de l’option « {label} » ({question}, {option}) manque.', 'The column of the option "{label}" ({question}, {option}) is missing.'),
    wayOut: text('Refaites l’export complet, ou décidez que cette option n’était pas proposée (« {key} »).', 'Export everything again, or decide that this option was not offered ("{key}").')
  },
  unmapped_column: {
    rule: text('Cette colonne contient des réponses et ne correspond à aucune question du questionnaire.', 'This column holds answers and matches no question of the codebook.'),
    wayOut: text('Rattachez-la à une question, créez une question, ou ignorez-la exprès.', 'Attach it to a question, create one, or ignore it on purpose.')
  },
  mapped_by_likeness: {
    rule: text('Colonne rattachée à « {label} » ({question}) par ressemblance ({confidence} %).', 'Column attached to "{label}" ({question}) by likeness ({confidence}%).'),
    wayOut: text('Confirmez, ou choisissez une autre question.', 'Confirm, or choose another question.')
  },
  layout_mismatch: {
    rule: text('La question {question} attend une seule colonne ; le fichier en donne {columns}.', 'The question {question} expects one column; the file gives {columns}.'),
    wayOut: text('Rattachez chaque colonne à la question qui lui convient.', 'Attach each column to the question that suits it.')
  },
  unknown_option_column: {
    rule: text('Cette colonne ne correspond à aucune option de la question {question}. Option la plus proche : {suggestion}.', 'This column matches no option of the question {question}. Closest option: {suggestion}.'),
    wayOut: text('Associez « {key} » à une option, ajoutez l’option au questionnaire, ou ignorez la colonne.', 'Match "{key}" with an option, add the option to the codebook, or ignore the column.')
  },
  unknown_option: {
    rule: text('Cette réponse n’est pas une option de la question {question}. Option la plus proche : {suggestion}.', 'This answer is not an option of the question {question}. Closest option: {suggestion}.'),
    wayOut: text('Associez-la à une option ou à une raison d’absence, ou ajoutez l’option au questionnaire.', 'Match it with an option or a reason for a missing value, or add the option to the codebook.')
  },
  read_as_other: {
    rule: text('Texte saisi par le répondant, lu comme « Autre » de la question {question}.', 'Text typed by the respondent, read as the "Other" of the question {question}.'),
    wayOut: text('Rien à faire, sauf si c’est une option écrite autrement.', 'Nothing to do, unless it is an option spelt otherwise.')
  },
  unreadable_tick: {
    rule: text('Cette cellule ne dit ni oui ni non pour une option de la question {question}.', 'This cell says neither yes nor no for an option of the question {question}.'),
    wayOut: text('Corrigez la cellule.', 'Correct the cell.')
  },
  several_answers: {
    rule: text('Plusieurs options cochées pour la question à choix unique {question}.', 'Several options ticked for the single choice {question}.'),
    wayOut: text('Gardez-en une en corrigeant les autres cellules.', 'Keep one and correct the other cells.')
  },
  unreadable_number: {
    rule: text('Ce texte n’est pas un nombre (question {question}).', 'This text is not a number (question {question}).'),
    wayOut: text('Corrigez la cellule, ou donnez une raison d’absence.', 'Correct the cell, or give a reason for a missing value.')
  },
  unreadable_date: {
    rule: text('Ce texte n’est pas une date (question {question}).', 'This text is not a date (question {question}).'),
    wayOut: text('Corrigez la cellule, ou donnez une raison d’absence.', 'Correct the cell, or give a reason for a missing value.')
  },
  share_over_100: {
    rule: text('Une part dépasse 100 % (question {question}).', 'A share is over 100% (question {question}).'),
    wayOut: text('Corrigez la cellule d’après la réponse reçue.', 'Correct the cell from the answer received.')
  },
  out_of_range: {
    rule: text('Le nombre n’est pas entre {min} et {max} (question {question}).', 'The number is not between {min} and {max} (question {question}).'),
    wayOut: text('Corrigez la cellule, ou élargissez les bornes dans le questionnaire.', 'Correct the cell, or widen the bounds in the codebook.')
  },
  not_integer: {
    rule: text('Un nombre entier était attendu (question {question}).', 'A whole number was expected (question {question}).'),
    wayOut: text('Confirmez le nombre ou corrigez-le.', 'Confirm the number or correct it.')
  },
  sum_not_total: {
    rule: text('Les parts font {sum} au lieu de {total} à ± {tolerance} près (question {question}).', 'The parts add up to {sum} instead of {total} within ± {tolerance} (question {question}).'),
    wayOut: text('Vérifiez la réponse ; rien n’est redressé en silence.', 'Check the answer; nothing is rescaled in silence.')
  },
  answered_though_not_asked: {
    rule: text('Une réponse est donnée à {question}, qui n’est posée que si {condition}.', 'An answer is given to {question}, which is only asked if {condition}.'),
    wayOut: text('Vérifiez les deux réponses ; celle-ci est gardée.', 'Check both answers; this one is kept.')
  },
  personal_data: {
    rule: text('Ce texte libre contient une adresse électronique ou un numéro de téléphone (question {question}).', 'This free text holds an e-mail address or a telephone number (question {question}).'),
    wayOut: text('Le texte n’est jamais publié ; retirez la donnée personnelle si elle ne sert pas.', 'The text is never published; remove the personal data if it is not needed.')
  },
  wrong_survey: {
    rule: text('Le fichier vient de l’enquête n° {value} ; la vague {wave} est l’enquête n° {expected}.', 'The file comes from survey {value}; wave {wave} is survey {expected}.'),
    wayOut: text('Déposez le fichier de la vague {wave}, ou confirmez (« wrong_wave »).', 'Deposit the file of wave {wave}, or confirm ("wrong_wave").')
  },
  wrong_title: {
    rule: text('Le titre du fichier, « {value} », ne parle pas de la vague {wave}.', 'The file’s title, "{value}", is not about wave {wave}.'),
    wayOut: text('Déposez le fichier de la vague {wave}, ou confirmez (« wrong_wave »).', 'Deposit the file of wave {wave}, or confirm ("wrong_wave").')
  },
  wrong_dates: {
    rule: text('{count} réponses sur {total} sont hors de la collecte de la vague {wave} ({from} – {to}).', '{count} of {total} responses are outside the fieldwork of wave {wave} ({from} – {to}).'),
    wayOut: text('Déposez le fichier de la vague {wave}, ou confirmez (« wrong_wave »).', 'Deposit the file of wave {wave}, or confirm ("wrong_wave").')
  },
  date_outside_fieldwork: {
    rule: text('Réponse envoyée hors de la collecte ({from} – {to}).', 'Response sent outside the fieldwork ({from} – {to}).'),
    wayOut: text('Rien à faire, sauf si c’est un essai : excluez alors la ligne.', 'Nothing to do, unless it is a test: then exclude the row.')
  },
  other_wave_fits_better: {
    rule: text('Les colonnes correspondent mieux à la vague {other} qu’à la vague {wave}.', 'The columns fit wave {other} better than wave {wave}.'),
    wayOut: text('Chargez le fichier dans la vague {other}, ou confirmez (« wrong_wave »).', 'Load the file into wave {other}, or confirm ("wrong_wave").')
  },
  wrong_questionnaire: {
    rule: text('{mapped} colonnes sur {columns} seulement correspondent au questionnaire de la vague {wave}.', 'Only {mapped} of {columns} columns match the codebook of wave {wave}.'),
    wayOut: text('Vérifiez que c’est le bon fichier, ou confirmez (« wrong_wave »).', 'Check that it is the right file, or confirm ("wrong_wave").')
  },
  structure_file: {
    rule: text('Ce fichier décrit un questionnaire ({value}) et ne contient aucune réponse.', 'This file describes a questionnaire ({value}) and holds no response.'),
    wayOut: text('Servez-vous-en pour créer le questionnaire, et déposez l’export des réponses.', 'Use it to create the codebook, and deposit the export of responses.')
  },
  no_response: {
    rule: text('Le fichier n’a aucune ligne de réponse sous ses en-têtes.', 'The file has no row of responses under its headings.'),
    wayOut: text('Vérifiez le filtre de l’export et refaites-le.', 'Check the filter of the export and do it again.')
  },
  file_cut: {
    rule: text('Le fichier s’arrête au milieu d’un caractère : il est sans doute coupé.', 'The file ends in the middle of a character: it was probably cut.'),
    wayOut: text('Refaites l’export, ou acceptez ce qui est lu.', 'Export again, or accept what is read.')
  },
  open_quote: {
    rule: text('Un guillemet ouvert ligne {row} ne se referme pas : la fin du fichier est dans une seule cellule.', 'A quote opened in row {row} is never closed: the end of the file is in one cell.'),
    wayOut: text('Refaites l’export, ou acceptez ce qui est lu.', 'Export again, or accept what is read.')
  },
  encoded_twice: {
    rule: text('Des caractères sont abîmés (« {value} ») : le fichier a été ouvert puis enregistré dans un mauvais encodage.', 'Characters are damaged ("{value}"): the file was opened and saved in a wrong encoding.'),
    wayOut: text('Repartez de l’export d’origine, ou acceptez le texte tel qu’il est.', 'Start again from the original export, or accept the text as it is.')
  },
  header_rows: {
    rule: text('La ligne {row} est prise pour les en-têtes, sans certitude.', 'Row {row} is taken for the headings, without certainty.'),
    wayOut: text('Confirmez ou indiquez les lignes d’en-tête.', 'Confirm or give the header rows.')
  },
  sheet: {
    rule: text('Plusieurs feuilles contiennent une table ; « {proposed} » est lue.', 'Several sheets hold a table; "{proposed}" is read.'),
    wayOut: text('Confirmez ou choisissez la feuille ({choices}).', 'Confirm or choose the sheet ({choices}).')
  },
  tables_left_out: {
    rule: text('D’autres tables de l’archive ne sont pas lues : {tables}.', 'Other tables of the archive are not read: {tables}.'),
    wayOut: text('Confirmez, ou déposez-les à part.', 'Confirm, or deposit them separately.')
  },
  hidden_columns: {
    rule: text('{count} colonnes masquées dans le tableur contiennent des réponses (colonnes {columns}) : elles sont lues.', '{count} columns hidden in the spreadsheet hold answers (columns {columns}): they are read.'),
    wayOut: text('Confirmez, ou ignorez ces colonnes exprès.', 'Confirm, or ignore these columns on purpose.')
  },
  stray_cells: {
    rule: text('Des cellules isolées se trouvent loin sous la table ({count} lignes) : elles ne sont pas lues.', 'Lone cells stand far below the table ({count} rows): they are not read.'),
    wayOut: text('Confirmez, ou corrigez le fichier.', 'Confirm, or correct the file.')
  },
  formula_without_value: {
    rule: text('{count} formules n’ont pas de valeur enregistrée (« {value} » ligne {row}) : leur résultat est inconnu.', '{count} formulas have no stored value ("{value}" in row {row}): their result is unknown.'),
    wayOut: text('Ouvrez le fichier dans un tableur, enregistrez-le et déposez-le de nouveau, ou acceptez de perdre ces cellules.', 'Open the file in a spreadsheet program, save it and deposit it again, or accept to lose these cells.')
  },
  partial_response: {
    rule: text('Réponse inachevée : elle n’a pas été envoyée par le répondant.', 'Unfinished response: the respondent did not submit it.'),
    wayOut: text('Gardez-la ou écartez-la ; la décision est enregistrée.', 'Keep it or leave it out; the decision is recorded.')
  },
  duplicate_response: {
    rule: text('Même répondant que ligne {other_row}.', 'Same respondent as row {other_row}.'),
    wayOut: text('Gardez les deux ou écartez-en une.', 'Keep both or leave one out.')
  },
  test_response: {
    rule: text('Réponse d’essai, d’après l’outil.', 'Test response, according to the tool.'),
    wayOut: text('Écartez-la ou gardez-la.', 'Leave it out or keep it.')
  },
  summary_differs: {
    rule: text('La colonne récapitulative ne dit pas la même chose que les colonnes des options ({count} lignes) ; les colonnes font foi.', 'The summary column does not say the same as the option columns ({count} rows); the columns are used.'),
    wayOut: DECIDE
  },
  percent_or_fraction: {
    rule: text('La colonne mélange pourcentages et fractions, ou n’a que des fractions : {seen}.', 'The column mixes percentages and fractions, or only holds fractions: {seen}.'),
    wayOut: DECIDE
  },
  us_separators: {
    rule: text('Des nombres semblent écrits à l’américaine : {seen}.', 'Numbers seem to be written the American way: {seen}.'),
    wayOut: DECIDE
  },
  thousands_or_decimal: {
    rule: text('Milliers ou décimales ? {seen}.', 'Thousands or decimals? {seen}.'),
    wayOut: DECIDE
  },
  approximate_number: {
    rule: text('Nombres approchés, lus comme exacts : {seen}.', 'Approximate numbers, read as exact: {seen}.'),
    wayOut: DECIDE
  },
  missing_code: {
    rule: text('Ces nombres servent souvent à dire « sans réponse » : {seen}.', 'These numbers often stand for "no answer": {seen}.'),
    wayOut: DECIDE
  },
  date_order: {
    rule: text('Jour, mois, année : l’ordre n’est pas sûr : {seen}.', 'Day, month, year: the order is not certain: {seen}.'),
    wayOut: DECIDE
  },
  date_system: {
    rule: text('Ces nombres sont des dates de tableur, du calendrier 1900 ou 1904 : {seen}.', 'These numbers are spreadsheet dates, of the 1900 or 1904 calendar: {seen}.'),
    wayOut: DECIDE
  },
  option_or_other_text: {
    rule: text('Textes rencontrés une seule fois, proposés comme saisis par les répondants (« Autre ») : {seen}.', 'Texts met once, proposed as typed by respondents ("Other"): {seen}.'),
    wayOut: DECIDE
  },
  option_contains_separator: {
    rule: text('Des morceaux toujours ensemble sont lus comme une seule option : {seen}.', 'Pieces that always come together are read as one option: {seen}.'),
    wayOut: DECIDE
  },
  ranked_options: {
    rule: text('Toutes les réponses citent les mêmes options dans un ordre différent : c’est un classement, et le nombre de citations ne dit rien. Exemple : {seen}.', 'Every response names the same options in another order: this is a ranking, and the number of mentions says nothing. Example: {seen}.'),
    wayOut: text('Ignorez la colonne, ou confirmez que vous lisez ces comptes en le sachant.', 'Ignore the column, or confirm that you read these counts knowing it.')
  },
  question_text_lost: {
    rule: text('L’export ne donne pas le texte de {count} questions à choix multiple : seules leurs options sont en en-tête.', 'The export does not give the text of {count} multiple choices: only their options are headings.'),
    wayOut: text('Nommez ces questions en les associant au questionnaire.', 'Name these questions by matching them with the codebook.')
  },
  repeats_flattened: {
    rule: text('{count} colonnes viennent de groupes répétés mis à plat.', '{count} columns come from flattened repeats.'),
    wayOut: text('Associez-les une à une ou ignorez-les.', 'Match them one by one or ignore them.')
  },
  repeated_table: {
    rule: text('Cette table est celle d’un groupe répété : chaque ligne appartient à une réponse d’une autre table, elle n’en est pas une.', 'This table is that of a repeated group: each row belongs to a response of another table, it is not one.'),
    wayOut: text('Déposez la table principale, ou acceptez de lire celle-ci ligne à ligne.', 'Deposit the main table, or accept to read this one row by row.')
  },
  duplicate_header: {
    rule: text('Le même en-tête se trouve deux fois (aussi en colonne {other_column}).', 'The same heading stands twice (also in column {other_column}).'),
    wayOut: text('Associez chaque colonne à sa question, ou ignorez l’une des deux.', 'Match each column with its question, or ignore one of them.')
  },
  more_of_the_same: {
    rule: text('{count} autres constats de la règle « {rule} ».', '{count} more findings of the rule "{rule}".'),
    wayOut: text('Corrigez la cause commune et déposez de nouveau.', 'Correct the common cause and deposit again.')
  }
};
