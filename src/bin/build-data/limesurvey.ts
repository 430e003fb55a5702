import type { Codebook, Option, Question } from '#lib/domain/questionnaire/codebook.ts';
import type { Answer } from '#lib/domain/waves/response.ts';
import { limesurveyCsv } from './csv.ts';
import type { Random } from './random.ts';
import type { InventedResponse } from './responses.ts';

export const METADATA = [
  'id. ID de la réponse', 'submitdate. Date de soumission', 'lastpage. Dernière page', 'startlanguage. Langue de départ',
  'seed. Tête de série', 'startdate. Date de lancement', 'datestamp. Date de la dernière action'
];
const LAST_PAGE = '6';

/**
 * A LimeSurvey export, "réponses complètes", headers "code et texte", completed responses only. `N/A` where a multiple
 * choice was not shown (the tool writes it for that type alone), an empty cell for every other absence.
 */
export function limesurveyExport(random: Random, codebook: Codebook, responses: InventedResponse[]): string {
  const stamps = submissionTimes(random, codebook, responses.length);
  let id = 0;
  const rows = random.shuffle(responses).map((response, index) => {
    id += random.integer(1, 3);
    const stamp = stamps[index] ?? { started: '', submitted: '' };
    const metadata = [String(id), stamp.submitted, LAST_PAGE, 'fr', String(random.integer(10_000_000, 2_000_000_000)), stamp.started, stamp.submitted];
    return [...metadata, ...codebook.questions.flatMap((question) => answerCells(question, response.answers[question.code]))];
  });
  return limesurveyCsv([[...METADATA, ...codebook.questions.flatMap(headers)], ...rows]);
}

/** Headers of one question: `OBJ[access]. Quels objectifs … [Accès …]`. */
export function headers(question: Question): string[] {
  const code = question.toolCode ?? question.code;
  const label = plain(question.label.fr);
  if (question.type !== 'multiple' && question.type !== 'numbers') return [`${code}. ${label}`];
  return (question.options ?? []).map((option) =>
    option.other ? `${code}[other]. ${label} [Autre]` : `${code}[${subquestionCode(option)}]. ${label} [${plain(option.label.fr)}]`
  );
}

/** Cells of one answer, in the order of its headers. */
export function answerCells(question: Question, answer: Answer | undefined): string[] {
  const options = question.options ?? [];
  if (question.type === 'multiple') {
    return options.map((option) => {
      if (answer?.state !== 'answered' || answer.type !== 'multiple') return option.other ? '' : 'N/A';
      if (option.other) return answer.other ?? '';
      return answer.options.includes(option.code) ? 'Oui' : 'Non';
    });
  }
  if (question.type === 'numbers') {
    const given = answer?.state === 'answered' && answer.type === 'numbers' ? answer.numbers : {};
    return options.map((option) => (given[option.code] === undefined ? '' : String(given[option.code])));
  }
  if (answer?.state !== 'answered') return [''];
  if (answer.type === 'single') return [plain(options.find((option) => option.code === answer.option)?.label.fr ?? answer.option)];
  if (answer.type === 'number') return [String(answer.number)];
  return [answer.type === 'text' ? answer.text : ''];
}

/** Codes of subquestions are letters and digits only. */
function subquestionCode(option: Option): string {
  return option.code.replaceAll('_', '');
}

/** As typed in a form: straight apostrophes, ordinary spaces. */
function plain(label: string): string {
  return label.replaceAll('’', "'").replaceAll(/[\u00A0\u202F]/g, ' ');
}

/** Times of `count` submissions over the fieldwork, in order, in office hours. */
export function submissionTimes(random: Random, codebook: Codebook, count: number): { started: string; submitted: string }[] {
  const first = Date.parse(`${codebook.openedOn}T00:00:00Z`);
  const days = (Date.parse(`${codebook.closedOn}T00:00:00Z`) - first) / 86_400_000;
  const starts = Array.from({ length: count }, () => first + random.integer(0, days) * 86_400_000 + random.integer(8 * 3600, 18 * 3600) * 1000);
  return starts
    .sort((a, b) => a - b)
    .map((start) => ({ started: localTime(start), submitted: localTime(start + random.integer(7 * 60, 55 * 60) * 1000) }));
}

function localTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
