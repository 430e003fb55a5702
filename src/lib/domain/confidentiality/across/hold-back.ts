import type { ComputedTable } from '../../indicators/computed.ts';
import type { PublishedTable } from '../published.ts';
import { asOfText } from './as-of-text.ts';
import { basisOf, restore, unitsApart, type TableBasis } from './basis.ts';
import { closedTable } from './close-row.ts';
import { knownSets } from '../named/known-sets.ts';
import type { Named } from '../named/named.ts';
import { basisWithout } from '../named/without-units.ts';
import { addsNothing, tellingDifference, type Standing, type Telling } from './difference.ts';

/** A table of the next edition before it is set against the earlier ones. */
export type Fresh = { computed: ComputedTable; published: PublishedTable };

/** A table of an earlier edition; its basis is not known of editions published before bases were kept. */
export type Earlier = { version: string; withdrawn: boolean; published: PublishedTable; basis?: TableBasis };

/**
 * Why a table stays as it was. `few`: one or two answers make the difference; `apart`: more, but a subtraction would tell them
 * apart; `unknown`: who stood behind the earlier one is not known.
 */
export type HeldReason = 'few' | 'apart' | 'unknown';

export type Held = {
  table: string;
  reason: HeldReason;
  /** Edition whose numbers stand; undefined when no edition may be carried on, and everything is hidden. */
  version?: string;
  /** Units that joined, left or answered otherwise since: how many are not yet counted. */
  waiting: number;
  /** Sums that would tell, `* count regional`. */
  sums: string[];
};

/** What the next edition publishes of a table; `basis` is undefined when it is not known. */
export type Settled = Fresh & { basis?: TableBasis; held?: Held };

/**
 * A table of the next edition, or the one published before in its place when both together would tell of one or two units. Open tables pass: nothing of
 * theirs is protected. `own` holds every edition that published the table, oldest first, withdrawn ones too: they have been read; `others`, tables of the same
 * question under other indicators; `named`, whoever is known for its objectives once the edition is published.
 */
export function holdBack(fresh: Fresh, own: readonly Earlier[], others: readonly Earlier[] = [], named: Named = new Map()): Settled {
  const basis = basisOf(fresh.computed);
  if (fresh.published.level !== 'confidential') return { ...fresh, basis };
  let worst: { reason: HeldReason; sums: string[] } | undefined;
  for (const one of [...own, ...others]) {
    for (const found of one.basis ? differences({ published: one.published, basis: one.basis }, { published: fresh.published, basis }, named) : [unknown(one, fresh)]) {
      if (found && (!worst || WEIGHT[found.reason] > WEIGHT[worst.reason])) worst = found;
    }
  }
  return worst ? hold(fresh, own, worst, others) : { ...fresh, basis };
}

const WEIGHT: Record<HeldReason, number> = { apart: 1, unknown: 2, few: 3 };

/** What the difference tells, to who knows nothing else and to who also knows what is published under a name. */
function differences(before: Standing, after: Standing, named: Named): (Telling | undefined)[] {
  const left = ({ published, basis }: Standing, known: ReadonlySet<string>): Standing => ({ published, basis: basisWithout(basis, known) });
  return knownSets([before.basis, after.basis], named).map((known) => tellingDifference(left(before, known), left(after, known)));
}

function unknown({ published }: Earlier, fresh: Fresh): { reason: HeldReason; sums: string[] } | undefined {
  return addsNothing(published, fresh.published) ? undefined : { reason: 'unknown', sums: [] };
}

/**
 * Puts the last edition's table in the place of a fresh one; everything is hidden when the last one was withdrawn, was published as open, or is of another
 * indicator.
 */
export function hold(fresh: Fresh, own: readonly Earlier[], { reason, sums }: { reason: HeldReason; sums: string[] }, others: readonly Earlier[] = []): Settled {
  const kept = [...own].reverse().find((one) => !one.withdrawn && one.published.level === 'confidential');
  const from = kept ?? own.at(-1) ?? others.at(-1);
  if (!from) return { ...fresh, basis: basisOf(fresh.computed) };
  const waiting = from.basis ? unitsApart(from.basis, basisOf(fresh.computed)).length : 0;
  const version = kept && (kept.published.asOf?.version ?? kept.version);
  const asOf = { reason, waiting, ...(version ? { version } : {}) };
  const stands = kept ? kept.published : closedTable({ ...fresh.published, groups: from.published.groups });
  const said = stands.asOf && asOfText(stands.asOf).fr;
  const published = { ...stands, asOf, caveats: [...stands.caveats.filter((caveat) => caveat.fr !== said), asOfText(asOf)] };
  return {
    computed: from.basis ? restore({ ...from.basis, id: fresh.computed.id }, fresh.computed) : fresh.computed,
    published,
    ...(from.basis ? { basis: from.basis } : {}),
    held: { table: published.id, sums, ...asOf }
  };
}
