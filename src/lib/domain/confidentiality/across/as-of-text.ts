import { formatNumber, typeset } from '../../format/index.ts';
import type { Lang, Text } from '../../language.ts';
import type { PublishedAsOf } from '../published.ts';

/** What a figure says when its table stands still: since which edition, how many answers wait, and what they wait for. */
export function asOfText(asOf: PublishedAsOf): Text {
  return { fr: typeset(`${sinceWhen(asOf, 'fr')} : ${french(asOf)}.`, 'fr'), en: typeset(`${sinceWhen(asOf, 'en')}: ${english(asOf)}.`, 'en') };
}

function sinceWhen({ version }: PublishedAsOf, lang: Lang): string {
  if (lang === 'fr') return version ? `Chiffres tels qu’à l’édition ${version}` : 'Chiffres non publiés pour l’instant';
  return version ? `Figures as of edition ${version}` : 'Figures not published for now';
}

function french({ reason, waiting }: PublishedAsOf): string {
  if (reason === 'unknown') return 'ce qui a changé depuis ne peut être compté sans risquer de révéler la réponse d’une caisse';
  const who = waiting === 1 ? 'la réponse arrivée, modifiée ou retirée depuis sera comptée' : `les ${formatNumber(waiting, 'fr')} réponses arrivées, modifiées ou retirées depuis seront comptées`;
  const when = reason === 'few' ? 'quand il y en aura au moins trois' : 'quand elles seront assez pour que rien ne soit dit d’une ou deux d’entre elles';
  return `${who} ${when}, car deux éditions mises côte à côte diraient sinon ce qu’a répondu une caisse`;
}

function english({ reason, waiting }: PublishedAsOf): string {
  if (reason === 'unknown') return 'what changed since cannot be counted without the risk of revealing the answer of one caisse';
  const who = waiting === 1 ? 'the answer that came, changed or was taken back since will be counted' : `the ${formatNumber(waiting, 'en')} answers that came, changed or were taken back since will be counted`;
  const when = reason === 'few' ? 'when there are at least three' : 'when they are enough for nothing to be told of one or two of them';
  return `${who} ${when}, since two editions side by side would otherwise tell what one caisse answered`;
}
