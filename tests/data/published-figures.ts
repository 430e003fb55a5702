/**
 * Compares what was published in 2025 with what a data set gives. The arithmetic is done here, on plain values, so that
 * neither the generator nor the product judges itself.
 */

export type Figure = { id: string; value: number | string; base?: number };

/** One initiative of the census: `region` is an INSEE code, `startedOn` ISO 8601 as precise as known. */
export type CensusFact = { kind: string; region: string; startedOn?: string };

/** What one caisse answered; a member that is absent was not answered. */
export type AnswerFact = {
  lead?: string;
  participants?: number;
  objectives?: string[];
  annualBudget?: number;
  /** Percentages. */
  mix?: { self: number; private: number; public: number };
  /** Euros since the creation, by funder type; an absent type was left blank. */
  amounts?: Record<string, number>;
};

export type Comparison = { id: string; published: number | string; measured: number | string; agrees: boolean };

const TOP_REGIONS = ['75', '76', '84'];
const EQUIVALENT_TOTALS = 0.05;

/** One line per published figure, in its order. A figure without a rule here throws: none is passed over in silence. */
export function compareWithPublished(figures: Figure[], census: CensusFact[], answers: AnswerFact[]): Comparison[] {
  return figures.map((figure) => {
    const rule = RULES[figure.id];
    if (!rule) throw new RangeError(`no rule for the published figure ${figure.id}`);
    return { id: figure.id, published: figure.value, ...rule(figure, census, answers) };
  });
}

type Rule = (figure: Figure, census: CensusFact[], answers: AnswerFact[]) => { measured: number | string; agrees: boolean };

const RULES: Record<string, Rule> = {
  'census.initiatives': (figure, census) => same(figure, census.length),
  'census.caisses': (figure, census) => same(figure, census.filter((each) => each.kind === 'caisse').length),
  'wave.responses': (figure, _census, answers) => same(figure, answers.length),
  'objective.access': (figure, _census, answers) => {
    const answered = answers.flatMap((each) => (each.objectives ? [each.objectives] : []));
    const count = answered.filter((ticked) => ticked.includes('access')).length;
    return { measured: `${count}/${answered.length}`, agrees: count === figure.value && answered.length === figure.base };
  },
  'participants.20_to_50': (figure, _census, answers) => {
    const sizes = defined(answers.map((each) => each.participants));
    const inside = sizes.filter((size) => size >= 20 && size <= 50).length;
    return { measured: `${inside}/${sizes.length}`, agrees: sizes.length === figure.base && inside / sizes.length === figure.value };
  },
  'participants.over_300': (figure, _census, answers) => same(figure, defined(answers.map((each) => each.participants)).filter((size) => size > 300).length),
  'lead.association': (_figure, _census, answers) => {
    const count = answers.filter((each) => each.lead === 'association').length;
    return { measured: count, agrees: count * 2 > answers.length };
  },
  'lead.local_authority': (figure, _census, answers) => same(figure, answers.filter((each) => each.lead === 'collectivite').length),
  'budget.mix.self': meanShare('self'),
  'budget.mix.private': meanShare('private'),
  'budget.mix.public': meanShare('public'),
  'budget.median': (figure, _census, answers) => same(figure, median(defined(answers.map((each) => each.annualBudget)))),
  'funding.respondents': (figure, _census, answers) => same(figure, answers.filter((each) => each.amounts).length),
  // Published, and impossible: what must hold is that no count out of the base rounds to it.
  'funding.local_share': (figure) => {
    const base = figure.base ?? 0;
    const possible = Array.from({ length: base + 1 }, (_, count) => Math.round((100 * count) / base));
    return { measured: 'impossible', agrees: !possible.includes(Math.round(Number(figure.value) * 100)) };
  },
  'funding.private_total': (figure, _census, answers) => same(figure, total(answers, 'foundations_funds')),
  'funding.national_fewer': (_figure, _census, answers) => {
    const [national, departmental, local] = ['national', 'departmental', 'local'].map((type) => ({
      caisses: answers.filter((each) => (each.amounts?.[type] ?? 0) > 0).length,
      euros: total(answers, type)
    }));
    if (!national || !departmental || !local) return { measured: 'absent', agrees: false };
    const agrees = [departmental, local].every(
      (other) => national.caisses < other.caisses && Math.abs(other.euros - national.euros) <= EQUIVALENT_TOTALS * national.euros
    );
    return { measured: [national, departmental, local].map(({ caisses, euros }) => `${caisses}: ${euros} €`).join(' | '), agrees };
  },
  timing: (_figure, census) => {
    const known = census.filter((each) => each.startedOn);
    const inside = known.filter(({ startedOn = '' }) => startedOn.length >= 7 && startedOn.slice(0, 7) >= '2024-07' && startedOn.slice(0, 7) <= '2025-06');
    return { measured: `${inside.length}/${known.length}`, agrees: inside.length * 2 > census.length };
  },
  regions: (_figure, census) => {
    const counts = new Map<string, number>();
    for (const { region } of census) counts.set(region, (counts.get(region) ?? 0) + 1);
    const ordered = [...counts].sort((a, b) => b[1] - a[1]);
    const top = ordered.slice(0, 3).map(([region]) => region).sort();
    const clear = (ordered[2]?.[1] ?? 0) > (ordered[3]?.[1] ?? 0);
    const inTop = ordered.slice(0, 3).reduce((sum, [, count]) => sum + count, 0);
    return { measured: top.join(' '), agrees: clear && top.join() === TOP_REGIONS.join() && inTop * 2 > census.length };
  }
};

function same(figure: Figure, measured: number): { measured: number; agrees: boolean } {
  return { measured, agrees: measured === figure.value };
}

/** Mean over caisses of each one's share, to the unit of a percentage. */
function meanShare(part: 'self' | 'private' | 'public'): Rule {
  return (figure, _census, answers) => {
    const shares = defined(answers.map((each) => each.mix)).map((mix) => mix[part]);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    return { measured: mean, agrees: Math.round(mean) === Math.round(Number(figure.value) * 100) };
  };
}

function total(answers: AnswerFact[], type: string): number {
  return answers.reduce((sum, each) => sum + (each.amounts?.[type] ?? 0), 0);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function defined<T>(values: (T | undefined)[]): T[] {
  return values.filter((value): value is T => value !== undefined);
}
