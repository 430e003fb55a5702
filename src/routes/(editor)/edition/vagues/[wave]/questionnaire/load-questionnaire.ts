import { DomainError } from '#lib/domain/errors.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { findCodebook, findWave, otherCodebooks, type Wave } from '#lib/server/queries/waves.ts';

export type Questionnaire = { wave: Wave; codebook: Codebook; version: number; earlier: Codebook[] };

/** A wave with its codebook in use, and those of the waves before it, newest first. @throws DomainError `wave_unknown` */
export async function loadQuestionnaire(id: string): Promise<Questionnaire> {
  const [wave, codebook, others] = await Promise.all([findWave(id), findCodebook(id), otherCodebooks(id)]);
  if (!wave || !codebook) throw new DomainError('wave_unknown', { wave: id });
  return { wave, codebook: codebook.content, version: codebook.version, earlier: others.filter((other) => other.wave < id).reverse() };
}

/** What the form of a question needs to know of the waves before. */
export function earlierQuestions(earlier: Codebook[], lang: 'fr' | 'en'): { wave: string; questions: { code: string; label: string }[] }[] {
  return earlier.map(({ wave, questions }) => ({ wave, questions: questions.map(({ code, label }) => ({ code, label: label[lang] })) }));
}
