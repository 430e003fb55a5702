import type { Text } from '../language.ts';
import type { Crosswalk, Question } from '../questionnaire/codebook.ts';

/** Whether two questions may be compared, how the later one continues the earlier, and why not. */
export type Comparability = { comparable: boolean; relation: Crosswalk['relation']; note?: Text };

const UNDECLARED: Text = {
  fr: 'La formulation a changé et sa comparabilité n’a pas été déclarée : la série est rompue.',
  en: 'The wording changed and its comparability was not declared: the series breaks.'
};
const RESHAPED: Text = {
  fr: 'Plusieurs questions se sont fondues en une, ou une s’est partagée : la série est rompue.',
  en: 'Several questions were merged into one, or one was split: the series breaks.'
};

/**
 * Reads the crosswalk of the later question. Without one, only the same wording of the same type is comparable: a
 * change that nobody looked at breaks the series.
 */
export function comparability(before: Question, after: Question, beforeWave: string): Comparability {
  const crosswalk = after.crosswalk?.find((each) => each.wave === beforeWave && each.questions.includes(before.code));
  if (!crosswalk) {
    const same = before.type === after.type && before.unit === after.unit && before.label.fr === after.label.fr;
    return same ? { comparable: true, relation: 'same' } : { comparable: false, relation: 'reworded', note: UNDECLARED };
  }
  const { relation, note } = crosswalk;
  if (crosswalk.questions.length > 1 || before.type !== after.type) return { comparable: false, relation, note: note ?? RESHAPED };
  return { comparable: crosswalk.comparable, relation, ...(note ? { note } : {}) };
}
