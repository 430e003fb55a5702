import type { Initiative } from '#lib/domain/census/initiative.ts';

export type FieldChange = { initiative: string; field: string; before: string | null; after: string | null };

const FIELDS = [
  'name', 'kind', 'status', 'provenance', 'places', 'territory', 'startedOn', 'endedOn', 'leadName', 'leadType', 'participants',
  'contribution', 'allocation', 'fundingFacts', 'confidence', 'sources', 'verifiedOn'
] as const satisfies (keyof Initiative)[];

function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, (_, part: unknown) => (isPlain(part) ? sorted(part) : part));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same value written with its members in another order is the same value. */
function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What changes, field by field, from the census as it stands. A new initiative is one change of its `slug`. */
export function diffCensus(before: Initiative[], after: Initiative[]): FieldChange[] {
  const known = new Map(before.map((item) => [item.slug, item]));
  return after.flatMap((item): FieldChange[] => {
    const old = known.get(item.slug);
    if (!old) return [{ initiative: item.slug, field: 'slug', before: null, after: item.slug }];
    return FIELDS.flatMap((field) => {
      const values = { before: asText(old[field]), after: asText(item[field]) };
      return values.before === values.after ? [] : [{ initiative: item.slug, field, ...values }];
    });
  });
}
