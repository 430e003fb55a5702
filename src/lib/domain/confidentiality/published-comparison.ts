import type { Text } from '../language.ts';
import type { PublishedNumber } from './published-number.ts';

/** What became of one row among the caisses that answered the question in both waves. */
export type PublishedPair = {
  /** Caisses that answered both times. */
  n: PublishedNumber;
  /** Of these: in the row at the first wave, at the second, only at the second, only at the first. */
  before: PublishedNumber;
  after: PublishedNumber;
  gained: PublishedNumber;
  lost: PublishedNumber;
  /** Exact McNemar probability that as many would have gone one way as the other; `z` when nobody changed. */
  mcnemar: PublishedNumber;
};

/** One row of a table at two waves. */
export type PublishedChange = {
  code: string;
  label: Text;
  /** `added` and `removed`: the option was offered at one of the waves only, so nothing is compared. */
  presence: 'both' | 'added' | 'removed';
  /** Caisses in the row at each wave. */
  before?: PublishedNumber;
  after?: PublishedNumber;
  /** Second wave minus first: of the share of those who answered, of the mean share for a mix; −1 to 1. */
  level?: PublishedNumber;
  /** 95 %, overlap and finite populations taken into account, with the condition of every such interval. */
  levelInterval?: { low: number; high: number };
  paired?: PublishedPair;
};

/** A number at two waves, in the unit of its table. */
export type PublishedNumberChange = {
  medianBefore: PublishedNumber;
  medianAfter: PublishedNumber;
  /** Among the caisses that gave it both times: how many, mean change, how many went up, down, stayed. */
  paired: { n: PublishedNumber; change: PublishedNumber; up: PublishedNumber; down: PublishedNumber; same: PublishedNumber };
};

/** What a later wave's table changes against an earlier one's; everybody only. */
export type PublishedComparison = {
  /** Earlier table and wave. */
  table: string;
  wave: string;
  /** False: a break in series; nothing below is then given but the sizes. */
  comparable: boolean;
  relation: 'same' | 'reworded' | 'split' | 'merged';
  /** Why the series breaks, or what to know of the comparison. */
  note?: Text;
  answeredBefore: number;
  answeredAfter: number;
  /** Caisses that answered both times, only at the second wave, only at the first. */
  stayed: number;
  entered: number;
  left: number;
  rows: PublishedChange[];
  number?: PublishedNumberChange;
};
