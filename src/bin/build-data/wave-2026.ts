import type { Frame } from '#lib/domain/questionnaire/codebook.ts';
import { inFrame } from '#lib/domain/questionnaire/frame.ts';
import { chooseExactly } from './exact.ts';
import { newcomerAnswers } from './newcomers.ts';
import type { Random } from './random.ts';
import { multiple, numbers, text, type InventedResponse } from './responses.ts';
import { nextAnswers } from './returning.ts';
import type { Synthetic } from './synthetic.ts';

const RETURNING = 24;
const OTHER_BODY = 'Conseil des sages';
const COMMENTS = ['=SOMME des deux associations porteuses', 'Voir notre bilan moral ;\nil est en ligne.', 'RAS'];

/**
 * The 2026 demonstration wave: a panel of caisses that answered in 2025, and every invented one of the frame that did not.
 * Three answers are made for the editor to look at: a mix with a line left blank, one that does not add up, and an
 * "Autre" written among the options.
 */
export function wave2026(random: Random, invented: Synthetic[], frame: Frame, before: InventedResponse[]): InventedResponse[] {
  const unknown = frame.also?.filter((slug) => !invented.some((each) => each.slug === slug)) ?? [];
  if (unknown.length > 0) throw new RangeError(`wave2026: not an invented initiative: ${unknown.join(', ')}`);
  const returning = chooseExactly(random, before, RETURNING, ({ initiative }) => (initiative.lead === 'collectivite' ? 3 : 0));
  const newcomers = invented.filter((each) => inFrame(frame, each) && !each.answers2025);
  const responses = random.shuffle([
    ...returning.map((response) => ({ initiative: response.initiative, answers: nextAnswers(random, response) })),
    ...newcomers.map((initiative) => ({ initiative, answers: newcomerAnswers(random, initiative) }))
  ]);
  const complete = responses.filter(({ answers }) => answers.funding_mix?.state === 'answered');
  const [partial, , , off] = complete;
  if (partial) partial.answers.funding_mix = numbers({ self: 40, public: 35 });
  if (off) off.answers.funding_mix = numbers({ self: 40, private: 30, public: 26 });
  const [, , written] = responses.filter(({ initiative }) => newcomers.includes(initiative));
  if (written) written.answers.governance = multiple(['general_assembly', 'other'], OTHER_BODY);
  COMMENTS.forEach((comment, index) => {
    const response = responses[index * 7 + 2];
    if (response) response.answers.comment = text(comment);
  });
  return responses;
}
