import type { Initiative } from '#lib/domain/census/initiative.ts';
import type { PublishedWave } from '#lib/domain/confidentiality/edition.ts';
import type { PublishedTable } from '#lib/domain/confidentiality/published.ts';
import { wasAsked } from '#lib/domain/indicators/answers.ts';
import { BREAKDOWN_LABELS } from '#lib/domain/indicators/breakdowns.ts';
import type { Breakdown } from '#lib/domain/indicators/definition.ts';
import { UNKNOWN } from '#lib/domain/indicators/trait-values.ts';
import { deriveTraits } from '#lib/domain/indicators/traits.ts';
import type { Text } from '#lib/domain/language.ts';
import type { Codebook } from '#lib/domain/questionnaire/codebook.ts';
import type { Response } from '#lib/domain/waves/response.ts';

/** A wave as the workshop holds it. */
export type WaveMaterial = { codebook: Codebook; responses: Response[]; frame: Initiative[] };

/** Traits that the census knows of everybody, so that respondents can be set against the frame. */
const KNOWN_TRAITS: Breakdown[] = ['lead_type', 'region', 'start_period', 'provenance'];

function capitalised(text: Text): Text {
  const upper = (sentence: string): string => sentence.replace(/^(?:la |le |l’|les )?(.)/u, (_, first: string) => first.toUpperCase());
  return { fr: upper(text.fr), en: upper(text.en) };
}

type TraitRow = PublishedWave['representation'][number]['rows'][number];

const OTHERS: Text = { fr: 'Autres (effectifs trop petits)', en: 'Others (groups too small)' };

/** Whether somebody answered is nobody's business either: lines of one or two asked are told together. */
function gathered(rows: TraitRow[]): TraitRow[] {
  const bySize = [...rows].sort((a, b) => a.frame - b.frame);
  const small = new Set<TraitRow>();
  const sum = (of: 'frame' | 'respondents'): number => [...small].reduce((total, row) => total + row[of], 0);
  // A line gathered alone would still tell of one or two: the next smallest joins it.
  for (const row of bySize) if (row.frame < 3 || (small.size > 0 && sum('frame') < 3)) small.add(row);
  if (small.size === 0) return rows;
  return [...rows.filter((row) => !small.has(row)), { code: 'others', label: OTHERS, frame: sum('frame'), respondents: sum('respondents') }];
}

/** Respondents against the frame, by traits of the census alone: an answer never decides where somebody is counted here. */
function representation({ codebook, responses, frame }: WaveMaterial): PublishedWave['representation'] {
  const traits = deriveTraits({ frame, responses: [], codebook });
  const answered = new Set(responses.map((response) => response.initiative));
  return KNOWN_TRAITS.map((name) => {
    const trait = traits[name];
    const rows = [...trait.values, UNKNOWN].map(({ code, label }) => {
      const members = frame.filter(({ slug }) => (trait.of.get(slug) ?? UNKNOWN.code) === code);
      return { code, label, frame: members.length, respondents: members.filter(({ slug }) => answered.has(slug)).length };
    });
    return { trait: name, label: capitalised(BREAKDOWN_LABELS[name]), rows: gathered(rows.filter((row) => row.frame > 0)) };
  });
}

/** How many were asked and answered, as the question's table says it when that table stands still. */
function heldSizes(tables: readonly PublishedTable[], wave: string, question: Text): { asked: number; answered: number } | undefined {
  const table = tables.find((each) => each.asOf && each.wave === wave && each.breakdown === null && each.question.fr === question.fr);
  const everybody = table?.groups[0];
  const asked = everybody?.asked ?? everybody?.respondents;
  return asked?.status === 'ok' && everybody?.answered.status === 'ok' ? { asked: asked.value, answered: everybody.answered.value } : undefined;
}

/**
 * What an edition says of a wave: who was asked, who answered, and the wording of what may be published. `tables` are those of the edition: how many were
 * shown a question can be the answer to another, and stands still with its table.
 */
export function publishedWave(material: WaveMaterial, tables: readonly PublishedTable[] = []): PublishedWave {
  const { codebook, responses, frame } = material;
  const questions = codebook.questions.flatMap((question) => {
    const { code, type, label, level } = question;
    if (level !== 'open' && level !== 'confidential') return [];
    const asked = responses.filter((response) => wasAsked(response, question));
    const answered = asked.filter(({ answers }) => answers[code]?.state === 'answered' || answers[code]?.state === 'dont_know');
    const options = (question.options ?? []).map((option) => ({ code: option.code, label: option.label }));
    const sizes = heldSizes(tables, codebook.wave, label) ?? { asked: asked.length, answered: answered.length };
    return [{ code, type, label, level, ...sizes, options }];
  });
  return {
    wave: codebook.wave,
    title: codebook.title,
    openedOn: codebook.openedOn,
    closedOn: codebook.closedOn,
    frameStatement: codebook.frame.statement,
    frame: frame.length,
    responses: responses.length,
    provenance: codebook.provenance,
    representation: representation(material),
    questions
  };
}
