import { withRight } from '#lib/server/accounts/guard.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { listDeposits } from '#lib/server/queries/deposits.ts';
import { findCodebook, findWave } from '#lib/server/queries/waves.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { wave: id } = event.params;
    const { lang } = event.locals;
    const [wave, codebook, deposits] = await Promise.all([findWave(id), findCodebook(id), listDeposits(id)]);
    if (!wave || !codebook) throw new DomainError('wave_unknown', { wave: id });
    return {
      wave: { id, title: wave.title[lang], openedOn: wave.openedOn, closedOn: wave.closedOn, synthetic: wave.provenance === 'synthetic', responses: wave.responses, frame: wave.frame },
      statement: codebook.content.frame.statement[lang],
      version: codebook.version,
      questions: codebook.content.questions.map((question) => ({
        code: question.code,
        label: question.label[lang],
        type: question.type,
        level: question.level,
        options: question.options?.length ?? 0
      })),
      deposits: deposits.map(({ id, filename, at, actor, status, size }) => ({ id, filename, at, actor, status, size }))
    };
  });
