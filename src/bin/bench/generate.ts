import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Codebook, Question } from '../../lib/domain/questionnaire/codebook.ts';

const COLOURS = ['rouge', 'verte', 'bleue', 'jaune'];
const WAVE = '2030-bench';

/** A codebook of `columns` questions: a name, then two single choices for each number. */
export function benchCodebook(columns: number): Codebook {
  const name: Question = { code: 'initiative_name', toolCode: 'NAME', type: 'text', label: { fr: 'Nom de la caisse', en: 'Name' }, level: 'identifying', required: true };
  const rest = Array.from({ length: columns - 1 }, (_, at): Question => {
    const label = { fr: `Question numéro ${at + 1} ?`, en: `Question number ${at + 1}?` };
    if (at % 3 === 2) return { code: `q${at + 1}`, toolCode: `Q${at + 1}`, type: 'number', unit: 'people', label, level: 'open' };
    const options = COLOURS.map((code) => ({ code, label: { fr: `Réponse ${code}`, en: `Answer ${code}` } }));
    return { code: `q${at + 1}`, toolCode: `Q${at + 1}`, type: 'single', label, level: 'open', options };
  });
  return {
    wave: WAVE,
    title: { fr: 'Vague de mesure', en: 'Benchmark wave' },
    openedOn: '2030-01-01',
    closedOn: '2030-12-31',
    frame: { kinds: ['caisse'], statement: { fr: 'Initiatives de mesure', en: 'Benchmark initiatives' } },
    provenance: 'synthetic',
    questions: [name, ...rest]
  };
}

/** Park and Miller: the same numbers at each run. */
function randomNumbers(): () => number {
  let state = 1;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

const nameOf = (at: number): string => `Initiative de mesure ${String(at).padStart(6, '0')}`;

async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const line of lines) if (!stream.write(`${line}\r\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

/** Writes answers as a `;` file with codes as headers, all quoted, UTF-8. */
export async function writeAnswers(file: string, codebook: Codebook, rows: number): Promise<void> {
  const random = randomNumbers();
  const cell = ({ type }: Question, at: number): string => {
    if (type === 'text') return nameOf(at);
    if (type === 'number') return String(Math.floor(random() * 90));
    return `Réponse ${COLOURS[Math.floor(random() * COLOURS.length)]}`;
  };
  function* lines(): Generator<string> {
    yield codebook.questions.map(({ toolCode }) => `"${toolCode}"`).join(';');
    for (let at = 0; at < rows; at += 1) yield codebook.questions.map((question) => `"${cell(question, at)}"`).join(';');
  }
  await writeLines(file, lines());
}

/** Writes a census in which every respondent of `writeAnswers` is. */
export async function writeCensus(file: string, columns: readonly string[], rows: number): Promise<void> {
  const fixed: Record<string, string> = { kind: 'caisse', status: 'active', insee_codes: '69123', department: '69', territory: 'Lyon', provenance: 'synthetic' };
  function* lines(): Generator<string> {
    yield columns.join(',');
    for (let at = 0; at < rows; at += 1) yield columns.map((column) => (column === 'slug' ? `mesure-${at}` : column === 'name' ? nameOf(at) : (fixed[column] ?? ''))).join(',');
  }
  await writeLines(file, lines());
}
