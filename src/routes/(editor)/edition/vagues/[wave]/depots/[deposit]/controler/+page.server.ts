import { withRight } from '#lib/server/accounts/guard.ts';
import { prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { decide } from '../decide.ts';
import { groupFindings } from './groups.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { findings, accounting, counts } = await prepareDeposit(event.params.deposit);
    const asked = event.url.searchParams.get('niveau');
    const level = asked === 'blocking' || asked === 'acknowledge' || asked === 'information' ? asked : undefined;
    return {
      accounting,
      counts,
      level,
      unknownLevel: asked !== null && !level ? asked : undefined,
      total: findings.length,
      groups: groupFindings(level ? findings.filter((finding) => finding.level === level) : findings, event.locals.lang)
    };
  });

export const actions: Actions = {
  /** Each finding has its own box; the form of a rule says which boxes it showed, so that an empty one is a choice too. */
  acknowledge: (event) =>
    decide(event, (decisions, form) => {
      const shown = new Set(form.getAll('shown').map(String));
      const seen = form.getAll('seen').map(String);
      const kept = (decisions.acknowledged ?? []).filter((key) => !shown.has(key));
      return { ...decisions, acknowledged: [...kept, ...seen] };
    }),

  correct: (event) =>
    decide(event, (decisions, form) => {
      const corrections = { ...decisions.corrections };
      const rows = { ...decisions.rows };
      for (const [name, value] of form) {
        const text = String(value).trim();
        if (name.startsWith('c:') && text !== '') corrections[name.slice(2)] = text;
        if (name.startsWith('x:')) rows[Number(name.slice(2))] = 'exclude';
      }
      return { ...decisions, corrections, rows };
    }),

  undo: (event) =>
    decide(event, (decisions, form) => {
      const { [String(form.get('cell'))]: removed, ...corrections } = decisions.corrections ?? {};
      void removed;
      return { ...decisions, corrections };
    })
};
