import { findDuplicates } from '#lib/domain/census/duplicates.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { censusTable } from '#lib/server/census-editing/table-rows.ts';
import type { PageServerLoad } from './$types';

const MOST = 100;

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { rows, initiatives } = await censusTable();
    const live = rows.filter((row) => !row.archived).flatMap((row) => initiatives.get(row.slug) ?? []);
    const chosen = initiatives.get(event.url.searchParams.get('avec') ?? '');
    const pairs = findDuplicates(live).filter((pair) => !chosen || pair.a === chosen.slug || pair.b === chosen.slug);
    const view = (slug: string) => {
      const item = initiatives.get(slug);
      return { slug, name: item?.name ?? slug, territory: item?.territory ?? '' };
    };
    return {
      chosen: chosen && view(chosen.slug),
      found: pairs.length,
      pairs: pairs.slice(0, MOST).map((pair) => ({ a: view(pair.a), b: view(pair.b), score: pair.score, reasons: pair.reasons })),
      others: chosen ? live.filter((item) => item.slug !== chosen.slug).map(({ slug, name, territory }) => ({ slug, name, territory })) : []
    };
  });
