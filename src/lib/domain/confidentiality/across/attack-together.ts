import { group } from 'd3-array';
import { feasibilityIntervals, type CellEquation } from '../feasibility.ts';
import { recover } from '../recover.ts';
import { DOMINANCE_PERCENT } from '../rules.ts';
import { Search } from '../search.ts';
import { isSmall, isUnsafeTick, MINIMUM } from '../unsafe.ts';
import { OutOfWork, type Work } from '../work.ts';
import { atomsOf, placeOf, slugOf, type Atom } from './atoms.ts';
import type { Standing } from './difference.ts';
import { sumsOf, type Sum } from './shown-cells.ts';
import { solvableUnions } from './solvable-unions.ts';

/** What is told of units that no rule lets be told: how many they are, and of what. */
export type Told = { table: string; quantity: string; units: string[]; /** Only to who knows what other units publish under their name. */ beside?: boolean };

/** Above this many unknowns the programs take the tables of each breakdown by themselves; above four times as many, sums are solved instead. */
const UNKNOWNS = 240;

/**
 * What can be found again of single units from all the tables of an indicator of a wave together, every breakdown and every edition: each number
 * shown is a sum over the parts into which the tables cut the units, and a part whose sum has one possible value (linear programming for counts,
 * subtraction for amounts) must keep the rules of a published cell. Stronger than `attack`, which does not see who stands behind a sum: the
 * reader is taken to know who answered and in which group each is, and not what they answered.
 *
 * @param judged every sum shown kept the rules of these units when it was released; false when a reader has learned of others since, who are taken out
 * @param search what it may spend, and where it says what it could not search to the end
 */
export function attackTogether(standings: readonly Standing[], judged = true, search = new Search()): Told[] {
  const view = viewOf(standings);
  return [...toldByCounts(view, search), ...toldBySums(view, judged, search)];
}

function toldByCounts(view: View, search: Search): Told[] {
  const { standings, whole } = view;
  const rows = new Set(standings.flatMap(({ basis }) => basis.groups[0]?.rows.map((row) => row.code) ?? []));
  const breakdowns = new Set(standings.map(({ basis }) => basis.breakdown));
  const size = whole.length * (adds(standings) ? rows.size : 1);
  const withPrograms = size <= UNKNOWNS * 4;
  if (!withPrograms) search.gaveUp('programs', standings.map(({ basis }) => basis.id));
  if (size <= UNKNOWNS || breakdowns.size <= 2) return examine(view, withPrograms, search);
  search.gaveUp('programs', standings.map(({ basis }) => basis.id));
  return [...breakdowns].flatMap((one) => (one === null ? [] : toldByCounts(viewOf(standings.filter(({ basis }) => basis.breakdown === null || basis.breakdown === one)), search)));
}

/** Each unit stands in exactly one row. */
function adds([first]: readonly Standing[]): boolean {
  return first !== undefined && !first.basis.multiple && (first.basis.measure === 'distribution' || first.basis.measure === 'classes');
}

/** Whether the tables were all made from the same answers. */
function haveOneAnswer(standings: readonly Standing[]): boolean {
  const answers = standings.map(({ basis }) => JSON.stringify([basis.groups[0]?.answered, basis.groups[0]?.rows, basis.groups[0]?.values]));
  return answers.every((each) => each === answers[0]);
}

type Placed = Sum & { at: number };

/** Tables with their sums, and the parts that they cut their units into: as a whole, and for one quantity. */
type View = { standings: readonly Standing[]; counts: Placed[]; amounts: Placed[]; whole: Atom[]; atomsFor: (quantity: string) => Atom[] };

function viewOf(standings: readonly Standing[]): View {
  const sums = standings.flatMap(({ published, basis }, at) => sumsOf(published, basis).map((sum): Placed => ({ ...sum, at })));
  const whole = atomsOf(standings);
  return {
    standings,
    whole,
    // Where every answer is the same throughout, the tables cut their units alike for every quantity.
    atomsFor: haveOneAnswer(standings) ? () => whole : (quantity) => atomsOf(standings, quantity),
    counts: sums.filter(({ kind, quantity }) => kind === 'count' && quantity.startsWith('count ') && quantity.split(' ').length === 2),
    amounts: sums.filter(({ kind, quantity }) => kind === 'amount' && !quantity.includes(' family ') && !quantity.includes(' type '))
  };
}

const byQuantity = (all: Placed[]): [string, Placed[]][] => [...group(all, ({ quantity }) => quantity)];

function examine({ standings, counts, whole, atomsFor }: View, withPrograms: boolean, search: Search): Told[] {
  if (adds(standings)) return toldCounts(counts, whole, standings, withPrograms, search);
  return byQuantity(counts).flatMap(([quantity, each]) => toldCounts(each, atomsFor(quantity), standings, withPrograms, search));
}

function toldBySums({ standings, counts, amounts, atomsFor }: View, judged: boolean, search: Search): Told[] {
  return byQuantity([...counts, ...amounts]).flatMap(([quantity, each]) => toldUnions(each, atomsFor(quantity), standings, judged, search));
}

function inside(sum: Placed, atoms: Atom[]): Atom[] {
  return atoms.filter(({ places }) => places.has(placeOf(sum.at, sum.group)));
}

/** Nobody gave it, and that is no secret: it is shown as zero, or three at least are left who did not. */
function isNothing({ parts, zero, base }: Sum): boolean {
  return parts.size === 0 && (zero || base.length >= MINIMUM);
}

/** What the units of an atom bring to a sum: how many of them, how much in all, the largest. */
type Brought = { units: number; parts: number; total: number; largest: number };

function broughtBy(atom: Atom, sums: Placed[]): Brought {
  const sum = sums.find((each) => atom.places.has(placeOf(each.at, each.group)));
  const brought = { units: atom.units.length, parts: 0, total: 0, largest: 0 };
  for (const unit of sum ? atom.units : []) {
    const part = sum?.parts.get(slugOf(unit));
    if (part === undefined) continue;
    brought.parts += 1;
    brought.total += part;
    brought.largest = Math.max(brought.largest, part);
  }
  return brought;
}

function together(all: readonly Brought[]): Brought {
  return all.reduce((sum, each) => ({ units: sum.units + each.units, parts: sum.parts + each.parts, total: sum.total + each.total, largest: Math.max(sum.largest, each.largest) }), { units: 0, parts: 0, total: 0, largest: 0 });
}

/** The largest and the total are all that the rule of dominance looks at. */
function isUnsafe({ units, parts, total, largest }: Brought, kind: Sum['kind']): boolean {
  return kind === 'count' ? isUnsafeTick(parts, units) : isSmall(parts) || 100 * largest - DOMINANCE_PERCENT * total > 1e-10 * total;
}

function toldCounts(sums: Placed[], atoms: Atom[], standings: readonly Standing[], withPrograms: boolean, search: Search): Told[] {
  const byQuantity = group(sums, ({ quantity }) => quantity);
  const quantities = [...byQuantity.keys()];
  const of = (quantity: string, atom: Atom): string => `${quantity}@${atom.id}`;
  const shown = sums.filter((sum) => sum.shown);
  const published = new Map(shown.map((sum, index) => [`s${index}`, sum.parts.size]));
  const zero = new Set(shown.filter(isNothing).flatMap((sum) => inside(sum, atoms).map((atom) => of(sum.quantity, atom))));
  const equations: CellEquation[] = shown.map((sum, index) => [{ cell: `s${index}`, coefficient: -1 }, ...inside(sum, atoms).map((atom) => ({ cell: of(sum.quantity, atom), coefficient: 1 }))]);
  if (adds(standings)) {
    for (const atom of atoms) {
      published.set(atom.id, atom.units.length);
      equations.push([{ cell: atom.id, coefficient: -1 }, ...quantities.map((quantity) => ({ cell: of(quantity, atom), coefficient: 1 }))]);
    }
  }
  const size = new Map(quantities.flatMap((quantity) => atoms.map((atom) => [of(quantity, atom), atom.units.length] as const)));
  const targets = quantities.flatMap((quantity) =>
    atoms.flatMap((atom) => {
      const unsafe = isUnsafe(broughtBy(atom, byQuantity.get(quantity) ?? []), 'count') && !zero.has(of(quantity, atom));
      return unsafe ? [{ cell: of(quantity, atom), quantity, atom }] : [];
    })
  );
  if (targets.length === 0) return [];
  const system = { published, equations, size };
  const found = withPrograms ? placed({ ...system, cells: [...size.keys()], targets: targets.map(({ cell }) => cell) }, search.programs) : solved(system);
  if (!found) {
    search.gaveUp('programs', standings.map(({ basis }) => basis.id));
    return toldCounts(sums, atoms, standings, false, search);
  }
  return targets.filter(({ cell }) => found.has(cell)).map(({ quantity, atom }) => ({ table: tableOf(atom, standings), quantity, units: atom.units.map(slugOf) }));
}

type System = { published: Map<string, number>; equations: CellEquation[]; size: Map<string, number> };

function within<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof OutOfWork) return undefined;
    throw failure;
  }
}

/** Targets that have one possible value; undefined when there is no work left to know. */
function placed({ cells, published, equations, size, targets }: System & { cells: string[]; targets: string[] }, work: Work): Set<string> | undefined {
  const intervals = within(() => feasibilityIntervals({ hidden: cells, published, equations, atMost: size, integer: true, only: targets, work }));
  return intervals && new Set(targets.filter((cell) => (intervals.get(cell)?.high ?? 1) - (intervals.get(cell)?.low ?? 0) < 1e-6));
}

function solved({ published, equations, size }: System): Set<string> {
  const known = [...published].map(([id, value]) => ({ id, value, primary: false }));
  const unknown = [...size].map(([id, cap]) => ({ id, value: 0, cap, primary: true }));
  const sums = equations.map((equation) => ({ total: equation[0]?.cell ?? '', parts: equation.slice(1).map(({ cell }) => cell) }));
  return new Set(recover({ cells: [...known, ...unknown], equations: sums }, new Set(size.keys())).keys());
}

/** Unions of parts whose sum can be made, and may not be told; those that are shown as they are have been judged when they were released. */
function toldUnions(sums: Placed[], all: Atom[], standings: readonly Standing[], judged: boolean, search: Search): Told[] {
  const [first] = sums;
  const shown = sums.filter((sum) => sum.shown);
  if (!first || shown.length === 0) return [];
  // A sum that is shown as zero tells that all of its parts are.
  const nothing = new Set(shown.filter(isNothing).flatMap((sum) => inside(sum, all)));
  const atoms = all.filter((atom) => !nothing.has(atom));
  const covers = shown.map((sum) => atoms.flatMap((atom, at) => (atom.places.has(placeOf(sum.at, sum.group)) ? [at] : [])));
  const asShown = new Set(judged ? covers.map((cover) => cover.join(' ')) : []);
  const brought = atoms.map((atom) => broughtBy(atom, sums));
  const givenUp = (): void => search.gaveUp('unions', standings.map(({ basis }) => basis.id));
  return solvableUnions(atoms.length, covers, search.unions, givenUp).flatMap((union) => {
    if (asShown.has(union.join(' ')) || !isUnsafe(together(union.map((at) => brought[at] as Brought)), first.kind)) return [];
    const made = union.map((at) => atoms[at] as Atom);
    return [{ table: tableOf(made.at(-1) as Atom, standings), quantity: first.quantity, units: made.flatMap((atom) => atom.units.map(slugOf)) }];
  });
}

function tableOf(atom: Atom, standings: readonly Standing[]): string {
  const last = [...atom.places].map((place) => Number(place.split('|')[0])).sort((a, b) => b - a)[0] ?? 0;
  return standings[last]?.basis.id ?? '';
}
