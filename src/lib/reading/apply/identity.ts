import type { Codebook } from '../../domain/questionnaire/codebook.ts';
import type { Answer } from '../../domain/waves/response.ts';
import { isBlank } from '../values/blank.ts';
import { readDate } from '../values/dates.ts';
import { fold } from '../values/fold.ts';
import type { Interpretation, Reading } from '../types.ts';

type Identity = Interpretation['responses'][number]['identity'];
type Kind = keyof Identity;

const ANONYMOUS = new Set(['anonymous', 'anonyme', '']);

/** What can tell who answered: the tool's own columns, then the identifying questions of the codebook. */
export function identityReader(reading: Reading, codebook: Codebook, text: (row: number, column: number) => string): (row: number, answers: Record<string, Answer>) => Identity {
  const metadata = reading.columns.flatMap((column): { column: number; kind: Kind }[] => {
    if (column.role !== 'metadata') return [];
    const kind = column.metadata === 'email' ? 'email' : column.metadata === 'token' ? 'token' : column.metadata === 'name' ? 'name' : undefined;
    return kind ? [{ column: column.index, kind }] : [];
  });
  const questions = codebook.questions.flatMap((question) => (question.level === 'identifying' ? [{ code: question.code, kind: kindOf(`${question.code} ${question.label.fr}`) }] : []));
  return (row, answers) => {
    const identity: Identity = {};
    for (const { column, kind } of metadata) {
      const value = text(row, column).trim();
      if (value !== '' && (value.length > 12 || !ANONYMOUS.has(fold(value)))) identity[kind] = value;
    }
    for (const { code, kind } of questions) {
      const answer = answers[code];
      if (answer?.state === 'answered' && answer.type === 'text' && !isBlank(answer.text)) identity[kind] = answer.text.trim();
    }
    return identity;
  };
}

function kindOf(words: string): Kind {
  const folded = fold(words);
  if (/mail|courriel|adresse electronique/.test(folded)) return 'email';
  if (/siret|siren/.test(folded)) return 'siret';
  return /\bcommune|\bville|code postal|insee|localisation/.test(folded) ? 'commune' : 'name';
}

/** When a response was sent, ISO 8601, from the tool's columns. 1980-01-01 is what LimeSurvey writes when it does not record dates. */
export function submissionReader(reading: Reading, text: (row: number, column: number) => string): (row: number) => string | undefined {
  const find = (meaning: string) => reading.columns.find((column) => column.role === 'metadata' && column.metadata === meaning)?.index;
  const columns = [find('submitted_at'), find('completed_at'), find('modified_at')].filter((column) => column !== undefined);
  return (row) => {
    for (const column of columns) {
      const date = readDate(text(row, column))?.iso;
      if (date !== undefined && !date.startsWith('1980-01-01')) return date;
    }
    return undefined;
  };
}
