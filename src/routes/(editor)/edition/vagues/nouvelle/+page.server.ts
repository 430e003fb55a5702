import { fail, redirect } from '@sveltejs/kit';
import { KINDS } from '#lib/domain/census/initiative.ts';
import { KIND_LABELS } from '#lib/domain/directory/labels.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Codebook, Question } from '#lib/domain/questionnaire/codebook.ts';
import { href } from '#lib/i18n/href.ts';
import { ReadingRefusal } from '#lib/reading/refusal.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { findCodebook, findWave, listWaves } from '#lib/server/queries/waves.ts';
import { settings } from '#lib/server/settings.ts';
import { createWave, readQuestionnaireFile } from '#lib/server/wave-intake/index.ts';
import type { Actions, PageServerLoad } from './$types';

type Problem = 'id' | 'title' | 'dates' | 'frame' | 'file';

export const load: PageServerLoad = (event) =>
  withRight(event, 'wave.deposit', async () => {
    const { lang } = event.locals;
    return { waves: (await listWaves()).map(({ id, title }) => ({ id, title: title[lang] })), kinds: KINDS.map((code) => ({ code, label: KIND_LABELS[code][lang] })) };
  });

/** The same questions again: each continues itself until an editor says otherwise. */
async function questionsOf(wave: string): Promise<Question[]> {
  const codebook = await findCodebook(wave);
  return (codebook?.content.questions ?? []).map((question) => ({
    ...question,
    crosswalk: [...(question.crosswalk ?? []), { wave, questions: [question.code], relation: 'same' as const, comparable: true }]
  }));
}

/** Questions of a file, or why there are none. */
async function readUpload(file: File, lang: 'fr' | 'en'): Promise<{ questions: Question[]; surveyId?: string; warnings: string[] } | { reason?: string }> {
  if (file.size > settings.uploadLimit) return {};
  try {
    const read = await readQuestionnaireFile(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!read || read.questions.length === 0) return {};
    return { questions: read.questions, warnings: read.problems, ...(read.surveyId ? { surveyId: read.surveyId } : {}) };
  } catch (failure) {
    if (!(failure instanceof ReadingRefusal)) throw failure;
    return { reason: failure.sentence(lang) };
  }
}

export const actions: Actions = {
  default: (event) =>
    withRight(event, 'wave.deposit', async (account) => {
      const { lang } = event.locals;
      const form = await event.request.formData();
      const text = (name: string): string => String(form.get(name) ?? '').trim();
      const values = { id: text('id'), title_fr: text('title_fr'), title_en: text('title_en'), opened: text('opened'), closed: text('closed'), statement_fr: text('statement_fr'), statement_en: text('statement_en'), from: text('from'), kinds: form.getAll('kinds').map(String) };
      const kinds = KINDS.filter((kind) => values.kinds.includes(kind));
      const day = /^\d{4}-\d{2}-\d{2}$/;
      const problems: Problem[] = [];
      if (!/^\d{4}(-[a-z0-9]+)*$/.test(values.id) || (await findWave(values.id))) problems.push('id');
      if (!values.title_fr && !values.title_en) problems.push('title');
      if (!day.test(values.opened) || !day.test(values.closed) || values.opened > values.closed) problems.push('dates');
      if (kinds.length === 0) problems.push('frame');
      const file = form.get('file');
      const uploaded = file instanceof File && file.size > 0 ? await readUpload(file, lang) : undefined;
      if (uploaded && !('questions' in uploaded)) problems.push('file');
      if (problems.length) return fail(400, { values, problems, reason: uploaded && 'reason' in uploaded ? uploaded.reason : undefined });
      const questions = uploaded && 'questions' in uploaded ? uploaded.questions : values.from ? await questionsOf(values.from) : [];
      const both = (fr: string, en: string): { fr: string; en: string } => ({ fr: fr || en, en: en || fr });
      const labels = both(kinds.map((kind) => KIND_LABELS[kind].fr).join(', '), kinds.map((kind) => KIND_LABELS[kind].en).join(', '));
      const codebook: Codebook = {
        wave: values.id,
        title: both(values.title_fr, values.title_en),
        ...(uploaded && 'questions' in uploaded && uploaded.surveyId ? { surveyId: uploaded.surveyId } : {}),
        openedOn: values.opened,
        closedOn: values.closed,
        frame: { kinds, statement: values.statement_fr || values.statement_en ? both(values.statement_fr, values.statement_en) : labels },
        provenance: 'real',
        questions
      };
      try {
        await createWave(codebook, account.email);
      } catch (failure) {
        if (!(failure instanceof DomainError)) throw failure;
        return fail(failure.status, { values, problems, sentence: failure.sentence(lang), reason: undefined });
      }
      redirect(303, href(`/edition/vagues/${values.id}/questionnaire`, { lang }));
    })
};
