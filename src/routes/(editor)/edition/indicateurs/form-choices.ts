import type { Lang } from '#lib/domain/language.ts';
import type { Codebook, Unit } from '#lib/domain/questionnaire/codebook.ts';
import { weightsOf } from '#lib/server/indicators/check.ts';
import { measuresOf, publishableQuestions, unitsOf, type Asked } from '#lib/server/indicators/questions.ts';

/** What an indicator of a question can be made of. */
export function formChoices({ question, wave }: Asked, codebooks: Codebook[], lang: Lang) {
  const measures = measuresOf(question);
  const units: Unit[] = [...new Set(measures.flatMap((measure) => [...unitsOf(measure)]))];
  const all = publishableQuestions(codebooks);
  const weights = weightsOf(codebooks).map((code) => ({ code, label: all.find((each) => each.question.code === code)?.question.label[lang] ?? code }));
  return { asked: { label: question.label[lang], wave }, measures, units, weights };
}
