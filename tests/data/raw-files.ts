import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Papa from 'papaparse';
import type { AnswerFact, CensusFact, Figure } from './published-figures.ts';

/** Plain reading of the shipped files, with none of the product's code. */

export type Line = Record<string, string>;

function parse(path: string, delimiter: string): Line[] {
  const { data, errors } = Papa.parse<Line>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { header: true, delimiter, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return data;
}

export const readCensusLines = (): Line[] => parse('data/census/2025.csv', ',');
export const readDocumentedLines = (): Line[] => parse('data/census/documented-2025.csv', ',');
export const readPublishedFigures = (): Figure[] =>
  (JSON.parse(readFileSync('tests/fixtures/facts/published-figures.json', 'utf8')) as { figures: Figure[] }).figures;

/** Lines of the LimeSurvey export, by the code of their header: `OBJ[access]`. */
export function readWaveLines(): Line[] {
  return parse('data/waves/2025/results-survey814275.csv', ';').map((line) =>
    Object.fromEntries(Object.entries(line).map(([header, cell]) => [header.slice(0, header.indexOf('. ')), cell]))
  );
}

type Unit = { code: string; type: string; departement?: string; region?: string; chefLieu?: string; commune?: string; anciensCodes?: string[] };

/** Département of every INSEE code of a commune, current, former or municipal arrondissement; région of every département. */
export function readOfficialCodes(): { departementOf: Map<string, string>; regionOf: Map<string, string> } {
  const load = (name: string): Unit[] =>
    JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')) as Unit[];
  const departementOf = new Map<string, string>();
  const communes = load('communes');
  const current = new Map(communes.filter((each) => each.type === 'commune-actuelle').map((each) => [each.code, each.departement ?? '']));
  for (const each of communes) {
    const departement = each.departement ?? current.get(each.chefLieu ?? each.commune ?? '') ?? '';
    for (const code of [each.code, ...(each.anciensCodes ?? [])]) if (!departementOf.has(code) || each.type === 'commune-actuelle') departementOf.set(code, departement);
  }
  return { departementOf, regionOf: new Map(load('departements').map((each) => [each.code, each.region ?? ''])) };
}

export function censusFacts(lines: Line[]): CensusFact[] {
  const { regionOf } = readOfficialCodes();
  return lines.map((line) => ({ kind: line.kind!, region: regionOf.get(line.department!) ?? '?', ...(line.started_on ? { startedOn: line.started_on } : {}) }));
}

const LEADS: Record<string, string> = { Association: 'association', 'Collectivité territoriale ou CCAS': 'collectivite' };
const AMOUNTS: Record<string, string> = { foundationsfunds: 'foundations_funds', national: 'national', departmental: 'departmental', local: 'local' };

/** What the export's cells say, without a codebook: Oui, numbers with a dot, blanks. */
export function answerFacts(lines: Line[]): AnswerFact[] {
  return lines.map((line) => {
    const number = (cell: string | undefined): number | undefined => (cell === undefined || cell === '' ? undefined : Number(cell));
    const objectives = Object.keys(line).filter((code) => code.startsWith('OBJ['));
    const parts = [number(line['MIX[self]']), number(line['MIX[private]']), number(line['MIX[public]'])];
    const amounts = Object.keys(line).filter((code) => code.startsWith('MONTANT[') && line[code] !== '');
    const fact: AnswerFact = {};
    if (line.LEAD) fact.lead = LEADS[line.LEAD] ?? line.LEAD;
    if (number(line.PART) !== undefined) fact.participants = number(line.PART)!;
    if (objectives.every((code) => line[code] !== 'N/A')) fact.objectives = objectives.filter((code) => line[code] === 'Oui').map((code) => code.slice(4, -1));
    if (number(line.BUDGET) !== undefined) fact.annualBudget = number(line.BUDGET)!;
    if (parts.every((part) => part !== undefined)) fact.mix = { self: parts[0]!, private: parts[1]!, public: parts[2]! };
    if (amounts.length > 0) fact.amounts = Object.fromEntries(amounts.map((code) => [AMOUNTS[code.slice(8, -1)] ?? code.slice(8, -1), Number(line[code])]));
    return fact;
  });
}
