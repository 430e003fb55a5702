import { fill } from '../../lib/domain/errors.ts';
import { FINDING_TEXTS } from '../../lib/domain/waves/finding-texts.ts';
import type { Ask, Reading, SourceQuestion } from '../../lib/reading/types.ts';
import { lastHeader } from './summary.ts';

const REASONS: Record<string, string> = {
  title: 'titre', header: 'en-tête', blank: 'ligne vide', total: 'ligne de total', note: 'note', stray: 'cellule isolée loin sous la table',
  partial: 'réponse inachevée', duplicate: 'doublon', test: 'essai', not_in_frame: 'hors du champ', excluded: 'écartée', summary: 'colonne récapitulative', structure: 'structure'
};
const TYPES: Record<SourceQuestion['type'], string> = { single: 'choix unique', multiple: 'choix multiple', number: 'nombre', numbers: 'nombres', grid: 'tableau', date: 'date', text: 'texte' };

/** A reading for a person at a terminal, in French. */
export function report(reading: Reading): string {
  const { grid, cells } = reading;
  const lines = [
    `${reading.file} : ${reading.tool.name}`,
    ...reading.tool.why.map((why) => `  parce que ${why}`),
    `  ${[grid.encoding, grid.delimiter && `séparateur « ${grid.delimiter === '\t' ? 'tabulation' : grid.delimiter} »`, grid.newline && `fins de ligne ${grid.newline}`, grid.sheet && `feuille « ${grid.sheet} »`].filter(Boolean).join(', ')}`,
    ...(reading.title ? [`  titre : ${reading.title}`] : []),
    '',
    `${reading.responseRows.length + reading.ignoredRows.length} lignes lues = ${reading.responseRows.length} réponses + ${reading.ignoredRows.length} lignes écartées${ignored(reading)}`,
    `${cells.nonEmpty} cellules remplies = ${cells.imported} lues + ${cells.ignored} écartées${cells.reasons.length > 0 ? ` (${cells.reasons.map(({ reason, cells: count }) => `${REASONS[reason] ?? reason} ${count}`).join(', ')})` : ''}`,
    `Colonnes de l’outil : ${reading.columns.filter(({ role }) => role === 'metadata').map(({ headers }) => lastHeader(headers)).join(', ') || 'aucune'}`,
    '',
    `${reading.questions.length} questions`,
    ...reading.questions.flatMap(questionLines)
  ];
  if (reading.asks.length > 0) lines.push('', 'À décider', ...reading.asks.slice(0, 200).map(askLine));
  return `${lines.join('\n')}\n`;
}

function ignored(reading: Reading): string {
  const counts = new Map<string, number>();
  for (const { reason } of reading.ignoredRows) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts.size > 0 ? ` (${[...counts].map(([reason, count]) => `${REASONS[reason] ?? reason} ${count}`).join(', ')})` : '';
}

function questionLines(question: SourceQuestion): string[] {
  const code = question.code !== undefined && question.code !== question.label ? `${question.code} · ` : '';
  const lines = [`- ${code}${question.label} [${TYPES[question.type]}] : ${question.answered} répondu, ${question.blank} sans réponse${question.notAsked > 0 ? `, ${question.notAsked} non posée` : ''}${question.none ? `, ${question.none} rien de coché` : ''}`];
  if (question.type === 'single' || question.type === 'multiple') lines.push(...question.options.slice(0, 30).map(({ label, count }) => `    ${String(count).padStart(5)}  ${label}`));
  for (const row of question.rows ?? []) lines.push(`    ${row.label} : ${row.numbers ? `${row.numbers.n} nombres, somme ${row.numbers.sum}` : row.options.map(({ label, count }) => `${label} ${count}`).join(', ')}`);
  if (question.numbers) lines.push(`    somme ${question.numbers.sum}, médiane ${question.numbers.median}, de ${question.numbers.min} à ${question.numbers.max}`);
  if (question.dates) lines.push(`    de ${question.dates.first} à ${question.dates.last}`);
  if (question.otherTexts.length > 0) lines.push(`    autre : ${question.otherTexts.slice(0, 10).join(' | ')}`);
  return lines;
}

function askLine(ask: Ask): string {
  const place = [ask.where.row !== undefined && `ligne ${ask.where.row}`, ask.where.header !== undefined && `« ${ask.where.header} »`].filter(Boolean).join(', ');
  const rule = FINDING_TEXTS[ask.code]?.rule.fr ?? ask.code;
  return `- ${place ? `${place} : ` : ''}${fill(rule, { ...ask.details, ...ask.where, value: String(ask.details?.['seen'] ?? '') })}${ask.choices.length > 0 ? ` [${ask.choices.join(' / ')}]` : ''}`;
}
