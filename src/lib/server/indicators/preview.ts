import { attack } from '#lib/domain/confidentiality/attack.ts';
import { publishTables } from '#lib/domain/confidentiality/publish-tables.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import type { Indicator } from '#lib/domain/indicators/definition.ts';
import { gather } from '../editions/gather.ts';
import type { WorkshopReader } from '../db/databases.ts';
import type { FieldProblem } from './check.ts';

/** What an indicator would publish, every wave and breakdown, or why it cannot. Nothing is written. */
export async function previewIndicator(indicator: Indicator, db: WorkshopReader): Promise<{ tables: PublishedTable[]; problems: FieldProblem[] }> {
  const { waves, named } = await gather(db);
  try {
    const tables = publishTables(waves, [indicator], { named });
    return { tables, problems: attack(tables).length > 0 ? [{ field: 'breakdowns', code: 'discloses' }] : [] };
  } catch (failure) {
    // The definition does not fit the answers: an option or a number has no place in it.
    if (!(failure instanceof Error)) throw failure;
    return { tables: [], problems: [{ field: 'measure', code: 'compute' }] };
  }
}

/** The figure that readers would see first: whole, of the newest wave. */
export function firstTable(tables: PublishedTable[]): PublishedTable | undefined {
  return tables.filter(({ breakdown }) => breakdown === null).at(-1);
}
