import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/href.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { workshop } from '#lib/server/db/databases.ts';
import { readAllIndicators } from '#lib/server/editions/indicators.ts';
import { checkIndicator } from '#lib/server/indicators/check.ts';
import { currentCodebooks } from '#lib/server/indicators/codebooks.ts';
import { readFields, type IndicatorFields } from '#lib/server/indicators/fields.ts';
import { firstTable, previewIndicator } from '#lib/server/indicators/preview.ts';
import { storeIndicator } from '#lib/server/queries/indicators.ts';

/** What the address of the form says, whatever the form itself holds. */
type Fixed = Partial<Pick<IndicatorFields, 'id' | 'question'>>;

async function read(event: RequestEvent, fixed: Fixed) {
  const db = workshop();
  const fields = { ...readFields(await event.request.formData()), ...fixed };
  const [codebooks, indicators] = await Promise.all([currentCodebooks(db), readAllIndicators(db)]);
  const { indicator, problems } = checkIndicator(fields, { codebooks, indicators, ...(fixed.id === undefined ? {} : { own: fixed.id }) });
  if (!indicator) return { fields, problems };
  const preview = await previewIndicator(indicator, db);
  // Changing the words of a retired indicator does not put it back.
  const retired = indicators.find(({ id }) => id === fixed.id)?.retired;
  return { fields, indicator: { ...indicator, ...(retired ? { retired } : {}) }, problems: preview.problems, tables: preview.tables };
}

/** The figure that the form would give; writes nothing. */
export function previewAction(event: RequestEvent, fixed: Fixed) {
  return withRight(event, 'indicator.edit', async () => {
    const { fields, problems, tables } = await read(event, fixed);
    if (problems.length > 0) return fail(400, { fields, problems });
    return { fields, problems, preview: { table: firstTable(tables ?? []), tables: tables?.length ?? 0 } };
  });
}

/** Stores the indicator of the form, unless something is wrong with it. */
export function saveAction(event: RequestEvent, fixed: Fixed) {
  return withRight(event, 'indicator.edit', async (account) => {
    const { fields, indicator, problems } = await read(event, fixed);
    if (!indicator || problems.length > 0) return fail(400, { fields, problems });
    await storeIndicator(indicator, 'indicator.save', account.email);
    redirect(303, href(`/edition/indicateurs?enregistre=${indicator.id}`, { lang: event.locals.lang }));
  });
}
