import type { Box } from '#lib/domain/geography/projection.ts';
import type { Territory } from '#lib/domain/geography/types.ts';
import { epciFrame, type CommuneDots } from './epci-frame.ts';
import { mapFrame } from './map-box.ts';

/** A part of the national picture, and what brings a territory out in it: its outline, or the dots of its communes. */
export type TerritoryFrame = { box: Box; outline?: string; dots?: CommuneDots };

/** What of the map shows a territory. No outline of an EPCI is at hand: its communes stand for it. */
export function territoryFrame({ level, code }: Pick<Territory, 'level' | 'code'>): TerritoryFrame | undefined {
  return level === 'epci' ? epciFrame(code) : mapFrame(level, code);
}
