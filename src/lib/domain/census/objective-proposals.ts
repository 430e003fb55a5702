import type { Text } from '../language.ts';
import type { Codebook } from '../questionnaire/codebook.ts';
import type { Response } from '../waves/response.ts';
import type { Initiative } from './initiative.ts';
import { inOrder, OBJECTIVES_QUESTION } from './objectives.ts';

/** Code of the yes/no question by which a caisse agrees that its objectives be published under its name; `yes` is the agreement. */
export const CONSENT_QUESTION = 'naming_consent';

/** What a wave lets an editor change of an initiative. Nothing is done until somebody accepts it. */
export type ObjectiveProposal = {
  wave: string;
  /** Title of the wave and the consent question as it was asked: the source of the agreement. */
  title: Text;
  question: Text;
  /** End of the fieldwork: the date of the agreement. */
  asOf: string;
  slug: string;
  name: string;
  /** `publish` what it answered, or `withdraw` what is published: it said no since. */
  kind: 'publish' | 'withdraw';
  /** Codes in the census now, and as proposed; empty when nothing is, or would be, published. */
  before: string[];
  after: string[];
};

type Wave = { codebook: Codebook; responses: readonly Response[] };

/**
 * What the newest consent of each initiative allows: to publish the objectives that it gave in the same wave, where the census says otherwise, or to take back what is
 * published when it did not agree any more. An initiative that left the question unanswered in a wave is asked nothing by it: the wave before counts.
 *
 * @param waves those that have committed responses, in any order
 */
export function objectiveProposals(waves: readonly Wave[], initiatives: readonly Initiative[]): ObjectiveProposal[] {
  const newestFirst = [...waves].sort((a, b) => b.codebook.openedOn.localeCompare(a.codebook.openedOn));
  return initiatives.flatMap((initiative): ObjectiveProposal[] => {
    const answered = newestFirst.flatMap((wave) => consentIn(wave, initiative.slug) ?? [])[0];
    if (!answered) return [];
    const { codebook, agreed, given } = answered;
    const before = initiative.objectives ?? [];
    const after = agreed ? given : [];
    // Agreed, and no objective was ticked: there is nothing to publish, and what the census has comes from elsewhere.
    if ((agreed && given.length === 0) || same(after, before)) return [];
    const question = codebook.questions.find(({ code }) => code === CONSENT_QUESTION)?.label ?? codebook.title;
    return [{ wave: codebook.wave, title: codebook.title, question, asOf: codebook.closedOn, slug: initiative.slug, name: initiative.name, kind: agreed ? 'publish' : 'withdraw', before: [...before], after }];
  });
}

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join(' ') === [...b].sort().join(' ');

function consentIn({ codebook, responses }: Wave, slug: string): { codebook: Codebook; agreed: boolean; given: string[] } | undefined {
  const answers = responses.find(({ initiative }) => initiative === slug)?.answers;
  const consent = answers?.[CONSENT_QUESTION];
  if (consent?.state !== 'answered' || consent.type !== 'single') return undefined;
  const objectives = answers?.[OBJECTIVES_QUESTION];
  const offered = (codebook.questions.find(({ code }) => code === OBJECTIVES_QUESTION)?.options ?? []).filter(({ dontKnow }) => !dontKnow);
  const ticked = objectives?.state === 'answered' && objectives.type === 'multiple' ? objectives.options : [];
  return { codebook, agreed: consent.option === 'yes', given: inOrder(ticked.filter((code) => offered.some((option) => option.code === code)), offered) };
}
