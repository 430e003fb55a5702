/** `{{objectives.access.n}}`, with optional `@2025` (wave), `|lead_type=association` (group) and `=28` (value when it was written). */
export type Placeholder = {
  /** As it stands in the text. */
  source: string;
  indicator: string;
  row?: string;
  member: Member;
  wave?: string;
  breakdown?: string;
  group?: string;
  expected?: string;
};

/**
 * What a number of a table can be: `n` (caisses), `base` (its denominator), `share`; `total`, `median`, `mean`, `q1`, `q3`; `low` and
 * `high` (whatever the silent ones do); `answered`, `respondents`, `population`; `part` (mean share), `part_of_total`.
 */
export const MEMBERS = ['n', 'base', 'share', 'total', 'median', 'mean', 'q1', 'q3', 'low', 'high', 'answered', 'respondents', 'population', 'part', 'part_of_total'] as const;
export type Member = (typeof MEMBERS)[number];

/** Every pair of double braces of a text. */
export const BRACES = /\{\{([^{}]*)\}\}/g;

const SHAPE = /^\s*(\w+)(?:\.(\w+))?\.(\w+)\s*(?:@\s*([\w-]+))?\s*(?:\|\s*(\w+)\s*=\s*(\w+))?\s*(?:=\s*([^=|@]+?))?\s*$/;

/** Reads what stands between double braces; undefined when it names no number. */
export function parsePlaceholder(source: string): Placeholder | undefined {
  const found = SHAPE.exec(source.replace(/^\{\{|\}\}$/g, ''));
  if (!found) return undefined;
  const [, indicator = '', row, member = '', wave, breakdown, group, expected] = found;
  if (!(MEMBERS as readonly string[]).includes(member)) return undefined;
  return {
    source,
    indicator,
    member: member as Member,
    ...(row ? { row } : {}),
    ...(wave ? { wave } : {}),
    ...(breakdown && group ? { breakdown, group } : {}),
    ...(expected ? { expected } : {})
  };
}
