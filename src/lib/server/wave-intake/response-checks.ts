import { checkResponses, type CheckedResponse, type CheckInput, type Earlier, type Locate } from '#lib/domain/waves/checks/index.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import { OptionMatcher } from '#lib/reading/apply/option-matcher.ts';
import type { MappedQuestion, Reading } from '#lib/reading/types.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { readResponses } from '../queries/responses.ts';
import { findCodebook, listWaves } from '../queries/waves.ts';

/** Where the answers to each question and option stand in a file. */
export function locator(reading: Pick<Reading, 'questions'>, mapping: MappedQuestion[], codebook: Codebook): Locate {
  const columns = new Map<string, number>();
  const put = (key: string, column: number | undefined): void => {
    if (column !== undefined && !columns.has(key)) columns.set(key, column);
  };
  const sources = new Map(reading.questions.map((source) => [source.id, source]));
  for (const { source: id, question: code, option, columns: list } of mapping) {
    const question = codebook.questions.find((candidate) => candidate.code === code);
    if (!question) continue;
    put(question.code, list[0]);
    const source = sources.get(id);
    if (option !== undefined) put(`${question.code}#${option}`, list[0]);
    else if (source && source.items.length > 1) {
      const matcher = new OptionMatcher(question.options ?? []);
      for (const item of source.items) {
        const found = matcher.findItem(item);
        if (found) put(`${question.code}#${found.code}`, item.column);
      }
    }
    const other = question.options?.find((each) => each.other);
    if (other) put(`${question.code}#${other.code}`, source?.otherColumns?.[0]);
  }
  return (question, option) => columns.get(option === undefined ? question : `${question}#${option}`);
}

/** The wave before that is loaded, as its crosswalks name it, with its answers by initiative. */
export async function readEarlier(db: WorkshopReader, codebook: Codebook): Promise<Earlier | undefined> {
  const linked = new Set(codebook.questions.flatMap((question) => question.crosswalk ?? []).map(({ wave }) => wave));
  const earlier = (await listWaves(db)).find(({ id, responses }) => responses > 0 && id < codebook.wave && linked.has(id));
  const known = earlier && (await findCodebook(earlier.id, db));
  if (!known) return undefined;
  const answers = new Map((await readResponses(earlier.id, db)).map((response) => [response.initiative, response.answers]));
  return { wave: earlier.id, questions: known.content.questions.map(({ code, unit }) => ({ code, ...(unit ? { unit } : {}) })), answers };
}

/** Findings of one rule kept: a file that is wrong everywhere says so with these. */
const PER_RULE = 2000;

export type ResponseChecks = { reading: Pick<Reading, 'questions' | 'columns' | 'file' | 'grid'>; mapping: MappedQuestion[]; codebook: Codebook; responses: CheckedResponse[]; answerOf?: CheckInput['answerOf'] };

/** Checks what was read, with the file, the sheet and the heading of each place. */
export async function checkDeposit(db: WorkshopReader, { reading, mapping, codebook, responses, answerOf }: ResponseChecks): Promise<Finding[]> {
  const found = checkResponses({ codebook, responses, locate: locator(reading, mapping, codebook), ...(answerOf ? { answerOf } : {}) }, await readEarlier(db, codebook));
  const headers = new Map(reading.columns.map(({ index, headers: texts }) => [index, texts.filter((text) => text.trim() !== '').join(' – ')]));
  const { file, grid } = reading;
  const counts = new Map<string, number>();
  return found.flatMap((finding) => {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (count > PER_RULE) return [];
    const { column } = finding.where;
    const header = column === undefined ? undefined : headers.get(column);
    return [{ ...finding, where: { file, ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }), ...finding.where, ...(header ? { header } : {}) } }];
  });
}
