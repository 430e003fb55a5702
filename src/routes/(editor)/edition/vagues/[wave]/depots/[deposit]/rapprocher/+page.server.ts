import { withRight } from '#lib/server/accounts/guard.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { readKnownInitiatives } from '#lib/server/queries/census.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import { isOpen, matchRows, OUTCOMES } from './match-rows.ts';
import type { Actions, PageServerLoad } from './$types';

const A_PAGE = 100;
const LARGE_CENSUS = 1000;
/** Proposals at least this sure are accepted together, when an editor asks for it. */
const SURE = 0.9;

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const [preparation, initiatives] = await Promise.all([prepareDeposit(event.params.deposit), readKnownInitiatives()]);
    const { searchParams } = event.url;
    const all = matchRows(preparation, initiatives);
    const asked = Number(searchParams.get('ligne'));
    const outcome = OUTCOMES.find((each) => each === searchParams.get('etat'));
    const chosen = outcome ? all.filter((row) => row.outcome === outcome) : all;
    const pages = Math.max(1, Math.ceil(chosen.length / A_PAGE));
    const at = chosen.findIndex((row) => row.row === asked);
    // A row that is asked for is shown on the page where it stands.
    const page = Math.min(pages, Math.max(1, searchParams.has('page') || at < 0 ? Math.floor(Number(searchParams.get('page') ?? 1)) || 1 : Math.floor(at / A_PAGE) + 1));
    const rows = chosen.slice((page - 1) * A_PAGE, page * A_PAGE);
    const deciding = rows.some((row) => row.row === asked || isOpen(row));
    const counts = Object.fromEntries(OUTCOMES.map((each) => [each, all.filter((row) => row.outcome === each).length]));
    return {
      rows,
      asked,
      outcome,
      page,
      pages,
      total: all.length,
      counts,
      sure: all.filter((row) => row.outcome === 'uncertain' && !row.decided && (row.best?.confidence ?? 0) >= SURE).length,
      // The whole census is sent once, and only when a row is there to be decided: a large one when a row is asked for.
      search: initiatives.length > LARGE_CENSUS,
      census: deciding && (initiatives.length <= LARGE_CENSUS || rows.some((row) => row.row === asked)) ? initiatives.map(({ slug, name, communes }) => ({ slug, label: [name, communes[1]].filter(Boolean).join(' · ') })) : []
    };
  });

export const actions: Actions = {
  /** Accepts every proposal left open that is sure enough, as one decision that can be undone at once. */
  accept: (event) =>
    decide(event, (decisions, _form, preparation) => {
      const matches = { ...decisions.matches };
      for (const { row, outcome, decided, candidates } of preparation.matches) {
        const [best] = candidates;
        if (!decided && best && best.confidence >= SURE && outcome === 'uncertain') matches[row] = best.slug;
      }
      return { ...decisions, matches };
    }),

  /** Of two answers of one initiative, keeps the one that the proposal left out. */
  keep: (event) =>
    decide(event, (decisions, form, preparation) => {
      const match = preparation.matches.find(({ row }) => row === Number(form.get('keep')));
      const slug = match?.slug ?? match?.candidates[0]?.slug;
      if (!match || slug === undefined) throw new DomainError('not_found');
      const others = preparation.matches.filter((other) => other.row !== match.row && other.slug === slug && other.outcome !== 'not_in_frame');
      return { ...decisions, matches: { ...decisions.matches, ...Object.fromEntries(others.map(({ row }) => [row, 'duplicate'])), [match.row]: slug } };
    }),

  save: (event) =>
    decide(event, async (decisions, form, preparation) => {
      const known = new Set((await readKnownInitiatives()).map(({ slug }) => slug));
      const matches = { ...decisions.matches };
      for (const { row } of preparation.matches) {
        const chosen = form.get(`m:${row}`);
        const typed = String(form.get(`s:${row}`) ?? '').trim();
        if (typed !== '' && !known.has(typed)) throw new DomainError('initiative_unknown', { slug: typed });
        if (typed !== '') matches[row] = typed;
        else if (typeof chosen !== 'string') continue;
        else if (chosen === '') delete matches[row];
        else matches[row] = chosen;
      }
      return { ...decisions, matches };
    })
};
