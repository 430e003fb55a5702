import { publishableTables } from '#lib/domain/indicators/publishable.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import { TRAIT_QUESTIONS } from '#lib/domain/indicators/traits.ts';
import type { Text } from '#lib/domain/language.ts';
import { PUBLICATION_LEVELS, type Codebook, type PublicationLevel, type Question } from '#lib/domain/questionnaire/codebook.ts';
import type { PublicationDatabase, WorkshopReader } from '../db/databases.ts';
import { committedCodebookVersion } from '../queries/deposits.ts';
import { listEditions, listWaves } from '../queries/publication.ts';
import { findCodebook, findCodebookAsOf } from '../queries/waves.ts';

/** A question that the next edition protects less than the last one did, or than when its answers were stored. */
export type LevelChange = {
  /** What an approver acknowledges: `2025.political_support:confidential>open`. */
  key: string;
  wave: string;
  question: string;
  label: Text;
  from: PublicationLevel;
  to: 'open' | 'confidential';
  /** Tables that are published otherwise because of it. */
  tables: number;
};

/**
 * Every question of the waves that is less protected than in the newest edition that held the wave, withdrawn or not; of a wave that no edition held,
 * than in the questionnaire its answers were stored with. Publishing needs each to be acknowledged.
 */
export async function levelChanges(db: WorkshopReader, published: PublicationDatabase, waves: readonly { codebook: Codebook }[], indicators: Indicator[]): Promise<LevelChange[]> {
  const changes: LevelChange[] = [];
  for (const { codebook } of waves) {
    const before = await lastSeen(db, published, codebook.wave);
    for (const question of codebook.questions) {
      const from = before?.get(question.code);
      if (from === undefined || !isLooser(question, from)) continue;
      const { code, label, level } = question;
      const to = level as LevelChange['to'];
      changes.push({ key: `${codebook.wave}.${code}:${from}>${to}`, wave: codebook.wave, question: code, label, from, to, tables: touched(code, indicators, codebook) });
    }
  }
  return changes;
}

function isLooser({ level }: Question, from: PublicationLevel): boolean {
  return (level === 'open' || level === 'confidential') && PUBLICATION_LEVELS.indexOf(level) < PUBLICATION_LEVELS.indexOf(from);
}

/** Level of each question when readers, or the one who stored the answers, last saw it. */
async function lastSeen(db: WorkshopReader, published: PublicationDatabase, wave: string): Promise<Map<string, PublicationLevel> | undefined> {
  for (const { version, publishedAt } of await listEditions(published)) {
    const told = (await listWaves(version, published)).find((each) => each.wave === wave);
    if (!told) continue;
    // The edition says what was published; the questionnaire of that day, why the rest was not.
    const levels = levelsOf((await findCodebookAsOf(wave, publishedAt, db))?.content);
    const shown = new Map(told.questions.map(({ code, level }) => [code, level]));
    for (const [code, level] of levels) if (!shown.has(code) && (level === 'open' || level === 'confidential')) levels.set(code, 'internal');
    for (const [code, level] of shown) levels.set(code, level);
    return levels;
  }
  const stored = await committedCodebookVersion(wave, db);
  return stored === undefined ? undefined : levelsOf((await findCodebook(wave, db, stored))?.content);
}

function levelsOf(codebook: Codebook | undefined): Map<string, PublicationLevel> {
  return new Map((codebook?.questions ?? []).map(({ code, level }) => [code, level]));
}

function touched(code: string, indicators: Indicator[], codebook: Codebook): number {
  return publishableTables(indicators, [codebook]).filter(({ indicator, breakdown }) => {
    const made = indicators.find(({ id }) => id === indicator);
    return made?.question === code || made?.weightBy === code || (breakdown !== null && TRAIT_QUESTIONS[breakdown] === code);
  }).length;
}
