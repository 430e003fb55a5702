import { indexCensus, matchRespondents, type KnownIdentifier, type KnownInitiative, type Match } from '#lib/domain/census/matching.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import { inFrame } from '#lib/domain/questionnaire/frame.ts';
import type { Finding } from '#lib/domain/waves/finding.ts';
import type { Decisions, Interpretation } from '#lib/reading/types.ts';

export type MatchInput = { file: string; interpretation: Interpretation; initiatives: KnownInitiative[]; identifiers: KnownIdentifier[]; codebook: Codebook; decisions: Decisions; /** Name of an initiative. */ nameOf: (slug: string) => string };

/** What an editor must know of a match that is not plain. */
function findingOf(file: string, match: Match, respondent: string | undefined, chosen: string | undefined, nameOf: (slug: string) => string): Finding | undefined {
  const where = { file, row: match.row };
  const value = respondent ?? '';
  const open = match.outcome === 'new' || match.outcome === 'uncertain';
  if (open && chosen !== undefined) return { code: 'match_gone', level: 'blocking', where, value, details: { initiative: nameOf(chosen) } };
  if (match.outcome === 'new') return { code: 'match_unknown', level: 'blocking', where, value };
  if (match.outcome === 'uncertain') {
    const candidates = match.candidates.map(({ slug, confidence }) => `${nameOf(slug)} (${Math.round(confidence * 100)} %)`).join(', ');
    return { code: 'match_uncertain', level: 'blocking', where, value, details: { candidates } };
  }
  // Put aside by an editor, who named no initiative.
  if ((match.outcome === 'not_in_frame' || match.outcome === 'duplicate') && match.slug === undefined) return { code: 'match_left_out', level: 'information', where, value };
  if (match.outcome === 'duplicate') {
    return { code: 'match_duplicate', level: match.decided ? 'information' : 'acknowledge', where, value, details: { initiative: nameOf(match.slug ?? ''), kept: match.keptRow ?? '' } };
  }
  if (match.outcome === 'not_in_frame') {
    return { code: 'match_not_in_frame', level: match.decided ? 'information' : 'acknowledge', where, value, details: { initiative: nameOf(match.slug ?? '') } };
  }
  return undefined;
}

/** Attaches the responses of a file to the census. The frame is the census given. */
export function matchInterpretation({ file, interpretation, initiatives, identifiers, codebook, decisions, nameOf }: MatchInput): { matches: Match[]; findings: Finding[]; frame: string[] } {
  const frame = initiatives.filter((initiative) => inFrame(codebook.frame, initiative)).map((initiative) => initiative.slug);
  const respondents = interpretation.responses;
  const matches = matchRespondents(respondents, indexCensus(initiatives, identifiers), new Set(frame), decisions.matches);
  // Matches stand in the order of the respondents.
  const findings = matches.flatMap((match, at) => findingOf(file, match, respondents[at]?.identity.name ?? respondents[at]?.identity.email, decisions.matches?.[match.row], nameOf) ?? []);
  return { matches, findings, frame };
}
