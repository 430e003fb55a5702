import { formatNumber, isPlural } from '../../format/index.ts';
import type { Lang } from '../../language.ts';
import type { Share } from '../../statistics/share.ts';
import { caisses, negated, quote } from './grammar.ts';
import { agree } from './conjugate.ts';
import { shareText } from './share-text.ts';
import type { PublishedTable } from '../../confidentiality/published.ts';

type Claim = Pick<PublishedTable, 'verb' | 'verbSingular'>;

/** The denominator as the rest of a sentence: `les 32 qui ont répondu`, `the 32 caisses that answered`. */
function among(share: Share, lang: Lang): string {
  const n = formatNumber(share.base, lang);
  switch (share.kind) {
    case 'answered':
      return lang === 'fr' ? `les ${n} qui ont répondu` : `the ${n} caisses that answered`;
    case 'respondents':
      return lang === 'fr' ? `les ${n} qui ont renvoyé le questionnaire` : `the ${n} caisses that returned the questionnaire`;
    default:
      return lang === 'fr' ? `les ${n} interrogées` : `the ${n} caisses asked`;
  }
}

/** The only caisse of a base of one. */
function only(share: Share, lang: Lang): string {
  const fr = { answered: 'qui a répondu', respondents: 'qui a renvoyé le questionnaire' } as Record<string, string>;
  const en = { answered: 'that answered', respondents: 'that returned the questionnaire' } as Record<string, string>;
  return lang === 'fr' ? `la seule caisse ${fr[share.kind] ?? 'interrogée'}` : `the only caisse ${en[share.kind] ?? 'asked'}`;
}

/**
 * One complete claim about a share, without a final stop:
 * `28 caisses sur les 32 qui ont répondu (87,5 %) déclarent poursuivre « … »`.
 * `short` drops who the base is: `28 caisses sur 32 déclarent poursuivre « … »`.
 */
export function claim(share: Share, label: string, table: Claim, lang: Lang, short = false): string {
  const quoted = quote(label, lang);
  if (share.kind === 'mentions') return mentionsClaim(share, quoted, lang);
  const verb = agree(table.verb, share.numerator, lang, table.verbSingular);
  const percent = short ? '' : ` (${shareText(share, lang)})`;
  if (share.base === 1) {
    if (share.numerator === 1) return `${only(share, lang)} ${predicate(verb, quoted)}`;
    return lang === 'fr'
      ? `${only(share, lang)} ne fait pas partie de celles qui ${predicate(table.verb.fr, quoted)}`
      : `${only(share, lang)} is not among those that ${predicate(table.verb.en, quoted)}`;
  }
  const n = formatNumber(share.base, lang);
  const of = short ? (lang === 'fr' ? n : `${n} caisses`) : among(share, lang);
  if (share.numerator === 0) {
    return lang === 'fr'
      ? `aucune caisse sur ${of}${percent} ${predicate(negated(verb), quoted)}`
      : `none of ${of}${percent} ${predicate(table.verb.en, quoted)}`;
  }
  return lang === 'fr'
    ? `${caisses(share.numerator, lang)} sur ${of}${percent} ${predicate(verb, quoted)}`
    : `${formatNumber(share.numerator, lang)} of ${of}${percent} ${predicate(verb, quoted)}`;
}

/** `répondent « Oui » au sujet de …`: what is answered follows the verb; other labels close the phrase. */
function predicate(verb: string, quoted: string): string {
  const found = /^((?:ne )?répond(?:ent)?|answers?) (.+)$/.exec(verb);
  return found ? `${found[1]} ${quoted} ${found[2]}` : `${verb} ${quoted}`;
}

function mentionsClaim(share: Share, quoted: string, lang: Lang): string {
  const n = formatNumber(share.numerator, lang);
  const base = formatNumber(share.base, lang);
  const plural = isPlural(share.numerator, lang);
  return lang === 'fr'
    ? `${quoted} recueille ${n} des ${base} réponses données (${shareText(share, lang)})`
    : `${quoted} received ${n} of the ${base} ${plural || share.base !== 1 ? 'answers' : 'answer'} given (${shareText(share, lang)})`;
}
