import type { Text } from '../language.ts';

/** What the public knows of an edition. `version` is `2025.1`: the newest wave's year, then a running number. */
export type EditionSummary = {
  version: string;
  /** UTC, ISO 8601. */
  publishedAt: string;
  title: Text;
  /** What changed and why. */
  note: Text;
  status: 'published' | 'withdrawn';
  withdrawnAt?: string;
  withdrawalReason?: Text;
  successor?: string;
  /** SHA-256 of the edition's content, in hexadecimal. */
  contentHash: string;
};

/** A questionnaire wave as an edition publishes it. */
export type PublishedWave = {
  wave: string;
  title: Text;
  openedOn: string;
  closedOn: string;
  frameStatement: Text;
  frame: number;
  responses: number;
  provenance: 'real' | 'synthetic';
  /** Respondents against the frame, by each known trait. */
  representation: {
    trait: string;
    label: Text;
    rows: { code: string; label: Text; frame: number; respondents: number }[];
  }[];
  /** Public wording of each publishable question with its non-response. */
  questions: { code: string; type: string; label: Text; level: 'open' | 'confidential'; asked: number; answered: number; options: { code: string; label: Text }[] }[];
};
