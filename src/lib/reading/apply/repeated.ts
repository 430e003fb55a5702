import type { Answer } from '../../domain/waves/response.ts';
import type { Decisions, Reading } from '../types.ts';
import type { Collector } from './collector.ts';
import type { AnswerReader, Bound } from './context.ts';

/** Texts of one column whose answer is remembered. */
const REMEMBERED = 10_000;

/**
 * Reads each distinct text of a column once: survey answers repeat. Only for a question that one column alone answers, and never for a
 * text about which something is found, since a finding has its own row.
 */
export function readOnce(read: AnswerReader, { parts }: Bound, { grid }: Reading, decisions: Decisions, collector: Collector): AnswerReader {
  const [part, ...others] = parts;
  const columns = part ? [...part.source.items.map((item) => item.column), ...(part.source.otherColumns ?? [])] : [];
  const [column, ...more] = columns;
  const corrected = Object.keys(decisions.corrections ?? {}).some((address) => address.endsWith(`:${column}`));
  if (column === undefined || others.length > 0 || more.length > 0 || corrected) return read;
  const known: (Answer | undefined)[] = [];
  return (row) => {
    const id = grid.rows.textId(row, column);
    const same = known[id];
    if (same) return same;
    const before = collector.found;
    const answer = read(row);
    if (id < REMEMBERED && collector.found === before) known[id] = answer;
    return answer;
  };
}
