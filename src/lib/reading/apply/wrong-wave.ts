import type { Codebook } from '../../domain/questionnaire/codebook.ts';
import type { Decisions, MappedQuestion, Reading } from '../types.ts';
import type { Collector } from './collector.ts';
import { mapQuestions } from './map-questions.ts';

/**
 * Notices a file of another wave: another survey number, another year in its title, answers sent outside the fieldwork, columns that
 * another codebook explains better, or hardly any column in common. `Decisions.asks.wrong_wave = 'accept'` settles it.
 */
export function checkWave(reading: Reading, codebook: Codebook, mapping: MappedQuestion[], submitted: (string | undefined)[], decisions: Decisions, others: Codebook[], collector: Collector): void {
  const accepted = decisions.asks?.['wrong_wave'] === 'accept';
  const level = accepted ? 'information' : 'blocking';
  const wave = codebook.wave;
  const expected = codebook.surveyId;
  if (expected !== undefined && reading.surveyId !== undefined && reading.surveyId !== expected) collector.add('wrong_survey', level, {}, reading.surveyId, { expected, wave });
  const year = /\b(20\d{2})\b/.exec(wave)?.[1];
  const titled = [...(reading.title ?? '').matchAll(/(?<!\d[/.-])\b(20\d{2})\b/g)].map((match) => match[1]!);
  if (year && titled.length > 0 && !titled.includes(year)) collector.add('wrong_title', level, { row: 1 }, reading.title, { wave });
  checkDates(codebook, submitted, level, reading, collector);
  const own = fitOf(mapping);
  for (const other of others) {
    if (other.wave === wave) continue;
    const fit = fitOf(mapQuestions(reading, other, {})) + optionFit(reading, other) - optionFit(reading, codebook);
    if (fit > own + 0.5) collector.add('other_wave_fits_better', level, {}, undefined, { wave, other: other.wave, own: own.toFixed(1), fit: fit.toFixed(1) });
  }
  const filled = reading.questions.filter((question) => question.answered > 0).length;
  const mapped = mapping.filter(({ question }) => question !== undefined && question !== 'ignore').length;
  if (filled >= 3 && mapped / filled < 0.3) collector.add('wrong_questionnaire', level, {}, undefined, { mapped, columns: filled, wave });
}

function fitOf(mapping: MappedQuestion[]): number {
  return mapping.reduce((sum, { reason, confidence }) => sum + (reason === 'none' || reason === 'decision' ? 0 : reason === 'similar_label' ? confidence / 2 : 1), 0);
}

/** Options of the file that a codebook knows by their exact label: tells two waves of one questionnaire apart. */
function optionFit(reading: Reading, codebook: Codebook): number {
  const labels = new Set(codebook.questions.flatMap((question) => [...(question.options ?? []), ...(question.scale ?? [])]).map((option) => option.label.fr));
  return reading.questions.flatMap((question) => question.items).filter((item) => labels.has(item.label)).length;
}

function checkDates(codebook: Codebook, submitted: (string | undefined)[], level: 'blocking' | 'information', reading: Reading, collector: Collector): void {
  const dated = submitted.flatMap((date, i) => (date === undefined || date.length < 10 ? [] : [{ day: date.slice(0, 10), row: reading.responseRows[i]! }]));
  const outside = dated.filter(({ day }) => day < codebook.openedOn || day > codebook.closedOn);
  if (outside.length === 0) return;
  const details = { count: outside.length, total: dated.length, from: codebook.openedOn, to: codebook.closedOn, wave: codebook.wave };
  if (outside.length > dated.length / 2 && farFrom(codebook, outside.map(({ day }) => day))) collector.add('wrong_dates', level, { row: outside[0]!.row }, outside[0]!.day, details);
  else for (const { day, row } of outside) collector.add('date_outside_fieldwork', 'information', { row }, day, details);
}

/** More than ninety days before or after: not a survey that stayed open. */
function farFrom(codebook: Codebook, days: string[]): boolean {
  const shifted = (day: string, by: number) => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [shifted(codebook.openedOn, -90), shifted(codebook.closedOn, 90)];
  return days.filter((day) => day < from || day > to).length > days.length / 2;
}
