import { withRight } from '#lib/server/accounts/guard.ts';
import { readInitiatives } from '#lib/server/queries/census.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const [{ matches }, initiatives] = await Promise.all([prepareDeposit(event.params.deposit), readInitiatives()]);
    const names = new Map(initiatives.map((initiative) => [initiative.slug, initiative.name]));
    const asked = Number(event.url.searchParams.get('ligne'));
    const rows = matches.map((match) => ({
      row: match.row,
      outcome: match.outcome,
      slug: match.slug,
      initiative: match.slug === undefined ? undefined : (names.get(match.slug) ?? match.slug),
      keptRow: match.keptRow,
      decided: match.decided,
      name: match.identity.name ?? match.identity.email ?? '',
      commune: match.identity.commune ?? '',
      candidates: match.candidates.map((candidate) => ({ ...candidate, name: names.get(candidate.slug) ?? candidate.slug })),
      confidence: match.candidates.find((candidate) => candidate.slug === match.slug)?.confidence ?? 0,
      reasons: match.candidates.find((candidate) => candidate.slug === match.slug)?.reasons ?? []
    }));
    // The whole census is sent only when a row is there to be decided.
    const deciding = rows.some((row) => row.row === asked || row.outcome === 'new' || row.outcome === 'uncertain');
    return { rows, asked, census: deciding ? initiatives.map(({ slug, name, territory }) => ({ slug, label: `${name} (${territory})` })) : [] };
  });

export const actions: Actions = {
  default: (event) =>
    decide(event, (decisions, form, preparation) => {
      const matches = { ...decisions.matches };
      for (const { row } of preparation.matches) {
        const chosen = form.get(`m:${row}`);
        if (typeof chosen !== 'string') continue;
        if (chosen === '') delete matches[row];
        else matches[row] = chosen;
      }
      return { ...decisions, matches };
    })
};
