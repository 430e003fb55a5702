import { typeset } from './format/typography.ts';
import type { Lang, Text } from './language.ts';

/** One catalogue of failures: a stable code, an HTTP status, a sentence in both languages. Codes are never reused. */
export const FAILURES = {
  not_found: {
    status: 404,
    text: { fr: 'Cette page n’existe pas.', en: 'This page does not exist.' }
  },
  edition_unknown: {
    status: 404,
    text: { fr: 'L’édition {version} n’existe pas.', en: 'Edition {version} does not exist.' }
  },
  edition_withdrawn: {
    status: 410,
    text: {
      fr: 'L’édition {version} a été retirée : {reason}',
      en: 'Edition {version} has been withdrawn: {reason}'
    }
  },
  no_edition: {
    status: 503,
    text: {
      fr: 'Aucune édition n’est encore publiée.',
      en: 'No edition has been published yet.'
    }
  },
  signed_out: {
    status: 401,
    text: { fr: 'Connectez-vous pour continuer.', en: 'Sign in to continue.' }
  },
  forbidden: {
    status: 403,
    text: {
      fr: 'Votre compte ne permet pas cette action ({right}).',
      en: 'Your account does not allow this action ({right}).'
    }
  },
  impossible_share: {
    status: 422,
    text: {
      fr: 'La part {numerator} sur {base} est impossible.',
      en: 'The share {numerator} out of {base} is impossible.'
    }
  },
  impossible_value: {
    status: 422,
    text: {
      fr: 'Valeur impossible pour {what} : {value}.',
      en: 'Impossible value for {what}: {value}.'
    }
  },
  wave_unknown: {
    status: 404,
    text: { fr: 'La vague {wave} n’existe pas.', en: 'Wave {wave} does not exist.' }
  },
  deposit_unknown: {
    status: 404,
    text: { fr: 'Ce dépôt n’existe pas.', en: 'This deposit does not exist.' }
  },
  deposit_committed: {
    status: 409,
    text: {
      fr: 'Ce dépôt est déjà enregistré : ses décisions ne changent plus.',
      en: 'This deposit is already committed: its decisions no longer change.'
    }
  },
  deposit_changed: {
    status: 409,
    text: {
      fr: 'Quelqu’un d’autre a modifié ce dépôt entre-temps. Relisez ses décisions avant de continuer.',
      en: 'Somebody else changed this deposit meanwhile. Read their decisions before going on.'
    }
  },
  codebook_changed: {
    status: 409,
    text: {
      fr: 'Quelqu’un d’autre a modifié ce questionnaire entre-temps (version {version}). Relisez-le avant de continuer ; rien n’a été modifié.',
      en: 'Somebody else changed this codebook meanwhile (version {version}). Read it again before going on; nothing was modified.'
    }
  },
  findings_remain: {
    status: 409,
    text: {
      fr: 'Le dépôt n’est pas prêt : {blocking} constats bloquants, {unseen} à confirmer. Rien n’a été enregistré.',
      en: 'The deposit is not ready: {blocking} blocking findings, {unseen} to acknowledge. Nothing was stored.'
    }
  },
  census_empty: {
    status: 409,
    text: {
      fr: 'Le recensement est vide : chargez-le avant d’enregistrer une vague ou de publier.',
      en: 'The census is empty: load it before committing a wave or publishing.'
    }
  },
  second_approver: {
    status: 403,
    text: {
      fr: 'Vous avez préparé ces données : une autre personne habilitée doit publier.',
      en: 'You prepared this data: another approver must publish it.'
    }
  },
  edition_exists: {
    status: 409,
    text: { fr: 'L’édition {version} existe déjà.', en: 'Edition {version} already exists.' }
  },
  edition_unchanged: {
    status: 409,
    text: {
      fr: 'Rien n’a changé depuis l’édition {version} : il n’y a rien à publier.',
      en: 'Nothing has changed since edition {version}: there is nothing to publish.'
    }
  },
  initiative_unknown: {
    status: 404,
    text: { fr: 'L’initiative {slug} n’est pas dans le recensement.', en: 'Initiative {slug} is not in the census.' }
  },
  initiative_ambiguous: {
    status: 409,
    text: { fr: 'Plusieurs initiatives s’appellent « {name} » : ajoutez la commune, ou tapez l’une de {found}.', en: 'Several initiatives are called “{name}”: add the commune, or type one of {found}.' }
  },
  initiative_archived: {
    status: 409,
    text: { fr: 'L’initiative {slug} est archivée : restaurez-la avant de la modifier.', en: 'Initiative {slug} is archived: restore it before changing it.' }
  },
  initiative_exists: {
    status: 409,
    text: { fr: 'L’identifiant {slug} est déjà pris.', en: 'Identifier {slug} is already taken.' }
  },
  change_superseded: {
    status: 409,
    text: {
      fr: 'Ce champ a encore changé depuis : l’annulation effacerait ce changement. Rien n’a été modifié.',
      en: 'This field has changed again since: undoing would erase that change. Nothing was modified.'
    }
  },
  agreement_missing: {
    status: 422,
    text: {
      fr: 'Publier les objectifs d’une initiative demande la source de son accord : dites où il se trouve. Rien n’a été modifié.',
      en: 'Publishing the objectives of an initiative takes the source of its agreement: say where it is. Nothing was modified.'
    }
  },
  initiative_changed: {
    status: 409,
    text: {
      fr: 'Quelqu’un d’autre a modifié {slug} entre-temps. Relisez avant de continuer ; rien n’a été modifié.',
      en: 'Somebody else changed {slug} meanwhile. Read it again before going on; nothing was modified.'
    }
  },
  merge_impossible: {
    status: 409,
    text: { fr: 'Ces deux initiatives ne peuvent pas être fusionnées : {reason}', en: 'These two initiatives cannot be merged: {reason}' }
  },
  correction_decided: {
    status: 409,
    text: { fr: 'Cette correction est déjà décidée.', en: 'This correction has already been decided.' }
  },
  proposal_closed: {
    status: 409,
    text: { fr: 'Cette comparaison est close ou n’existe pas.', en: 'This comparison is closed or does not exist.' }
  },
  edition_names_disclose: {
    status: 409,
    text: {
      fr: 'Publier les objectifs de {initiatives} révélerait ce qu’ont répondu d’autres caisses, par soustraction des chiffres publiés ({cells}). Retirez ces objectifs du recensement.',
      en: 'Publishing the objectives of {initiatives} would reveal what other caisses answered, by subtraction from published figures ({cells}). Take these objectives out of the census.'
    }
  },
  edition_discloses: {
    status: 409,
    text: {
      fr: 'Des nombres sous secret statistique pourraient être retrouvés ({cells}). Rien n’a été publié : fermez un croisement de ces indicateurs, puis recommencez.',
      en: 'Numbers under statistical confidentiality could be found again ({cells}). Nothing was published: close a breakdown of these indicators, then try again.'
    }
  },
  codebook_orphans: {
    status: 409,
    text: {
      fr: 'Des réponses enregistrées de la vague {wave} n’auraient plus de place dans le questionnaire : {places} (question › modalité, nombre de réponses, première ligne du fichier). Gardez la question ou la modalité, ou rouvrez le dépôt et rattachez d’abord ces réponses ailleurs.',
      en: 'Stored answers of wave {wave} would have no place left in the questionnaire: {places} (question › option, number of answers, first row of the file). Keep the question or the option, or reopen the deposit and attach these answers elsewhere first.'
    }
  },
  searches_unacknowledged: {
    status: 409,
    text: {
      fr: 'La recherche de ce que des tableaux diraient ensemble n’a pas pu être menée à son terme ({tables}). Rien n’a été publié : confirmez-le dans le brouillon, ou fermez un croisement.',
      en: 'The search for what tables would tell together could not be carried to its end ({tables}). Nothing was published: acknowledge it in the draft, or close a breakdown.'
    }
  },
  levels_unacknowledged: {
    status: 409,
    text: {
      fr: 'Des questions deviennent publiques ou moins protégées depuis la dernière édition ({changes}). Rien n’a été publié : confirmez chacune dans le brouillon, ou rendez-leur leur niveau.',
      en: 'Questions become public or less protected since the last edition ({changes}). Nothing was published: acknowledge each in the draft, or give them their level back.'
    }
  },
  edition_uncomputable: {
    status: 409,
    text: {
      fr: 'L’édition ne peut pas être calculée : {reason}. Rien n’a été publié.',
      en: 'The edition cannot be computed: {reason}. Nothing was published.'
    }
  },
  density_grid_refused: {
    status: 422,
    text: {
      fr: 'La grille de densité ({file}) est refusée : {reason} Corrigez le fichier de data/geo ou retirez-le, puis recommencez.',
      en: 'The density grid ({file}) is refused: {reason_en} Mend the file in data/geo or take it away, then try again.'
    }
  },
  edition_text_stale: {
    status: 409,
    text: {
      fr: 'Des textes citent un nombre périmé ou impossible ({texts}). Rien n’a été publié : corrigez-les, puis recommencez.',
      en: 'Texts quote a stale or impossible number ({texts}). Nothing was published: correct them, then try again.'
    }
  },
  database_busy: {
    status: 503,
    text: {
      fr: 'La base est occupée. Rien n’a été perdu : recommencez dans un instant.',
      en: 'The database is busy. Nothing was lost: try again in a moment.'
    }
  }
} satisfies Record<string, { status: number; text: Text }>;

export type FailureCode = keyof typeof FAILURES;

/** A failure that has a name. `details` fill the placeholders of its sentence. */
export class DomainError extends Error {
  readonly code: FailureCode;
  readonly details: Record<string, string | number>;

  constructor(code: FailureCode, details: Record<string, string | number> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }

  /** HTTP status of the failure. */
  get status(): number {
    return FAILURES[this.code].status;
  }

  /** The sentence for a person, in `lang`, with its details. */
  sentence(lang: Lang): string {
    // The template alone: what it names stays as it was written.
    return fill(typeset(FAILURES[this.code].text[lang], lang), this.details);
  }
}

/** Replaces `{name}` by `details.name`; an unknown name is left as it stands. */
export function fill(template: string, details: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
