import type { FindingText } from '../finding-texts.ts';

/** Rules of `checkResponses`, in words. */
export const CHECK_FINDING_TEXTS: Record<string, FindingText> = {
  part_blank: {
    rule: { fr: 'Une des parts est vide ({blank}) ; les autres font {sum}. Un vide n’est pas un zéro ({question}).', en: 'One of the parts is blank ({blank}); the others add up to {sum}. A blank is not a zero ({question}).' },
    wayOut: { fr: 'Rien à faire, ou corrigez le vide en 0 si la réponse le dit.', en: 'Nothing to do, or correct the blank to 0 if the answer says so.' }
  },
  part_blank_short: {
    rule: { fr: 'Une des parts est vide ({blank}) et les autres ne font que {sum} sur {total} ({question}).', en: 'One of the parts is blank ({blank}) and the others only add up to {sum} out of {total} ({question}).' },
    wayOut: { fr: 'Demandez la part manquante, ou confirmez : rien n’est complété à la place du répondant.', en: 'Ask for the missing part, or confirm: nothing is filled in for the respondent.' }
  },
  required_blank: {
    rule: { fr: 'Pas de réponse à une question obligatoire qui lui était posée : « {label} ».', en: 'No answer to a required question that was put to the respondent: “{label}”.' },
    wayOut: { fr: 'Corrigez la cellule si la réponse est connue, ou confirmez l’absence.', en: 'Correct the cell if the answer is known, or confirm that there is none.' }
  },
  far_from_earlier: {
    rule: { fr: 'Très loin de la réponse de la même initiative à la vague {wave} ({before}, {direction} {factor}) : {question}.', en: 'Very far from the same initiative’s answer in wave {wave} ({before}, {direction} {factor}): {question}.' },
    wayOut: { fr: 'Vérifiez l’unité et la saisie, puis corrigez ou confirmez.', en: 'Check the unit and the typing, then correct or confirm.' }
  },
  far_from_others: {
    rule: { fr: 'Nombre à part dans cette vague (médiane {median}) : {question}.', en: 'A number apart in this wave (median {median}): {question}.' },
    wayOut: { fr: 'Rien à faire si le nombre est juste.', en: 'Nothing to do if the number is right.' }
  },
  personal_contact: {
    rule: { fr: 'Ce texte contient une adresse électronique ou un numéro de téléphone : {seen} ({question}).', en: 'This text holds an e-mail address or a telephone number: {seen} ({question}).' },
    wayOut: { fr: 'Corrigez le texte en retirant la donnée personnelle, ou confirmez.', en: 'Correct the text by removing the personal data, or confirm.' }
  },
  personal_name: {
    rule: { fr: 'Ce texte semble nommer une personne : {seen} ({question}).', en: 'This text seems to name a person: {seen} ({question}).' },
    wayOut: { fr: 'Corrigez le texte en retirant le nom, ou confirmez.', en: 'Correct the text by removing the name, or confirm.' }
  }
};
