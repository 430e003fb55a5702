import type { FindingText } from '#lib/domain/waves/finding-texts.ts';

/** Rules that need the workshop, beyond the file and its codebook: the census, other deposits. */
export const INTAKE_FINDING_TEXTS: Record<string, FindingText> = {
  file_refused: {
    rule: { fr: '{sentence_fr}', en: '{sentence_en}' },
    wayOut: { fr: 'Déposez le fichier corrigé.', en: 'Deposit the corrected file.' }
  },
  match_unknown: {
    rule: { fr: 'Aucune initiative du recensement ne ressemble à ce répondant.', en: 'No initiative of the census looks like this respondent.' },
    wayOut: {
      fr: 'Choisissez une initiative, ajoutez-la au recensement, ou déclarez la réponse hors du champ de l’enquête.',
      en: 'Choose an initiative, add it to the census, or declare the response outside the frame.'
    }
  },
  match_uncertain: {
    rule: { fr: 'Plusieurs initiatives, ou une seule sans certitude, ressemblent à ce répondant : {candidates}.', en: 'Several initiatives, or one without certainty, look like this respondent: {candidates}.' },
    wayOut: { fr: 'Choisissez la bonne.', en: 'Choose the right one.' }
  },
  match_gone: {
    rule: { fr: 'L’initiative choisie pour cette réponse, {initiative}, n’est plus dans le recensement.', en: 'The initiative chosen for this response, {initiative}, is not in the census any more.' },
    wayOut: { fr: 'Choisissez-en une autre, ou remettez celle-ci dans le recensement.', en: 'Choose another one, or put this one back in the census.' }
  },
  match_duplicate: {
    rule: { fr: 'L’initiative {initiative} répond deux fois ; la ligne {kept} est gardée.', en: 'Initiative {initiative} answers twice; row {kept} is kept.' },
    wayOut: { fr: 'Confirmez, ou attribuez la réponse à garder.', en: 'Confirm, or assign the response to keep.' }
  },
  match_not_in_frame: {
    rule: { fr: 'L’initiative {initiative} n’est pas dans le champ de l’enquête : la réponse n’est pas comptée.', en: 'Initiative {initiative} is not in the frame: the response is not counted.' },
    wayOut: { fr: 'Confirmez, ou corrigez la nature de l’initiative dans le recensement.', en: 'Confirm, or correct the initiative’s kind in the census.' }
  },
  match_left_out: {
    rule: { fr: 'Une décision écarte cette réponse (hors du champ, ou en double) : elle n’est pas comptée.', en: 'A decision puts this response aside (outside the frame, or a duplicate): it is not counted.' },
    wayOut: { fr: 'Changez la décision sous « Rapprocher » si elle ne tient plus.', en: 'Change the decision under “Match” if it no longer stands.' }
  },
  same_file_other_wave: {
    rule: { fr: 'Le même fichier est déjà celui de la vague {other}.', en: 'The same file already is that of wave {other}.' },
    wayOut: { fr: 'Déposez le fichier de la vague {wave}.', en: 'Deposit the file of wave {wave}.' }
  },
  wave_replaced: {
    rule: { fr: 'La vague a déjà {before} réponses, venues de « {file} » ; ce dépôt les remplace par {after}.', en: 'The wave already has {before} responses, from “{file}”; this deposit replaces them with {after}.' },
    wayOut: { fr: 'Confirmez le remplacement.', en: 'Confirm the replacement.' }
  },
  response_lost: {
    rule: { fr: '{initiative} avait répondu et ne figure plus dans ce fichier.', en: '{initiative} had answered and is not in this file any more.' },
    wayOut: { fr: 'Vérifiez que l’export est complet, ou confirmez.', en: 'Check that the export is complete, or confirm.' }
  },
  no_response: {
    rule: { fr: 'Aucune réponse du fichier n’est retenue.', en: 'No response of the file is kept.' },
    wayOut: { fr: 'Vérifiez que c’est le bon fichier et la bonne feuille.', en: 'Check that it is the right file and the right sheet.' }
  }
};
