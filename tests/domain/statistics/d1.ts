import { simpleRandomSample, type Design } from '#lib/domain/statistics/design/design.ts';
import { calibrateOnMargins } from '#lib/domain/statistics/weights/linear-calibration.ts';
import type { Margin } from '#lib/domain/statistics/weights/margins.ts';
import { postStratify } from '#lib/domain/statistics/weights/post-stratification.ts';
import { rake } from '#lib/domain/statistics/weights/raking.ts';
import { responseGroups } from '#lib/domain/statistics/weights/response-groups.ts';
import { records } from './references.ts';

const frame = records('d1_base_60_caisses.csv');
const responses = records('d1_vague1_32_repondants.csv');

export const ids = column('caisse_id');

/** A column of the 32 responses, as text. */
export function column(name: string): string[] {
  return responses.map((row) => row[name] ?? '');
}

/** A column of the 32 responses, as numbers; empty cells are undefined. */
export function numbers(name: string): (number | undefined)[] {
  return responses.map((row) => (row[name] === undefined ? undefined : Number(row[name])));
}

/** Sizes of the 60 by a trait. */
export function sizes(trait: string): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const row of frame) totals[row[trait]!] = (totals[row[trait]!] ?? 0) + 1;
  return totals;
}

export function margin(trait: string): Margin {
  return { name: trait, categories: column(trait), totals: sizes(trait) };
}

const srs = simpleRandomSample({ n: 32, N: 60 });
export const margins = [margin('territoire'), margin('porteur')];

/** The five designs of the references. */
export const designs: Record<string, Design> = {
  srs,
  stratified: responseGroups({ groups: column('territoire'), sizes: sizes('territoire') }),
  poststratified: postStratify({ design: srs, margin: margin('territoire') })!,
  raked: rake({ design: srs, margins })!.design,
  calibrated_linear: calibrateOnMargins({ design: srs, margins })!
};
