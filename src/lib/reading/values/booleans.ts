import { fold } from './fold.ts';

const YES = new Set(['oui', 'yes', 'y', 'o', 'vrai', 'true', '1', 'x', 'true 1', 'coche', 'cochee', 'checked', 'selected', 'ja', 'si']);
const NO = new Set(['non', 'no', 'n', 'faux', 'false', '0', 'non coche', 'non cochee', 'not selected', 'unchecked', 'nein']);
const MARKS = new Set(['✓', '✔', '☑', '☒', '✗', '✘']);

/** What stands for ticked and not ticked in a question, when it is not the usual words (LimeSurvey: 1 and 2). */
export type Marks = { yes: string; no: string };

/**
 * Whether an option column says that the option is ticked: `Y`, `Oui`, `X`, `1`, `VRAI`, `TRUE()` → true;
 * `N`, `Non`, `0`, `FAUX` → false; a blank or anything else → undefined.
 */
export function readTick(text: string, marks?: Marks): boolean | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (marks && (trimmed === marks.yes || trimmed === marks.no)) return trimmed === marks.yes;
  if (MARKS.has(trimmed)) return true;
  const folded = fold(trimmed);
  if (YES.has(folded)) return true;
  if (NO.has(folded)) return false;
  return undefined;
}
