import { DomainError } from '#lib/domain/errors.ts';
import type { Match } from '#lib/domain/census/matching.ts';
import { FINDING_LEVELS, type Finding } from '#lib/domain/waves/finding.ts';
import type { FileBytes } from '#lib/reading/file-bytes.ts';
import { ReadingRefusal } from '#lib/reading/refusal.ts';
import type { Interpretation, Reading } from '#lib/reading/types.ts';
import type { WorkshopReader } from '../db/databases.ts';
import { findDeposit, readDepositFile, type Deposit } from '../queries/deposits.ts';
import { readMatchable } from '../queries/matchable.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { findCodebook, otherCodebooks } from '../queries/waves.ts';
import type { Progress } from '../workers/progress.ts';
import { readRemembered } from '../queries/intake.ts';
import { AttachedResponse, isMatched } from './attached-response.ts';
import { completeFromMemory, completeMatches, lessons, type TakenOver } from './memory.ts';
import { otherDepositFindings } from './other-deposits.ts';
import { checkDeposit } from './response-checks.ts';
import { findingKey } from '#lib/reading/apply/collector.ts';
import { listCorrections, withCells } from './corrections.ts';
import { interpret } from './interpret.ts';
import { matchInterpretation } from './match.ts';
import { openPacked } from './packed-file.ts';
import { packMatches, type PackedMatches } from './packed-matches.ts';
import { MOST_FINDINGS, type FindingView, type Preparation, type Prepared, type ReadingView } from './preparation.ts';

const NOTHING: Interpretation = {
  mapping: [],
  responses: [],
  findings: [],
  accounting: { rowsRead: 0, responses: 0, ignoredRows: [], nonEmptyCells: 0, importedCells: 0, ignoredCells: [] }
};

function view({ grid, responseRows, ...rest }: Reading): ReadingView {
  const { rows, ...container } = grid;
  void responseRows;
  return { ...rest, grid: container, sample: rows.slice(0, 20), rows: rows.length };
}

/** Matches with who answered and the names of initiatives; they stand in the order of the respondents. */
function viewMatches(matches: Match[], respondents: Interpretation['responses'], nameOf: (slug: string) => string): PackedMatches {
  return packMatches(matches, (at) => {
    const { candidates, ...match } = matches[at]!;
    return { ...match, candidates: candidates.map((each) => ({ ...each, name: nameOf(each.slug) })), identity: respondents[at]!.identity, ...(match.slug ? { initiativeName: nameOf(match.slug) } : {}) };
  });
}

/** Rows that matching leaves out are left out in a second pass of the same arithmetic, so that cells are accounted for too. */
function leaveOut(interpretation: Interpretation, matches: Match[], apply: (matches: Record<number, string>) => Interpretation): Interpretation {
  const out = matches.filter(({ outcome }) => outcome === 'duplicate' || outcome === 'not_in_frame').map(({ row, outcome }) => [row, outcome] as const);
  return out.length === 0 ? interpretation : apply(Object.fromEntries(out));
}

function viewFindings(findings: Finding[], acknowledged: string[] = []): FindingView[] {
  const seen = new Set(acknowledged);
  const rank = (finding: Finding): number => FINDING_LEVELS.indexOf(finding.level);
  return findings
    .map((finding) => ({ ...finding, key: findingKey(finding), acknowledged: finding.level === 'acknowledge' && seen.has(findingKey(finding)) }))
    .sort((a, b) => rank(a) - rank(b) || (a.where.row ?? 0) - (b.where.row ?? 0) || (a.where.column ?? 0) - (b.where.column ?? 0));
}

function refusal(file: string, error: ReadingRefusal): Finding {
  return { code: 'file_refused', level: 'blocking', where: { file }, details: { reason: error.code, sentence_fr: error.sentence('fr'), sentence_en: error.sentence('en') } };
}

/**
 * A file to prepare: stored already, or about to be in the transaction that commits it. `acknowledgeAll` acknowledges
 * whatever asks for it, and says so in the decisions of the deposit it gives back. `brief` leaves the matches out of what is said.
 */
export type PrepareInput = { deposit: Deposit; file: FileBytes; codebook: { version: number; content: Codebook }; acknowledgeAll?: boolean; brief?: boolean };

/** A stored deposit as `prepare` takes it. @throws DomainError `deposit_unknown`, `wave_unknown` */
export async function storedDeposit(db: WorkshopReader, id: string): Promise<PrepareInput> {
  const deposit = await findDeposit(id, db);
  const file = await readDepositFile(id, db);
  if (!deposit || !file) throw new DomainError('deposit_unknown');
  const codebook = await findCodebook(deposit.wave, db, deposit.codebookVersion ?? undefined);
  if (!codebook) throw new DomainError('wave_unknown', { wave: deposit.wave });
  return { deposit, file: openPacked(file), codebook };
}

/**
 * Reads, understands, matches and checks a deposit, without writing anything. Committing runs the very same function, so
 * it cannot fail for a reason that this did not show.
 */
export async function prepare(db: WorkshopReader, { deposit, file: bytes, codebook, acknowledgeAll, brief }: PrepareInput, onProgress: (progress: Progress) => void = () => undefined): Promise<Prepared> {
  const step = (done: number): void => onProgress({ step: 'prepare', done });
  step(0);
  const { filename: file, wave } = deposit;
  // What was committed is said as it was: later deposits teach it nothing.
  const remembered = deposit.status === 'received' ? await readRemembered(db) : [];
  let decisions = deposit.decisions;
  let taken: TakenOver[] = [];
  let source: Reading | undefined;
  const { initiatives, identifiers, mergedInto, names } = await readMatchable(wave, db);
  const nameOf = (slug: string): string => names.get(slug) ?? slug;
  const findings: Finding[] = [];
  let interpretation = NOTHING;
  let reading: ReadingView | undefined;
  let respondents: Interpretation['responses'] = [];
  let attached: AttachedResponse[] = [];
  let matched: ReturnType<typeof matchInterpretation> = { matches: [], findings: [], frame: [] };
  try {
    const read = await interpret({ bytes, filename: file, codebook: codebook.content, otherCodebooks: await otherCodebooks(wave, db), decisions });
    source = read.reading;
    reading = view(read.reading);
    step(0.4);
    ({ decisions, taken } = completeFromMemory(read.reading, codebook.content, decisions, remembered));
    // Rows left out by an editor are still matched, so that the decision can be seen and undone.
    const apply = (matches: Record<number, string>): Interpretation => read.apply({ ...decisions, matches });
    const first = apply({});
    respondents = first.responses;
    const known = completeMatches(read.reading.tool.name, respondents, decisions.matches, remembered);
    // Whom an editor chose may have been taken in by another since: the answer is that one's.
    decisions = { ...decisions, matches: Object.fromEntries(Object.entries(known.matches).map(([row, slug]) => [row, mergedInto.get(slug) ?? slug])) };
    taken.push(...known.taken);
    step(0.7);
    matched = matchInterpretation({ file, interpretation: first, initiatives, identifiers, codebook: codebook.content, decisions, nameOf });
    interpretation = leaveOut(first, matched.matches, apply);
    step(0.9);
    const slugs = new Map(matched.matches.flatMap(({ row, slug, outcome }) => (outcome === 'matched' && slug ? [[row, slug] as const] : [])));
    attached = interpretation.responses.map((response) => new AttachedResponse(response, wave, slugs.get(response.row)));
    const { answerOf, mapping } = interpretation;
    findings.push(...interpretation.findings, ...matched.findings, ...(await checkDeposit(db, { reading: read.reading, mapping, codebook: codebook.content, responses: attached, ...(answerOf ? { answerOf } : {}) })));
    if (!matched.matches.some((match) => match.outcome !== 'duplicate' && match.outcome !== 'not_in_frame')) findings.push({ code: 'no_response', level: 'blocking', where: { file } });
  } catch (error) {
    if (!(error instanceof ReadingRefusal)) throw error;
    findings.push(refusal(file, error));
  }

  const responses = attached.filter(isMatched);
  findings.push(...(await otherDepositFindings(db, deposit, source && responses, nameOf)));
  const seen = acknowledgeAll ? findings.filter((finding) => finding.level === 'acknowledge').map(findingKey) : decisions.acknowledged;

  const all = viewFindings(findings, seen);
  const count = (level: Finding['level'], acknowledged = false): number => all.filter((finding) => finding.level === level && finding.acknowledged === acknowledged).length;
  const counts = { blocking: count('blocking'), unseen: count('acknowledge'), acknowledged: count('acknowledge', true), information: count('information') };
  const preparation: Preparation = {
    deposit: seen ? { ...deposit, decisions: { ...deposit.decisions, acknowledged: seen } } : deposit,
    decisions: seen ? { ...decisions, acknowledged: seen } : decisions,
    taken,
    codebook: codebook.content,
    codebookVersion: codebook.version,
    ...(reading ? { reading } : {}),
    mapping: interpretation.mapping,
    matches: viewMatches(brief ? [] : matched.matches, respondents, nameOf),
    findings: source ? withCells(all.slice(0, MOST_FINDINGS), source, decisions.corrections) : all.slice(0, MOST_FINDINGS),
    corrections: source ? listCorrections(source, decisions.corrections) : [],
    accounting: interpretation.accounting,
    counts,
    ready: counts.blocking === 0 && counts.unseen === 0
  };
  const learned = preparation.reading
    ? lessons({ reading: preparation.reading, mapping: preparation.mapping, decisions: preparation.decisions, respondents, wave, at: '', actor: '' })
    : [];
  const identities = matched.matches.flatMap(({ slug, outcome }, at): Prepared['identities'] => (outcome === 'matched' && slug ? [{ initiative: slug, identity: respondents[at]!.identity }] : []));
  step(1);
  return { preparation, responses, frame: matched.frame, identities, learned };
}
