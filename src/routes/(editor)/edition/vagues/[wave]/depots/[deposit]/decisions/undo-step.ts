import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { withRight } from '#lib/server/accounts/guard.ts';
import { undoDecisions } from '#lib/server/wave-intake/index.ts';

/** Takes back the step that the form names. What changed again since is left, and said. */
export function undoStep(event: RequestEvent<{ deposit: string; wave: string }>): Promise<{ saved: true; superseded: number } | ActionFailure<{ sentence: string }>> {
  return withRight(event, 'wave.deposit', async (account) => {
    const form = await event.request.formData();
    try {
      const { superseded } = await undoDecisions(event.params.deposit, Number(form.get('step')), account.email);
      return { saved: true as const, superseded };
    } catch (failure) {
      if (!(failure instanceof DomainError)) throw failure;
      return fail(failure.status, { sentence: failure.sentence(event.locals.lang) });
    }
  });
}
