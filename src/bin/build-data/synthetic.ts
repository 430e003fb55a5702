import type { Kind, LeadType, Status } from '#lib/domain/census/initiative.ts';
import { communeDrawer, readGroupings, TERRITORY_TYPES, type RealCommune, type TerritoryType } from './communes.ts';
import { spread } from './exact.ts';
import type { Random } from './random.ts';
import { startDate } from './start-dates.ts';
import {
  CAISSES_BY_REGION, OTHER_LEADS, OTHERS_BY_KIND, OTHERS_BY_REGION, RESPONDENT_LEADS, RESPONDENT_TERRITORIES, SILENT
} from './synthetic-plan.ts';

/** An invented initiative, on real communes. */
export type Synthetic = {
  /** Its line in the census of 105, in its name: nobody takes "Initiative synthétique 042" for a real one. */
  number: number;
  slug: string;
  name: string;
  kind: Kind;
  status: Status;
  lead: LeadType;
  territory: TerritoryType;
  /** The seat first. */
  communes: RealCommune[];
  /** ISO 8601, empty when unknown. */
  startedOn: string;
  answers2025: boolean;
};

type Spec = Pick<Synthetic, 'kind' | 'lead' | 'territory' | 'answers2025'> & { region: string };

/** The invented initiatives, numbered from `first`; caisses come before the others. */
export function syntheticInitiatives(random: Random, communes: RealCommune[], taken: Set<string>, first: number): Synthetic[] {
  const draw = communeDrawer(communes, random, taken);
  const groupings = readGroupings();
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  return [...random.shuffle(caisses(random)), ...others(random)].map((spec, index) => {
    const number = first + index;
    const seat = draw(spec.region, spec.territory);
    const label = String(number).padStart(3, '0');
    const status = statusOf(random, spec);
    return {
      number,
      slug: `initiative-synthetique-${label}`,
      name: `Initiative synthétique ${label}`,
      kind: spec.kind,
      status,
      lead: spec.lead,
      territory: spec.territory,
      communes: [seat, ...around(seat)],
      startedOn: startDate(random, spec.answers2025, status),
      answers2025: spec.answers2025
    };
  });

  /** Half of the rural initiatives, and some others, cover a few communes of the same grouping. */
  function around(seat: RealCommune): RealCommune[] {
    const wide = random.chance(seat.population < 5_000 ? 0.5 : 0.15);
    if (!wide) return [];
    const members = (groupings.get(seat.code)?.members ?? []).flatMap((code) => byCode.get(code) ?? []);
    const free = random.shuffle(members.filter((member) => !taken.has(member.code) && member.population >= 200));
    const chosen = free.slice(0, random.integer(1, 3));
    for (const commune of chosen) taken.add(commune.code);
    return chosen;
  }
}

function caisses(random: Random): Spec[] {
  const regions = spread(random, CAISSES_BY_REGION);
  const leads = [...spread(random, RESPONDENT_LEADS), ...SILENT.map((each) => each.lead)];
  const territories = [...spread(random, RESPONDENT_TERRITORIES), ...SILENT.map((each) => each.territory)];
  return leads.map((lead, index) => ({
    kind: 'caisse',
    lead,
    territory: territories[index] ?? 'rural',
    region: (regions[index] ?? '').slice(1),
    answers2025: index < leads.length - SILENT.length
  }));
}

function others(random: Random): Spec[] {
  const regions = spread(random, OTHERS_BY_REGION);
  const kinds = spread(random, OTHERS_BY_KIND) as Exclude<Kind, 'caisse'>[];
  return kinds.map((kind, index) => ({
    kind,
    lead: random.pick(OTHER_LEADS[kind]),
    territory: random.pick(TERRITORY_TYPES),
    region: (regions[index] ?? '').slice(1),
    answers2025: false
  }));
}

function statusOf(random: Random, spec: Spec): Status {
  if (spec.answers2025) return random.chance(0.92) ? 'active' : 'terminee';
  if (spec.kind === 'caisse') return 'preparation';
  if (spec.kind === 'groupe_local') return random.pick(['preparation', 'preparation', 'reflexion']);
  return random.pick(['active', 'active', 'active', 'active', 'terminee', 'inconnu']);
}
