import type { Initiative } from '../census/initiative.ts';
import type { Frame } from './codebook.ts';

/** Whether the wave was put to this initiative: by its kind, or by name. */
export function inFrame(frame: Frame, initiative: Pick<Initiative, 'kind' | 'slug'>): boolean {
  return frame.kinds.includes(initiative.kind) || (frame.also?.includes(initiative.slug) ?? false);
}
