import { DomainError } from '#lib/domain/errors.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { MISSING_REASONS } from '#lib/domain/missing.ts';
import type { Decisions } from '#lib/reading/types.ts';
import { workshop, type WorkshopDatabase } from '../db/databases.ts';
import { findDeposit, rememberedDecisions } from '../queries/deposits.ts';
import { findCodebook } from '../queries/waves.ts';

/** What an earlier wave's editor decided that still means something in this codebook. Rows are of their file alone. */
export type Remembered = { wave: string; decisions: Pick<Decisions, 'questions' | 'options'>; choices: number };

function stillMeant({ questions = {}, options = {} }: Decisions, codebook: Codebook): Remembered['decisions'] {
  const byCode = new Map(codebook.questions.map((question) => [question.code, question]));
  const kept = Object.entries(questions).filter(([, code]) => code === 'ignore' || byCode.has(code));
  const translations = Object.entries(options).map(([code, texts]) => {
    const known = new Set<string>([...(byCode.get(code)?.options ?? []), ...(byCode.get(code)?.scale ?? [])].map((option) => option.code));
    const targets = new Set<string>([...known, 'other', ...MISSING_REASONS]);
    return [code, Object.fromEntries(Object.entries(texts).filter(([, target]) => byCode.has(code) && targets.has(target)))] as const;
  });
  return { questions: Object.fromEntries(kept), options: Object.fromEntries(translations.filter(([, texts]) => Object.keys(texts).length > 0)) };
}

/**
 * Choices of the latest committed deposits of other waves, to be proposed for this one, newest first. Nothing is applied:
 * the editor takes them over or not. Who answered is remembered apart, by the addresses and names of accepted matches.
 *
 * @throws DomainError `deposit_unknown`, `wave_unknown`
 */
export async function rememberedChoices(deposit: string, db: WorkshopDatabase = workshop()): Promise<Remembered[]> {
  const found = await findDeposit(deposit, db);
  if (!found) throw new DomainError('deposit_unknown');
  const codebook = await findCodebook(found.wave, db);
  if (!codebook) throw new DomainError('wave_unknown', { wave: found.wave });
  return (await rememberedDecisions(found.wave, db)).flatMap(({ wave, decisions }) => {
    const kept = stillMeant(decisions, codebook.content);
    const choices = Object.keys(kept.questions ?? {}).length + Object.values(kept.options ?? {}).reduce((sum, texts) => sum + Object.keys(texts).length, 0);
    return choices > 0 ? [{ wave, decisions: kept, choices }] : [];
  });
}
