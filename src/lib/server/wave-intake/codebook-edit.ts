import { DomainError } from '#lib/domain/errors.ts';
import type { Codebook, Option, Question } from '#lib/domain/questionnaire/codebook.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { findCodebook } from '../queries/waves.ts';
import { createWaveWithin } from './create-wave.ts';

/** Codes of questions and options: stable, the same in every wave. */
export const CODE = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** A code proposed from a wording: `Nombre d’adhérents` gives `nombre_d_adherents`. */
export function proposeCode(label: string, taken: ReadonlySet<string> = new Set()): string {
  const plain = label.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  const base = (/^[a-z]/.test(plain) ? plain : `q_${plain}`).slice(0, 40).replace(/_+$/, '') || 'question';
  let code = base;
  for (let number = 2; taken.has(code); number++) code = `${base}_${number}`;
  return code;
}

/** The codebook with one more question, at its end. @throws DomainError `impossible_value` for a code that is taken or malformed */
export function addQuestion(codebook: Codebook, question: Question): Codebook {
  if (!CODE.test(question.code) || codebook.questions.some(({ code }) => code === question.code)) throw new DomainError('impossible_value', { what: 'code', value: question.code });
  return { ...codebook, questions: [...codebook.questions, question] };
}

/** The codebook with a question in the place of the one of the same code. @throws DomainError `not_found` */
export function replaceQuestion(codebook: Codebook, question: Question): Codebook {
  if (!codebook.questions.some(({ code }) => code === question.code)) throw new DomainError('not_found');
  return { ...codebook, questions: codebook.questions.map((each) => (each.code === question.code ? question : each)) };
}

/** The codebook with one more option of a question, before "other" if there is one. @throws DomainError `not_found`, `impossible_value` */
export function addOption(codebook: Codebook, code: string, option: Option): Codebook {
  const question = codebook.questions.find((each) => each.code === code);
  if (!question?.options) throw new DomainError('not_found');
  if (!CODE.test(option.code) || question.options.some((each) => each.code === option.code)) throw new DomainError('impossible_value', { what: 'code', value: option.code });
  const at = question.options.findIndex((each) => each.other || each.dontKnow);
  const place = at < 0 ? question.options.length : at;
  return replaceQuestion(codebook, { ...question, options: question.options.toSpliced(place, 0, option) });
}

export type CodebookChange = { wave: string; actor: string; /** Version that the editor saw. */ version: number; change: (codebook: Codebook) => Codebook };

/**
 * Puts a new version of a wave's codebook in use. Responses that are committed keep the version they were read with.
 *
 * @returns the version now in use
 * @throws DomainError `wave_unknown`, `codebook_changed`, and what `change` throws
 */
export async function changeCodebook({ wave, actor, version, change }: CodebookChange, db: WorkshopDatabase = workshop()): Promise<number> {
  return db.transaction(async (tx) => {
    const current = await findCodebook(wave, tx);
    if (!current) throw new DomainError('wave_unknown', { wave });
    if (current.version !== version) throw new DomainError('codebook_changed', { version: current.version });
    return (await createWaveWithin(tx, change(current.content), actor)).version;
  });
}
