import { writeXlsx } from 'hucre/xlsx';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { columnHeaders, frenchCells, frenchNumber } from './french-cells.ts';
import type { Random } from './random.ts';
import type { InventedResponse } from './responses.ts';
import { storedZip } from './stored-zip.ts';

type Cell = string | number | null;

const TITLE = 'Enquête auprès des caisses alimentaires, 2026 (données synthétiques de démonstration)';
const NOTE = 'Note : réponses inventées pour essayer le dépôt d’un fichier. nc = non communiqué ; NSP = ne sait pas.';
/** Fixed, so that the same answers give the same bytes. */
const SAVED_AT = new Date('2026-07-01T08:00:00Z');

/** An XLSX as it comes back from an office: title, blank row, headers, responses, a row of totals, a note. */
export async function frenchWorkbook(random: Random, codebook: Codebook, responses: InventedResponse[]): Promise<Uint8Array> {
  const days = responses.map(() => dayOfFieldwork(random, codebook)).sort((a, b) => a - b);
  const headers = ['N°', 'Date de réponse', ...codebook.questions.flatMap(columnHeaders)];
  const body = responses.map(({ answers }, index): Cell[] => [
    index + 1,
    frenchDate(days[index] ?? 0),
    ...codebook.questions.flatMap((question) => frenchCells(random, question, answers[question.code]))
  ]);
  const rows: Cell[][] = [[TITLE], [], headers, ...body, totals(random, codebook, responses, headers), [], [NOTE]];
  const output = await writeXlsx({
    sheets: [{ name: 'Réponses 2026', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }] }],
    properties: { title: TITLE, created: SAVED_AT, modified: SAVED_AT }
  });
  return storedZip(output);
}

/** "Total", then the sums of participants and budgets that somebody wanted under the table. */
function totals(random: Random, codebook: Codebook, responses: InventedResponse[], headers: string[]): Cell[] {
  const row: Cell[] = headers.map(() => null);
  row[0] = 'Total';
  for (const code of ['participants', 'annual_budget']) {
    const question = codebook.questions.find((each) => each.code === code);
    const sum = responses.reduce((total, { answers }) => total + numberOf(answers[code]), 0);
    if (question) row[headers.indexOf(question.label.fr)] = frenchNumber(random, sum, question.unit);
  }
  return row;
}

function numberOf(answer: InventedResponse['answers'][string] | undefined): number {
  return answer?.state === 'answered' && answer.type === 'number' ? answer.number : 0;
}

function dayOfFieldwork(random: Random, codebook: Codebook): number {
  const [from, to] = [Date.parse(codebook.openedOn), Date.parse(codebook.closedOn)];
  return from + random.integer(0, Math.round((to - from) / 86_400_000)) * 86_400_000;
}

function frenchDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10).split('-').reverse().join('/');
}
