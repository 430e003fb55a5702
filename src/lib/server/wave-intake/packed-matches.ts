import type { MatchOutcome } from '#lib/domain/census/matching.ts';
import type { MatchView } from './preparation.ts';

const CODES: readonly MatchOutcome[] = ['new', 'uncertain', 'duplicate', 'not_in_frame', 'matched'];
/** Proposals at least this sure are accepted together, when an editor asks for it. */
export const SURE_PROPOSAL = 0.9;

/**
 * The matches of a deposit as they cross threads and wait on the server: a hundred thousand of them as objects would stop
 * the site while it receives them. Those to decide come first, then duplicates, then the order of the file.
 */
export type PackedMatches = {
  rows: Int32Array;
  /** Index in `CODES`. */
  outcomes: Uint8Array;
  /** Each match as JSON, one after the other; the n-th ends at `ends[n]`. */
  bytes: Uint8Array;
  ends: Uint32Array;
  counts: Record<MatchOutcome, number>;
  /** How many open ones have a proposal at least `SURE_PROPOSAL` sure. */
  sure: number;
};

const isSure = ({ outcome, decided, candidates }: MatchView): boolean => outcome === 'uncertain' && !decided && (candidates[0]?.confidence ?? 0) >= SURE_PROPOSAL;
const rank = (outcome: MatchOutcome): number => (outcome === 'new' || outcome === 'uncertain' ? 0 : outcome === 'duplicate' ? 1 : 2);

/** Packs matches. @param view one match with what is shown of it, by its place among `about` */
export function packMatches(about: readonly { row: number; outcome: MatchOutcome }[], view: (at: number) => MatchView): PackedMatches {
  const order = Array.from(about, (_, at) => at).sort((a, b) => rank(about[a]!.outcome) - rank(about[b]!.outcome) || about[a]!.row - about[b]!.row);
  const packed: PackedMatches = {
    rows: Int32Array.from(order, (at) => about[at]!.row),
    outcomes: Uint8Array.from(order, (at) => CODES.indexOf(about[at]!.outcome)),
    bytes: new Uint8Array(0),
    ends: new Uint32Array(order.length),
    counts: { matched: 0, duplicate: 0, not_in_frame: 0, new: 0, uncertain: 0 },
    sure: 0
  };
  let bytes = Buffer.alloc(order.length * 200);
  let end = 0;
  for (const [position, at] of order.entries()) {
    const match = view(at);
    const text = JSON.stringify(match);
    // A character takes three bytes of UTF-8 at most.
    if (end + text.length * 3 > bytes.length) bytes = Buffer.concat([bytes], (end + text.length * 3) * 2);
    end += bytes.write(text, end);
    packed.ends[position] = end;
    packed.counts[match.outcome] += 1;
    packed.sure += Number(isSure(match));
  }
  packed.bytes = new Uint8Array(bytes.subarray(0, end));
  return packed;
}

/** Reads packed matches, one at a time. Positions run from 0 in their order. */
export class Matches implements Iterable<MatchView> {
  constructor(private readonly packed: PackedMatches) {}

  get length(): number {
    return this.packed.rows.length;
  }

  at(position: number): MatchView | undefined {
    const { bytes, ends } = this.packed;
    const end = ends[position];
    return end === undefined ? undefined : (JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', position === 0 ? 0 : ends[position - 1], end)) as MatchView);
  }

  /** The match of a row of the file. */
  ofRow(row: number): MatchView | undefined {
    return this.at(this.packed.rows.indexOf(row));
  }

  /** Row of the file at a position. */
  rowAt(position: number): number | undefined {
    return this.packed.rows[position];
  }

  /** Positions of one outcome; of all of them without. */
  positions(outcome?: MatchOutcome): number[] {
    const code = outcome && CODES.indexOf(outcome);
    const found: number[] = [];
    for (let position = 0; position < this.length; position += 1) if (code === undefined || this.packed.outcomes[position] === code) found.push(position);
    return found;
  }

  *[Symbol.iterator](): Iterator<MatchView> {
    for (let position = 0; position < this.length; position += 1) yield this.at(position)!;
  }
}
