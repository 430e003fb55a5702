import { withRight } from '#lib/server/accounts/guard.ts';
import { searchKnown, type KnownInitiative } from '#lib/domain/census/matching.ts';
import { offeredAs, resolveTyped } from '#lib/domain/census/matching/resolve-typed.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { countInitiatives } from '#lib/server/queries/census.ts';
import { readMatchable } from '#lib/server/queries/matchable.ts';
import { Matches, prepareDeposit, SURE_PROPOSAL } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import { isOpen, matchRows, OUTCOMES } from './match-rows.ts';
import type { Actions, PageServerLoad } from './$types';

const A_PAGE = 100;
const LARGE_CENSUS = 1000;
const MOST_FOUND = 20;

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const [preparation, size] = await Promise.all([prepareDeposit(event.params.deposit), countInitiatives()]);
    const { searchParams } = event.url;
    const all = new Matches(preparation.matches);
    const asked = Number(searchParams.get('ligne'));
    const outcome = OUTCOMES.find((each) => each === searchParams.get('etat'));
    const chosen = all.positions(outcome);
    const pages = Math.max(1, Math.ceil(chosen.length / A_PAGE));
    const at = chosen.findIndex((position) => all.rowAt(position) === asked);
    // A row that is asked for is shown on the page where it stands.
    const page = Math.min(pages, Math.max(1, searchParams.has('page') || at < 0 ? Math.floor(Number(searchParams.get('page') ?? 1)) || 1 : Math.floor(at / A_PAGE) + 1));
    const rows = matchRows(chosen.slice((page - 1) * A_PAGE, page * A_PAGE).flatMap((position) => all.at(position) ?? []), preparation.taken);
    const deciding = rows.some((row) => row.row === asked || isOpen(row));
    const search = size > LARGE_CENSUS;
    const sought = searchParams.get('cherche')?.trim().slice(0, 200);
    const label = (known: KnownInitiative): { slug: string; label: string } => ({ slug: known.slug, label: offeredAs(known) });
    return {
      rows,
      asked,
      outcome,
      page,
      pages,
      total: all.length,
      counts: Object.fromEntries(OUTCOMES.map((each) => [each, preparation.matches.counts[each]])),
      sure: preparation.matches.sure,
      // The whole census is sent once, and only when a row is there to be decided; a large one is searched instead.
      search,
      census: deciding && !search ? (await readMatchable(event.params.wave)).initiatives.map(label) : [],
      sought,
      found: search && sought && rows.some((row) => row.row === asked) ? searchKnown(sought, (await readMatchable(event.params.wave)).initiatives, MOST_FOUND).map(label) : []
    };
  });

export const actions: Actions = {
  /** Accepts every proposal left open that is sure enough, as one decision that can be undone at once. */
  accept: (event) =>
    decide(event, (decisions, _form, preparation) => {
      const matches = { ...decisions.matches };
      const all = new Matches(preparation.matches);
      for (const position of all.positions('uncertain')) {
        const { row, decided, candidates } = all.at(position)!;
        const [best] = candidates;
        if (!decided && best && best.confidence >= SURE_PROPOSAL) matches[row] = best.slug;
      }
      return { ...decisions, matches };
    }),

  /** Of two answers of one initiative, keeps the one that the proposal left out. */
  keep: (event) =>
    decide(event, (decisions, form, preparation) => {
      const all = new Matches(preparation.matches);
      const match = all.ofRow(Number(form.get('keep')));
      const slug = match?.slug ?? match?.candidates[0]?.slug;
      if (!match || slug === undefined) throw new DomainError('not_found');
      const others = [...all].filter((other) => other.row !== match.row && other.slug === slug && other.outcome !== 'not_in_frame');
      return { ...decisions, matches: { ...decisions.matches, ...Object.fromEntries(others.map(({ row }) => [row, 'duplicate'])), [match.row]: slug } };
    }),

  save: (event) =>
    decide(event, async (decisions, form, preparation) => {
      const text = (name: string): string => String(form.get(name) ?? '').trim();
      const rows = preparation.matches.rows.filter((row) => form.has(`m:${row}`) || form.has(`s:${row}`));
      const { initiatives, mergedInto } = await readMatchable(event.params.wave);
      const matches = { ...decisions.matches };
      for (const row of rows) {
        const chosen = form.get(`m:${row}`);
        const typed = text(`s:${row}`);
        const [found, ...others] = typed === '' ? [] : resolveTyped(mergedInto.get(typed) ?? typed, initiatives);
        if (typed !== '' && !found) throw new DomainError('initiative_unknown', { slug: typed });
        if (others.length > 0) throw new DomainError('initiative_ambiguous', { name: typed, found: [found, ...others].map((each) => each?.slug).join(', ') });
        if (found) matches[row] = found.slug;
        else if (typeof chosen !== 'string') continue;
        else if (chosen === '') delete matches[row];
        else matches[row] = chosen;
      }
      return { ...decisions, matches };
    })
};
