import type { RequestEvent } from '@sveltejs/kit';
import { withRight } from '#lib/server/accounts/guard.ts';
import { questionnaireFile } from '#lib/server/wave-intake/template.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ods: 'application/vnd.oasis.opendocument.spreadsheet' };

/** The questionnaire of a wave as a workbook to fill in. */
export function templateResponse(event: RequestEvent<{ wave: string }>, format: 'xlsx' | 'ods'): Promise<Response> {
  return withRight(event, 'workshop.read', async () => {
    const { codebook } = await loadQuestionnaire(event.params.wave);
    const bytes = await questionnaireFile(codebook, format, event.locals.lang);
    return new Response(bytes as BodyInit, { headers: { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="modele-${codebook.wave}.${format}"` } });
  });
}
