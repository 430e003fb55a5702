import { Search, type Unsearched } from '../search.ts';
import { attackKnowing } from '../named/attack-knowing.ts';
import { NOBODY, type NamedObjectives } from '../named/named.ts';
import { isKnown, toldOfPast } from '../named/told-of-past.ts';
import type { Told } from './attack-together.ts';
import type { Standing } from './difference.ts';
import { earlierOf, pastOfFamily, type EarlierTables } from './earlier-of.ts';
import { hold, holdBack, type Earlier, type Fresh, type Settled } from './hold-back.ts';
import { closeWhatTells } from './close-what-tells.ts';

/** `told`: what all editions together would still tell; an edition may be published when it is empty. `unsearched`: where that could not be looked for to the end; `past`: the tables of earlier editions. */
export type SettledFamily = { tables: Settled[]; told: Told[]; unsearched: Unsearched[]; past: Standing[] };

/**
 * The tables of one indicator of one wave, as the next edition may publish them beside every earlier one: first rows of crossed tables are closed, then each
 * table is set against its earlier editions, then all editions together are attacked, and what adds to their telling is held back too. A name that is published tells of
 * numbers published before, which cannot be taken back: that stays in `told`.
 */
export function settleFamily(family: readonly Fresh[], earlier: EarlierTables, named: NamedObjectives = NOBODY, search = new Search()): SettledFamily {
  if (!family.some(({ published }) => published.level === 'confidential')) return { tables: family.map((fresh) => holdBack(fresh, [])), told: [], unsearched: [], past: [] };
  const fresh = closeWhatTells(family, named.now, search);
  const past = standingsOf(pastOfFamily(family, earlier));
  const tables = fresh.map((each) => {
    const { own, others } = earlierOf(each, earlier);
    return holdBack(each, own, others, named.now);
  });
  // What earlier editions told cannot be taken back, and does not bind the next one; what they tell with the names of this one is for the names to mend.
  const already = attackKnowing(past, named.before, search);
  const lost = toldOfPast(past, already, named, search);
  for (;;) {
    const told = attackKnowing([...past, ...standingsOf(tables)], named.now, search).filter((each) => !isKnown(each, [...already, ...lost]));
    const news = told.length === 0 ? undefined : newest(tables, fresh, earlier);
    if (news === undefined) return { tables, told: [...lost, ...told], unsearched: search.unsearched, past };
    const table = fresh[news] as Fresh;
    const { own, others } = earlierOf(table, earlier);
    tables[news] = hold(table, own, { reason: 'apart', sums: told.map(({ quantity }) => `* ${quantity}`) }, others);
  }
}

/** A crossed table before the whole one: it tells more. */
function newest(tables: readonly Settled[], fresh: readonly Fresh[], earlier: EarlierTables): number | undefined {
  const candidates = tables.flatMap((table, index) => {
    const { own, others } = earlierOf(fresh[index] as Fresh, earlier);
    const past = [...own, ...others];
    return !table.held && past.length > 0 && isNews(table, past) ? [{ index, crossed: table.published.breakdown !== null }] : [];
  });
  return (candidates.find(({ crossed }) => crossed) ?? candidates[0])?.index;
}

function isNews({ published, basis }: Settled, past: Earlier[]): boolean {
  const numbers = JSON.stringify([published.groups, basis]);
  return !past.some((one) => JSON.stringify([one.published.groups, one.basis]) === numbers);
}

/** Editions that say the same of the same count once. */
function standingsOf(tables: readonly { published: Standing['published']; basis?: Standing['basis'] }[]): Standing[] {
  const seen = new Map<string, Standing>();
  for (const { published, basis } of tables) if (basis && published.level === 'confidential') seen.set(JSON.stringify([published.id, published.groups, basis]), { published, basis });
  return [...seen.values()];
}
