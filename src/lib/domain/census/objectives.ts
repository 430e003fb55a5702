import type { Text } from '../language.ts';

/** Code of the question that asks what a caisse pursues, the same in every wave. */
export const OBJECTIVES_QUESTION = 'objectives';

/** An objective as the questionnaires name it. */
export type Objective = { code: string; label: Text };

type Question = { code: string; options?: readonly (Objective & { dontKnow?: boolean })[] };

/**
 * The objectives that the questionnaires of some waves offer, with their labels: those of the first wave in its order, then what only the
 * others have. "Don't know" is an answer, not an objective. Empty when no wave asks.
 *
 * @param waves the newest first: the wording of the newest is kept
 */
export function objectivesOf(waves: readonly { questions: readonly Question[] }[]): Objective[] {
  const known = new Map<string, Objective>();
  for (const { questions } of waves) {
    for (const { code, label, dontKnow } of questions.find((question) => question.code === OBJECTIVES_QUESTION)?.options ?? []) {
      if (!dontKnow && !known.has(code)) known.set(code, { code, label });
    }
  }
  return [...known.values()];
}

/** The codes in the order of the questionnaire, each once; codes that it does not have come last, in their own order. */
export function inOrder(codes: readonly string[], objectives: readonly Pick<Objective, 'code'>[]): string[] {
  const given = [...new Set(codes)];
  const order = new Map(objectives.map(({ code }, at) => [code, at]));
  return given.sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size));
}
