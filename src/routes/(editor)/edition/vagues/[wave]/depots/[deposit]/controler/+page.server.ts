import { withRight } from '#lib/server/accounts/guard.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { correctCells } from '#lib/server/wave-intake/corrections.ts';
import { findingSentences, prepareDeposit } from '#lib/server/wave-intake/index.ts';
import { listDecisionSteps } from '#lib/server/queries/intake.ts';
import { nameChange } from '#lib/server/wave-intake/decision-names.ts';
import { decide } from '../decide.ts';
import { undoStep } from '../decisions/undo-step.ts';
import { confirmable, decidable, FINDINGS_A_PAGE, groupFindings, matchesFilter, type FindingFilter } from './groups.ts';
import type { Actions, PageServerLoad } from './$types';

const LEVELS = ['blocking', 'acknowledge', 'information'] as const;
const KNOWN = ['niveau', 'regle', 'colonne', 'page', 'deja'];

/** What the address asks for, and what of it means nothing. */
function readFilter({ searchParams }: URL): { filter: FindingFilter; unknown: string[] } {
  const level = LEVELS.find((each) => each === searchParams.get('niveau'));
  const column = Number(searchParams.get('colonne') ?? Number.NaN);
  const page = Number(searchParams.get('page') ?? 1);
  const wrong = [
    searchParams.has('niveau') && !level ? 'niveau' : '',
    searchParams.has('colonne') && !Number.isInteger(column) ? 'colonne' : '',
    Number.isInteger(page) && page > 0 ? '' : 'page'
  ].filter(Boolean);
  const unknown = [...[...searchParams.keys()].filter((name) => !KNOWN.includes(name) && !name.startsWith('/')), ...wrong].map((name) => `${name}=${searchParams.get(name) ?? ''}`);
  return { filter: { level, rule: searchParams.get('regle') ?? undefined, column: Number.isInteger(column) ? column : undefined, page: wrong.includes('page') ? 1 : page }, unknown };
}

export const load: PageServerLoad = (event) =>
  withRight(event, 'workshop.read', async () => {
    const { findings, codebook, accounting, counts, corrections, taken } = await prepareDeposit(event.params.deposit);
    const { lang } = event.locals;
    const { filter, unknown } = readFilter(event.url);
    const shown = findings.filter(matchesFilter(filter));
    const pages = Math.max(1, Math.ceil(shown.length / FINDINGS_A_PAGE));
    const page = Math.min(filter.page, pages);
    const rules = new Map<string, { code: string; label: string; count: number }>();
    const columns = new Map<number, { column: number; header: string; count: number }>();
    for (const finding of findings.filter(matchesFilter({ level: filter.level, page: 1 }))) {
      const rule = rules.get(finding.code) ?? { code: finding.code, label: findingSentences(finding, lang, codebook).rule, count: 0 };
      rules.set(finding.code, { ...rule, count: rule.count + 1 });
      const { column, header = '' } = finding.where;
      if (column !== undefined) columns.set(column, { column, header, count: (columns.get(column)?.count ?? 0) + 1 });
    }
    return {
      accounting,
      counts,
      corrections,
      taken: taken.length,
      filter: { ...filter, page },
      unknown,
      pages,
      total: findings.length,
      shown: shown.length,
      rules: [...rules.values()],
      columns: [...columns.values()].sort((a, b) => a.column - b.column),
      steps: (await listDecisionSteps(event.params.deposit, undefined, 6)).map(({ id, at, actor, changes, undoes }) => ({ id, at, actor, changes: changes.slice(0, 4).map((change) => nameChange(change, codebook, lang)), count: changes.length, undoes })),
      // A column's findings are not all of their rule: nothing is confirmed beyond what is counted.
      groups: groupFindings(shown, codebook, lang, page).map((group) => (filter.column === undefined ? group : { ...group, unsettled: 0 }))
    };
  });

export const actions: Actions = {
  /**
   * The form of a rule: each finding has its own box, and says which boxes it showed, so that an empty one is a choice too;
   * each cell has its own field, and says nothing when it was left as it stood. Its button `all` also settles whatever of the
   * rule only waits to be confirmed, on other pages too.
   */
  settle: (event) =>
    decide(event, (decisions, form, { findings }) => {
      const shown = new Set(form.getAll('shown').map(String));
      const confirmed = findings.filter((finding) => `${finding.level} ${finding.code}` === form.get('all') && confirmable(finding));
      const seen = [...form.getAll('seen').map(String), ...confirmed.flatMap(({ level, key }) => (level === 'acknowledge' ? [key] : []))];
      const kept = (decisions.acknowledged ?? []).filter((key) => !shown.has(key));
      const cells = [...form].flatMap(([name, value]) => (name.startsWith('c:') ? [[name.slice(2), String(value)] as [string, string]] : []));
      const known = new Map(findings.flatMap(({ where, cell, original }) => (cell === undefined ? [] : [[`${where.row}:${where.column}`, { cell, original: original ?? cell }] as const])));
      const rows = { ...decisions.rows };
      for (const [name] of form) if (name.startsWith('x:')) rows[Number(name.slice(2))] = 'exclude';
      const allowed = new Set(findings.flatMap((finding) => decidable(finding)?.key ?? []));
      const asks = { ...decisions.asks, ...Object.fromEntries([...form.getAll('decide').map(String), ...confirmed.flatMap((finding) => decidable(finding)?.key ?? [])].filter((key) => allowed.has(key)).map((key) => [key, 'accept'])) };
      return { ...decisions, acknowledged: [...new Set([...kept, ...seen])], corrections: correctCells(decisions.corrections, cells, known), rows, asks };
    }),

  restore: (event) =>
    decide(event, (decisions, form) => {
      const { [String(form.get('cell'))]: removed, ...corrections } = decisions.corrections ?? {};
      if (removed === undefined) throw new DomainError('not_found');
      return { ...decisions, corrections };
    }),

  undo: undoStep
};
