import { simpleRandomSample, type Design } from './design/design.ts';

/**
 * The design of rows of which some are incomplete. With a design the incomplete rows stay in it; without one the complete
 * rows are taken as a simple random sample of `N` (infinite when left out), and the others are dropped.
 */
export function designOfRows({
  complete,
  design,
  N
}: {
  complete: readonly boolean[];
  design?: Design;
  N?: number;
}): { design: Design; rows: number[] } {
  const all = complete.map((_, row) => row);
  if (design) return { design, rows: all };
  const rows = all.filter((row) => complete[row]);
  return { design: simpleRandomSample({ n: rows.length, N }), rows };
}
