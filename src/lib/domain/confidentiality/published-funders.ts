import type { Text } from '../language.ts';
import type { PublishedNumber } from './published-number.ts';

/** What may be told of a funder type, or of a whole family of funders. Its counts are out of the `answered` of its table. */
export type PublishedFunder = {
  level: 'type' | 'family';
  code: string;
  label: Text;
  family?: 'self' | 'private' | 'public';
  /** Caisses that receive from it, and euros, since they were created. */
  count: PublishedNumber;
  total: PublishedNumber;
  median: PublishedNumber;
  /** Share of the largest receiving caisse in `total`, 0–1, rounded. */
  largestShare: PublishedNumber;
  /** Share of all euros declared, 0–1. */
  shareOfEuros: PublishedNumber;
  /** Caisses that draw more than half of their amounts from it. */
  dependent: PublishedNumber;
  /** Caisses that also receive from another source of the same level. */
  together: { code: string; label: Text; count: PublishedNumber }[];
};
