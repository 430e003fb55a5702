import { withRight } from '#lib/server/accounts/guard.ts';
import { initiativeNames } from '#lib/server/queries/census.ts';
import { countCorrections, listCorrections, type CorrectionStatus } from '#lib/server/queries/initiative-corrections.ts';
import type { PageServerLoad } from './$types';

/** Values of the address → states of a message. */
const STATES: Record<string, CorrectionStatus> = { acceptees: 'accepted', refusees: 'refused' };

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const asked = event.url.searchParams.get('etat') ?? undefined;
    const status = STATES[asked ?? ''] ?? 'received';
    const [corrections, counts] = await Promise.all([listCorrections({ status }), countCorrections()]);
    const names = await initiativeNames([...new Set(corrections.map((correction) => correction.initiative))]);
    return {
      asked: asked !== undefined && asked in STATES ? asked : undefined,
      counts,
      corrections: corrections.map((correction) => ({ ...correction, name: names.get(correction.initiative) ?? correction.initiative }))
    };
  });
